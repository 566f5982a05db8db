/** Quality of the lanes on labelled files, beside named baselines. */
@NullMarked
package io.tidewatch.nlp.eval;

import org.jspecify.annotations.NullMarked;
