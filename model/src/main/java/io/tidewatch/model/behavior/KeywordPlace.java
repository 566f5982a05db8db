package io.tidewatch.model.behavior;

/**
 * How often a product stood at one place of a keyword's results, and was clicked in those searches.
 * What a search lists stands there where no impression names its query; several impressions of a
 * product in one search are one, at the best place.
 *
 * @param place 1-based
 * @param shown times it stood there, at least 1
 * @param clicked 0 to {@code shown}
 */
public record KeywordPlace(String keyword, String productId, int place, long shown, long clicked) {}
