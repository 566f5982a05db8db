package io.tidewatch.trend.detect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a rise, judged on the scale of the window that is asked for: the window is one step,
 * its like before are the others, and {@link KleinbergBursts} [Kleinberg 2002] says which steps are
 * raised. Hours decide one thing only: whether the rise is over before the window ends. So the quiet
 * night after a loud day does not make the day fade. The order of the questions is Tidewatch's own
 * (FORMULAS §3).
 *
 * @param steps how many there are, the window last
 * @param last units of the window
 * @param lastExpected units expected in it at the base rate
 * @param before units of all steps before it
 * @param ending units of the last quarter of the window
 * @param endingExpected units expected there; 0 when nothing of it was observed
 * @param burst the last burst; null when there is none
 * @param slope how much louder the window is than the step before, in standard deviations
 */
record StageReading(
    int steps,
    double last,
    double lastExpected,
    double before,
    double ending,
    double endingExpected,
    KleinbergBursts.@Nullable Burst burst,
    double slope) {
  private static final double STEEP = 1;

  /**
   * Reads the steps of a key.
   *
   * @param counts units of each step, the window last; at least one
   * @param expected units expected at the base rate; 0 where nothing was observed
   * @param ending units of the last quarter of the window
   * @param endingExpected units expected there
   */
  static StageReading of(double[] counts, double[] expected, double ending, double endingExpected) {
    int last = counts.length - 1;
    List<KleinbergBursts.Burst> bursts = KleinbergBursts.of(counts, expected);
    double before = 0;
    for (int t = 0; t < last; t++) {
      before += counts[t];
    }
    return new StageReading(
        counts.length,
        counts[last],
        expected[last],
        before,
        ending,
        endingExpected,
        bursts.isEmpty() ? null : bursts.getLast(),
        last == 0 ? 0 : slope(counts, expected, last));
  }

  Stage stage() {
    if (endingExpected > 0 && ending <= endingExpected) {
      return Stage.FADING;
    }
    if (burst == null || burst.end() < steps) {
      boolean over = burst != null && burst.end() >= steps - 2;
      return over || last < lastExpected ? Stage.FADING : Stage.RISING;
    }
    if (burst.start() == steps - 1) {
      return before == 0 ? Stage.EMERGING : Stage.RISING;
    }
    return slope > STEEP ? Stage.RISING : slope < -STEEP ? Stage.FADING : Stage.PEAK;
  }

  /** Every input that decided; the burst's start and end only when there is one. */
  Map<String, Double> explain() {
    var values = new LinkedHashMap<String, Double>();
    values.put("steps", (double) steps);
    values.put("last", last);
    values.put("lastExpected", lastExpected);
    values.put("before", before);
    values.put("ending", ending);
    values.put("endingExpected", endingExpected);
    if (burst != null) {
      values.put("burst.start", (double) burst.start());
      values.put("burst.end", (double) burst.end());
      values.put("burst.weight", burst.weight());
    }
    values.put("slope", slope);
    return values;
  }

  /** How much louder the last step is than the one before, in standard deviations. */
  private static double slope(double[] counts, double[] expected, int last) {
    double exposure = expected[last] + expected[last - 1];
    double total = counts[last] + counts[last - 1];
    double p = exposure > 0 ? expected[last] / exposure : 0;
    double variance = total * p * (1 - p);
    return variance > 0 ? (counts[last] - total * p) / Math.sqrt(variance) : 0;
  }
}
