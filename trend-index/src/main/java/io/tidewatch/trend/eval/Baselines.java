package io.tidewatch.trend.eval;

import java.util.List;

/** The published ways of finding what rises that ours is compared with. */
public final class Baselines {
  private Baselines() {}

  /** One of each, in the order of the tables. */
  public static List<TrendMethod> all() {
    return List.of(
        new WeekPoisson(),
        new CyclePoisson(),
        new SigniTrend(),
        new KlDecayedMaximum(),
        new Jlh(),
        new ChiSquare(),
        new RawGrowth(),
        new LastHour(),
        new PlainCounts());
  }
}
