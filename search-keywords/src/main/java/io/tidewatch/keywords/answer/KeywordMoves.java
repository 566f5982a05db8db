package io.tidewatch.keywords.answer;

import io.tidewatch.keywords.formula.MetricTrend;
import org.jspecify.annotations.Nullable;

/**
 * How a keyword's figures moved from the window's first half to its second; null is "not enough
 * data".
 *
 * @param searchers V
 * @param ctr clicks per impression of the whole market
 * @param conversion buyers per searcher
 * @param gmv guided revenue
 * @param E competition
 */
@SuppressWarnings("MemberName") // named as in the formulas and in JSON
public record KeywordMoves(
    MetricTrend.@Nullable Change searchers,
    MetricTrend.@Nullable Change ctr,
    MetricTrend.@Nullable Change conversion,
    MetricTrend.@Nullable Change gmv,
    MetricTrend.@Nullable Change E) {}
