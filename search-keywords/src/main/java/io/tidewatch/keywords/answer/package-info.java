/** What questions about keywords answer: rows, the figures behind them, and their reasons in words. */
@NullMarked
package io.tidewatch.keywords.answer;

import org.jspecify.annotations.NullMarked;
