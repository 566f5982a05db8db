package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.feature.InterestConfig.ActionWeight;
import java.util.Map;

/** Decayed weights of actions by local day, computed once. Immutable. */
public final class ActionWeights {
  private final double[][] byActionAndDay = new double[Action.values().length][];

  /** {@code days}: the farthest look back. */
  public ActionWeights(Map<String, ActionWeight> weights, int days) {
    for (Action action : Action.values()) {
      ActionWeight weight = weights.get(action.label());
      double[] byDay = new double[days + 2];
      for (int day = 0; weight != null && day < byDay.length; day++) {
        byDay[day] = weight.at(day);
      }
      byActionAndDay[action.code()] = byDay;
    }
  }

  /** What an action is worth {@code day} local days later; 0 beyond the look back. */
  public double of(Action action, int day) {
    double[] byDay = byActionAndDay[action.code()];
    return day < byDay.length ? byDay[Math.max(0, day)] : 0;
  }
}
