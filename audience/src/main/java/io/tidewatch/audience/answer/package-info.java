/** What audience questions are answered with: rows, notes and what an evaluation found. */
@NullMarked
package io.tidewatch.audience.answer;

import org.jspecify.annotations.NullMarked;
