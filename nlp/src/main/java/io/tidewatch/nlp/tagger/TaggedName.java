package io.tidewatch.nlp.tagger;

/**
 * A name over the normalised characters {@code [start, end)}.
 *
 * @param margin how much better, in log-odds, the model likes the name there than no name; not
 *     calibrated
 */
public record TaggedName(int start, int end, NameType type, double margin) {}
