package io.tidewatch.model.behavior;

/**
 * How often a query was searched.
 *
 * @param keyword normalised query
 * @param searches at least 1
 */
public record KeywordSearches(String keyword, long searches) {}
