package io.tidewatch.audience.direction;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.facts.UserFacts;
import java.util.List;
import java.util.Map;

/**
 * Scores users who fell out of A, I, P or L within 30, 90 or 180 days: the largest product of what
 * the state was worth and of how fresh the loss is, 1 in the first window, half of that in each
 * later one.
 */
public final class LostDirection implements Direction {
  private static final Map<AiplState, Double> WORTH = Map.of(
      AiplState.A, 0.2,
      AiplState.I, 0.5,
      AiplState.P, 0.8,
      AiplState.L, 1.0);

  @Override
  public String name() {
    return "lost";
  }

  @Override
  public boolean needsBrand() {
    return true;
  }

  @Override
  public Reach reach(Brief brief) {
    Brief.OfBrand brand = brief.brand();
    if (brand == null) {
      return Reach.nobody(name(), brief.matrix().users());
    }
    BrandStates states = brand.states();
    List<Integer> windows = brief.config().directions().lostDays();
    float[] scores = new float[brief.matrix().users()];
    brief.universe().forEach(user -> {
      for (AiplState state : WORTH.keySet()) {
        scores[user] = Math.max(scores[user], (float) part(states, state, user, windows));
      }
    });
    return new Reach(name(), scores, user -> reasons(brief, states, user));
  }

  private static double part(BrandStates states, AiplState state, int user, List<Integer> windows) {
    int ago = states.leftAgo(user, state);
    if (ago == BrandStates.NEVER) {
      return 0;
    }
    double fresh = 1;
    for (int days : windows) {
      if (ago <= (long) days * UserFacts.DAY) {
        return fresh * WORTH.getOrDefault(state, 0.0);
      }
      fresh /= 2;
    }
    return 0;
  }

  private List<Reason> reasons(Brief brief, BrandStates states, int user) {
    var parts = new RankedParts();
    for (AiplState state : WORTH.keySet()) {
      double part = part(states, state, user, brief.config().directions().lostDays());
      if (part > 0) {
        int days = states.leftAgo(user, state) / UserFacts.DAY;
        parts.add(new Reason(
            name(),
            brief
                .wording()
                .say(
                    "%d 天前从%s状态流失",
                    "Fell out of %2$s %1$d days ago", days, brief.wording().state(state)),
            "state:" + state,
            (double) days,
            part));
      }
    }
    return parts.reasons().stream().limit(1).toList();
  }
}
