/** The trained sequence tagger that finds names of brands and products outside the catalogue. */
@NullMarked
package io.tidewatch.nlp.tagger;

import org.jspecify.annotations.NullMarked;
