package io.tidewatch.model.annotation;

/**
 * How a text judges.
 *
 * @param polarity the answer, {@link Polarity#UNCERTAIN} when the classifier abstains
 * @param score from -1 (negative) to 1; its sign is the forced choice
 * @param confidence calibrated probability, 0 to 1, that the forced choice is right
 */
public record Sentiment(Polarity polarity, double score, double confidence) {}
