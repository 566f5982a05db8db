package io.tidewatch.model.behavior;

/**
 * What searches of a keyword led to. A visit is a user with a local day, however often the keyword was
 * typed then.
 *
 * @param keyword normalised query
 * @param visits all
 * @param told those of which it is known whether there were results; at most {@code visits}
 * @param shown those with a result; at most {@code told}
 * @param tracked shown ones whose clicks would be known, since their search has a query id; at most
 *     {@code shown}
 * @param clicked those with a click; at most {@code tracked}
 */
public record KeywordOutcome(
    String keyword, long visits, long told, long shown, long tracked, long clicked) {}
