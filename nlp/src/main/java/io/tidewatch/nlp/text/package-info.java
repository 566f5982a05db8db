/** Text normalising that keeps offsets into the original. */
@NullMarked
package io.tidewatch.nlp.text;

import org.jspecify.annotations.NullMarked;
