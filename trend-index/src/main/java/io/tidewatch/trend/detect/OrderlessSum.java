package io.tidewatch.trend.detect;

/**
 * A sum that is the same to the last bit in whatever order it is added up, so that engines which
 * number keys differently give one answer: whole parts and the rest in steps of 2⁻⁴⁰ are summed as
 * integers. Every addend must lie within ±2⁵². Not safe from several threads.
 */
final class OrderlessSum {
  private static final double STEPS = 0x1p40;

  private long whole;
  private long rest;

  void add(double value) {
    long nearest = Math.round(value);
    whole += nearest;
    rest += Math.round((value - nearest) * STEPS);
  }

  double value() {
    return whole + rest / STEPS;
  }
}
