package io.tidewatch.audience.answer;

import org.jspecify.annotations.Nullable;

/**
 * What one feature says about a target audience (TA) within a base population. Names are the names
 * in JSON. Null is "no value", never 0.
 *
 * @param feature {@code kind:id}
 * @param kind such as {@code category}, {@code brand}, {@code product}, {@code keyword}
 * @param name of the entity; the keyword itself
 * @param users of the base who carry it
 * @param taUsers of the TA who carry it
 * @param tgi 100·P(F|TA)/P(F)
 * @param tgiLow its lower bound, 5 %
 * @param tgiHigh its upper bound, 95 %
 * @param concentration P(TA|F)
 * @param coverage P(F|TA)
 * @param z log-odds of TA against the rest, in standard errors
 * @param p of z, adjusted for the number of features; null for a feature of the brand itself
 * @param kept whether it may score users
 * @param reason why it is not kept; null when it is
 * @param base the population that all this refers to
 */
public record FeatureRow(
    String feature,
    String kind,
    String name,
    int users,
    int taUsers,
    @Nullable Double tgi,
    @Nullable Double tgiLow,
    @Nullable Double tgiHigh,
    @Nullable Double concentration,
    @Nullable Double coverage,
    @Nullable Double z,
    @Nullable Double p,
    boolean kept,
    @Nullable Reason reason,
    Population base) {}
