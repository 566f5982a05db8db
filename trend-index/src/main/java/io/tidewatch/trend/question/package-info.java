/** Documents and the questions about them, once for every engine. */
@NullMarked
package io.tidewatch.trend.question;

import org.jspecify.annotations.NullMarked;
