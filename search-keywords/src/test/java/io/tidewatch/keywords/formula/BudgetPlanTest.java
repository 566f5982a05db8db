package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.formula.BudgetPlan.Choice;
import io.tidewatch.keywords.formula.BudgetPlan.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetPlanTest {

  @Test
  void choose_oneFamily_countsSharedSearchersOnce() {
    var one = new Offer("a", "lipstick", 10, 100);
    var other = new Offer("b", "lipstick", 10, 100);

    List<Choice> chosen = BudgetPlan.choose(List.of(one, other), 20);

    // M = 200: 100, then 100 · (1 − 100/200)
    assertThat(chosen).extracting(Choice::gain).containsExactly(100.0, 50.0);
    assertThat(BudgetPlan.value(List.of(one, other), List.of(one, other)))
        .isCloseTo(150, within(1e-9));
  }

  @Test
  void choose_twoFamilies_spreadsOverBoth() {
    List<Offer> offers = List.of(
        new Offer("a", "lipstick", 10, 100),
        new Offer("b", "lipstick", 10, 100),
        new Offer("c", "cream", 10, 60));

    assertThat(BudgetPlan.choose(offers, 20))
        .extracting(c -> c.offer().id())
        .containsExactly("a", "c");
  }

  @Test
  void choose_bestSingleBeatsTheGreedySet_takesIt() {
    List<Offer> offers = List.of(new Offer("cheap", "x", 1, 2), new Offer("dear", "y", 100, 100));

    assertThat(BudgetPlan.choose(offers, 100))
        .extracting(c -> c.offer().id())
        .containsExactly("dear");
  }

  @Test
  void choose_takesWhatGivesMostForItsCostFirst_tiesById() {
    List<Offer> offers = List.of(
        new Offer("large", "x", 50, 100),
        new Offer("twin", "z", 10, 20),
        new Offer("small", "y", 10, 60),
        new Offer("same", "w", 10, 20));

    assertThat(BudgetPlan.choose(offers, 80))
        .extracting(c -> c.offer().id())
        .containsExactly("small", "large", "same", "twin");
  }

  @Test
  void choose_nothingAffordable_isEmpty() {
    assertThat(BudgetPlan.choose(List.of(new Offer("a", "x", 11, 2)), 10)).isEmpty();
    assertThat(BudgetPlan.choose(List.of(), 10)).isEmpty();
  }

  @Test
  void choose_smallCases_staysWithinBudgetAndTheGuaranteeOfBruteForce() {
    double worst = 1;
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var offers = new ArrayList<Offer>();
      int n = 1 + random.nextInt(9);
      for (int i = 0; i < n; i++) {
        offers.add(new Offer(
            "w" + i, "f" + random.nextInt(3), 1 + random.nextInt(20), 1 + random.nextInt(50)));
      }
      double budget = 5 + random.nextInt(40);
      List<Choice> chosen = BudgetPlan.choose(offers, budget);
      List<Offer> picked = chosen.stream().map(Choice::offer).toList();
      double value = BudgetPlan.value(picked, offers);
      double best = bruteForce(offers, budget);

      assertThat(picked.stream().mapToDouble(Offer::cost).sum()).isLessThanOrEqualTo(budget);
      assertThat(chosen.stream().mapToDouble(Choice::gain).sum()).isCloseTo(value, within(1e-6));
      assertThat(value).isLessThanOrEqualTo(best + 1e-9);
      if (best > 0) {
        worst = Math.min(worst, value / best);
      }
    }
    assertThat(worst).isGreaterThanOrEqualTo((1 - 1 / Math.E) / 2);
  }

  private static double bruteForce(List<Offer> offers, double budget) {
    double best = 0;
    for (int set = 0; set < 1 << offers.size(); set++) {
      var chosen = new ArrayList<Offer>();
      for (int i = 0; i < offers.size(); i++) {
        if ((set >> i & 1) == 1) {
          chosen.add(offers.get(i));
        }
      }
      if (chosen.stream().mapToDouble(Offer::cost).sum() <= budget) {
        best = Math.max(best, BudgetPlan.value(chosen, offers));
      }
    }
    return best;
  }
}
