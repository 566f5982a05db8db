/** Finds words that no dictionary holds yet in a stream of texts, in bounded memory. */
@NullMarked
package io.tidewatch.trend.words;

import org.jspecify.annotations.NullMarked;
