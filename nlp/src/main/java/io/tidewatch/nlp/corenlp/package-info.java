/** The deep lane and the only package that knows Stanford CoreNLP. */
@NullMarked
package io.tidewatch.nlp.corenlp;

import org.jspecify.annotations.NullMarked;
