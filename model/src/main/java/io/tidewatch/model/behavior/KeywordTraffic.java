package io.tidewatch.model.behavior;

/**
 * Traffic of one keyword in a window.
 *
 * @param keyword normalised query
 * @param searches searches, all users
 * @param searchers distinct users who searched it (V)
 * @param clicks clicks on its results
 */
public record KeywordTraffic(String keyword, long searches, long searchers, long clicks) {}
