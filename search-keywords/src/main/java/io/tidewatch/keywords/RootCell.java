package io.tidewatch.keywords;

/**
 * The sum of the words of one root in one category. Orders are distinct (user, word, brand, day), so
 * that they add up, and so do revenue, clicks and spend. How many different people searched or
 * bought does not follow from the words' own numbers; only bounds do.
 *
 * @param cell without searchers; its buyers are {@code fewestBuyers}
 * @param words how many words it sums
 * @param fewestSearchers those of the most searched word
 * @param mostSearchers the sum, where one person may stand several times
 */
record RootCell(
    KeywordCell cell,
    int words,
    long fewestSearchers,
    long mostSearchers,
    long fewestBuyers,
    long mostBuyers) {}
