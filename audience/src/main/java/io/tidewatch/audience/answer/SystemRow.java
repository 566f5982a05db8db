package io.tidewatch.audience.answer;

import io.tidewatch.audience.metric.Interval;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well one way of ranking a brand's universe foretold who reached the goal. Names are the names in
 * JSON; intervals are 95 %.
 *
 * @param share of the universe that is taken, above 0 and at most 1
 * @param size users that are
 * @param predictTa share of them who reached the goal, with Wilson's interval
 * @param overRule that over the marketer's rule's, less 1 (Katz); null for the rule itself
 * @param recall share of all who reached the goal that it took; null when nobody did
 * @param rocAuc chance that one who reached it stands above one who did not; null without either
 * @param averagePrecision null when nobody reached the goal
 * @param brier mean squared distance of its probabilities from what happened; null without any
 * @param calibrationError expected calibration error of its probabilities; null without any
 * @param base share of the whole universe who reached the goal
 * @param universe users
 * @param at the scores read nothing at or after it
 * @param until the goal counts when it was reached before
 * @param note what it could not do; then all its scores are equal
 */
public record SystemRow(
    String system,
    double share,
    int size,
    Interval predictTa,
    @Nullable Interval overRule,
    @Nullable Double recall,
    @Nullable Double rocAuc,
    @Nullable Double averagePrecision,
    @Nullable Double brier,
    @Nullable Double calibrationError,
    double base,
    int universe,
    Instant at,
    Instant until,
    @Nullable String note) {}
