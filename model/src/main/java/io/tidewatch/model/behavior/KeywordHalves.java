package io.tidewatch.model.behavior;

/**
 * Distinct users who searched a keyword in a window and in each half of its local days.
 *
 * @param keyword normalised query
 * @param searchers of the whole window, at most the sum of the halves
 */
public record KeywordHalves(String keyword, long searchers, long before, long after) {}
