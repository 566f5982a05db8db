/**
 * The fast lane: normalising, linking, aspects, opinions and sentiment of short Chinese texts. Pure
 * functions of (text, dictionary snapshot).
 */
@NullMarked
package io.tidewatch.nlp;

import org.jspecify.annotations.NullMarked;
