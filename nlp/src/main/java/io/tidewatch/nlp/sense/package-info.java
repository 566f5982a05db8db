/** The sense classifier: whether a slot in a text holds a name of some trade. */
@NullMarked
package io.tidewatch.nlp.sense;

import org.jspecify.annotations.NullMarked;
