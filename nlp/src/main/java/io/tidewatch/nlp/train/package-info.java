/** Training of the models that ship. */
@NullMarked
package io.tidewatch.nlp.train;

import org.jspecify.annotations.NullMarked;
