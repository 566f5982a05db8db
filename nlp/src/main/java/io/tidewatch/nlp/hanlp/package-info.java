/** The only package that knows HanLP: word segmentation, phrase automaton, simplified characters. */
@NullMarked
package io.tidewatch.nlp.hanlp;

import org.jspecify.annotations.NullMarked;
