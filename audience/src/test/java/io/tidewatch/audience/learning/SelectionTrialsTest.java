package io.tidewatch.audience.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Campers come to alpha in the period after they looked at tents; others hardly ever do. */
class SelectionTrialsTest {
  private static final Duration PERIOD = Duration.ofDays(28);
  private static final Instant NOW = Market.END.minus(PERIOD);

  @Test
  void run_plantedTaste_isLearnedFromThePeriodBefore() {
    List<SelectionTrial> trials = trials(store()).run("alpha", NOW, 1);
    assertThat(trials).extracting(SelectionTrial::goal).containsExactly(Goal.DEEPEN, Goal.BUY);
    SelectionTrial buy = trials.getLast();
    assertThat(buy.scores().keySet())
        .contains(
            "tidewatch",
            "tidewatch, learned",
            "tidewatch, boosted",
            "tidewatch, forest",
            "tidewatch, logistic",
            "tidewatch, the brand alone",
            "boosted without interest",
            "boosted without all directions",
            "forest of the brand's tags",
            "six directions",
            "direction interest",
            "direction interest, learned",
            "direction competitor, learned and rule",
            "rule",
            "random",
            "RFM + gradient boosting",
            "plain lookalike",
            "tag diffusion",
            "seed clusters");
    assertThat(buy.notes())
        .as("nobody knows a rival here")
        .allSatisfy(note -> assertThat(note).startsWith("direction competitor, learned"));
    for (String ours : List.of("tidewatch", "tidewatch, learned", "tidewatch, forest")) {
      assertThat(lift(buy, ours)).as(ours).isGreaterThan(2);
    }
    assertThat(lift(buy, "random")).isLessThan(2);
  }

  @Test
  void run_universe_isWhoNeitherHoldsNorEngagesTheBrand() {
    FakeBehaviorStore store = store();
    store.add("engaged", NOW.minus(Duration.ofDays(2)), "click", "alpha", "makeup");
    store.add("aware", NOW.minus(Duration.ofDays(2)), "impression", "alpha", "makeup");
    store.add("asleep", NOW.minus(Duration.ofDays(120)), "click", "bean", "coffee");
    SelectionTrial trial = trials(store).run("alpha", NOW, 1).getFirst();
    assertThat(trial.users())
        .doesNotContain("engaged", "asleep")
        .contains("aware")
        .isSorted();
    assertThat(trial.open()[trial.users().indexOf("aware")]).isFalse();
    assertThat(trial.open()[trial.users().indexOf("other000")]).isTrue();
  }

  @Test
  void run_whatHappensLater_changesNoScore() {
    Map<String, double[]> before =
        trials(store()).run("alpha", NOW, 1).getLast().scores();
    FakeBehaviorStore store = store();
    for (int i = 0; i < 200; i++) {
      store.add("other%03d".formatted(i), NOW.plus(Duration.ofDays(3)), "order", "alpha", "makeup");
      store.add("other%03d".formatted(i), NOW, "click", "tent", "camping");
    }
    SelectionTrial poisoned = trials(store).run("alpha", NOW, 1).getLast();
    assertThat(poisoned.entered()[poisoned.users().indexOf("other000")]).isTrue();
    before.forEach((system, scores) ->
        assertThat(poisoned.scores().get(system)).as(system).containsExactly(scores));
  }

  @Test
  void run_refundedOrder_isNoPurchase() {
    FakeBehaviorStore store = store();
    Instant after = NOW.plus(Duration.ofDays(2));
    store.order("o1", "other001", after, "alpha", "alpha.p", "makeup", "50", "CNY");
    store.order("o2", "other002", after, "alpha", "alpha.p", "makeup", "50", "CNY");
    store.refund("o1", after.plus(Duration.ofDays(1)), "50");
    SelectionTrial buy = trials(store).run("alpha", NOW, 1).getLast();
    assertThat(buy.entered()[buy.users().indexOf("other001")]).isFalse();
    assertThat(buy.entered()[buy.users().indexOf("other002")]).isTrue();
  }

  @Test
  void run_tooFewToLearnFrom_saysSoAndScoresAllAlike() {
    var store = new FakeBehaviorStore();
    Instant ago = NOW.minus(Duration.ofDays(40));
    for (int i = 0; i < 30; i++) {
      store.add("buyer%02d".formatted(i), ago, "order", "alpha", "makeup");
    }
    for (int i = 0; i < 50; i++) {
      store.add("other%02d".formatted(i), ago, "click", "bean", "coffee");
    }
    SelectionTrial buy = trials(store).run("alpha", NOW, 1).getLast();
    assertThat(buy.notes()).anySatisfy(note -> assertThat(note).contains("tidewatch, boosted"));
    assertThat(buy.scores().get("tidewatch, boosted")).containsOnly(0);
  }

  @Test
  void run_brandWithoutPeopleOrUnknown_isRefused() {
    assertThatThrownBy(() -> trials(store()).run("ghost", NOW, 1))
        .isInstanceOf(NoAudienceException.class);
    assertThatThrownBy(() -> trials(store()).run("nobody", NOW, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
  }

  private static double lift(SelectionTrial trial, String system) {
    return PredictTa.at(Ranking.of(trial.scores().get(system), trial.entered()), 0.05)
        .lift();
  }

  private static SelectionTrials trials(FakeBehaviorStore store) {
    return new SelectionTrials(Market.sources(store), PERIOD);
  }

  private static FakeBehaviorStore store() {
    var store = new FakeBehaviorStore();
    var random = new Random(5);
    for (int i = 0; i < 40; i++) {
      String user = "buyer%03d".formatted(i);
      store.add(user, NOW.minus(Duration.ofDays(50)), "order", "alpha", "makeup");
      store.add(user, NOW.minus(Duration.ofDays(50)), "click", "tent", "camping");
    }
    for (int i = 0; i < 700; i++) {
      String user = "other%03d".formatted(i);
      for (int period = 0; period < 2; period++) {
        Instant start = NOW.minus(PERIOD.multipliedBy(2 - period));
        store.add(user, start.plus(Duration.ofDays(random.nextInt(20))), "click", "bean", "coffee");
        boolean camper = random.nextInt(8) == 0;
        if (camper) {
          store.add(
              user,
              start.plus(Duration.ofDays(1 + random.nextInt(20))),
              "click",
              "tent",
              "camping");
        }
        if (random.nextInt(100) < (camper ? 50 : 2)) {
          Instant bought = start.plus(PERIOD).plus(Duration.ofDays(random.nextInt(27)));
          store.add(user, bought, "order", "alpha", "makeup");
        }
      }
    }
    return store;
  }
}
