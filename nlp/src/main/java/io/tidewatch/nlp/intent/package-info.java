/** The classifier of what a text is for. */
@NullMarked
package io.tidewatch.nlp.intent;

import org.jspecify.annotations.NullMarked;
