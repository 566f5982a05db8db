/** Answers for whoever plans a category: market, segments, competition, guided scenarios. */
@NullMarked
package io.tidewatch.api.strategy;

import org.jspecify.annotations.NullMarked;
