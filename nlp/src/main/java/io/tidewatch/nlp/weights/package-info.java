/** What the small linear models share: the frame of their files and the hash of their features. */
@NullMarked
package io.tidewatch.nlp.weights;

import org.jspecify.annotations.NullMarked;
