/** The sentiment classifier: hashed character n-grams under a quantised linear model. */
@NullMarked
package io.tidewatch.nlp.sentiment;

import org.jspecify.annotations.NullMarked;
