package io.tidewatch.model.query;

/**
 * A word of the query lexicon.
 *
 * @param word as people type it
 * @param part what it says; never {@link QueryPart#BRAND} or {@link QueryPart#PRODUCT}, which are the
 *     catalogue's
 * @param facet finer kind, such as {@code goods}, {@code part}, {@code colour} or {@code gift}
 * @param usual the usual spelling of the same word, itself when it is the usual one
 */
public record QueryWord(String word, QueryPart part, String facet, String usual) {}
