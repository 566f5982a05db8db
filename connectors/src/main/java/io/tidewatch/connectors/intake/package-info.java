/** The one way from decoded records into the stores, with its counts and dead letters. */
@NullMarked
package io.tidewatch.connectors.intake;

import org.jspecify.annotations.NullMarked;
