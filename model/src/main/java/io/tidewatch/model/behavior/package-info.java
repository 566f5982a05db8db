/** Behaviour facts and the port that stores and reads them. */
@NullMarked
package io.tidewatch.model.behavior;

import org.jspecify.annotations.NullMarked;
