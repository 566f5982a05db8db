package io.tidewatch.model.behavior;

/**
 * Searchers of a keyword as one brand sees them.
 *
 * @param held whom it held at the end of the window
 * @param buyers whom it did not hold and who paid for it later
 */
public record KeywordTrial(String keyword, String brandId, long held, long buyers) {}
