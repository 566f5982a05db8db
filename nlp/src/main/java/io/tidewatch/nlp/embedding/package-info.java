/**
 * Sentence vectors by the model BGE-small-zh v1.5, computed in Java from the weights of its
 * published file. The only package that reads that file.
 */
@NullMarked
package io.tidewatch.nlp.embedding;

import org.jspecify.annotations.NullMarked;
