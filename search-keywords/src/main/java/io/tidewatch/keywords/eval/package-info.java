/** How well queries are read and the table tells what is true, beside named baselines. */
@NullMarked
package io.tidewatch.keywords.eval;

import org.jspecify.annotations.NullMarked;
