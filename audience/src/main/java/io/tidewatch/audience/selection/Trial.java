package io.tidewatch.audience.selection;

/**
 * How one candidate did on the tuning time.
 *
 * @param name the candidate
 * @param predictTa PredictTA at the share that decides, 0 to 1
 * @param lift over the base rate
 * @param averagePrecision 0 when nobody entered the target
 */
public record Trial(String name, double predictTa, double lift, double averagePrecision) {}
