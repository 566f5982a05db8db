package io.tidewatch.keywords.eval;

/**
 * Two queries that a person has judged.
 *
 * @param same whether they mean the same word
 * @param note what makes them the same or keeps them apart
 * @param countA how often {@code a} was typed, at least 1
 */
public record LabelledPair(
    String a, String b, boolean same, String note, long countA, long countB) {}
