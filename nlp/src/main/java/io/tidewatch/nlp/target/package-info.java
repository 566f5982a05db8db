/** The target classifier: what the words around a span say of it. */
@NullMarked
package io.tidewatch.nlp.target;

import org.jspecify.annotations.NullMarked;
