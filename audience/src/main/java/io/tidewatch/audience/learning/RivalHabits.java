package io.tidewatch.audience.learning;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.direction.BrandFlows.Flow;
import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.direction.CompetitorDirection;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What users did with the rivals of a brand, in numbers that mean the same for every brand: state,
 * how lately and how often, orders, refunds, ratings, and how many buyers of the rival met most come
 * over. What never happened is NaN. For one thread.
 */
final class RivalHabits {
  static final List<String> NAMES = List.of(
      "state",
      "days since met",
      "met in 28 days",
      "met in 90 days",
      "rivals met in 90 days",
      "orders in 365 days",
      "days since order",
      "sent back in 180 days",
      "poor ratings in 180 days",
      "good ratings in 180 days",
      "flow of the rival met most");

  private final UserFacts facts;
  private final AudienceConfig config;
  private final List<Flow> flows;
  private final int[] rivalOf;

  RivalHabits(Brief brief) {
    this.facts = brief.facts();
    this.config = brief.config();
    this.flows = CompetitorDirection.flows(brief, Objects.requireNonNull(brief.brand()));
    this.rivalOf = new int[facts.brands().size()];
    for (int i = 0; i < flows.size(); i++) {
      rivalOf[facts.brands().number(flows.get(i).rivalId())] = i + 1;
    }
  }

  /** One number a name. */
  double[] numbers(int user) {
    var habits = new Habits();
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      int brand = facts.brand(fact);
      if (brand != Names.NONE && rivalOf[brand] > 0) {
        habits.take(fact, rivalOf[brand] - 1, (double) facts.age(fact) / UserFacts.DAY);
      }
    }
    return habits.numbers();
  }

  private final class Habits {
    private final double[] n = new double[NAMES.size()];
    private final int[] met = new int[flows.size()];
    private final BitSet rivals = new BitSet();
    private final BitSet orderDays = new BitSet();
    private AiplState state = AiplState.O;

    Habits() {
      n[1] = Double.NaN;
      n[6] = Double.NaN;
    }

    void take(int fact, int rival, double days) {
      Action action = facts.action(fact);
      boolean lately = days <= config.aipl().interestDays();
      if (action.isShown()) {
        reach(lately ? AiplState.A : AiplState.O);
        return;
      }
      reach(lately ? AiplState.I : AiplState.O);
      n[1] = days;
      n[2] += days <= 28 ? 1 : 0;
      n[3] += days <= 90 ? 1 : 0;
      met[rival]++;
      if (days <= 90) {
        rivals.set(rival);
      }
      boolean halfYear = days <= config.directions().grievanceDays();
      if (action == Action.ORDER) {
        order(fact, days, halfYear);
      } else if (action == Action.RATING && halfYear) {
        n[8] += facts.value(fact) <= config.directions().poorStars() ? 1 : 0;
        n[9] += facts.value(fact) >= config.aipl().goodStars() ? 1 : 0;
      }
    }

    private void order(int fact, double days, boolean halfYear) {
      if (!facts.isKeptOrder(fact) || facts.isPartlyRefunded(fact)) {
        n[7] += halfYear ? 1 : 0;
      }
      if (facts.isKeptOrder(fact)) {
        n[6] = days;
        if (days <= config.aipl().loyaltyDays()) {
          n[5]++;
          orderDays.set(facts.day(fact));
        }
        reach(
            orderDays.cardinality() >= config.aipl().loyaltyPurchases()
                ? AiplState.L
                : AiplState.P);
      }
    }

    private void reach(AiplState other) {
      state = state.compareTo(other) < 0 ? other : state;
    }

    double[] numbers() {
      n[0] = state.depth();
      n[4] = rivals.cardinality();
      int most = Arrays.stream(met).max().orElse(0);
      n[10] = Double.NaN;
      for (int rival = 0; most > 0 && rival < met.length; rival++) {
        if (met[rival] == most) {
          n[10] = flows.get(rival).rate();
          break;
        }
      }
      return n;
    }
  }
}
