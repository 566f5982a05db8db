/** The sentiment classifier: hashed features under quantised linear models. */
@NullMarked
package io.tidewatch.nlp.sentiment;

import org.jspecify.annotations.NullMarked;
