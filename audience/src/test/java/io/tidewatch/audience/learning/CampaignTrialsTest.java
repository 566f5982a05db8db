package io.tidewatch.audience.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.CampaignTrial;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Campers come to alpha by themselves; of those whom a campaign reaches, only campers who do not
 * drink {@code young} do. What happened before t₀ cannot tell; the first campaign's negatives can.
 */
class CampaignTrialsTest {
  private static final Duration PERIOD = Duration.ofDays(28);
  private static final Instant NOW = Market.END.minus(PERIOD);
  private static final int USERS = 2400;

  private static boolean camps(String user) {
    return user.startsWith("other") && number(user) % 4 == 0;
  }

  private static boolean drinks(String user) {
    return number(user) % 8 == 0;
  }

  private static int number(String user) {
    return Integer.parseInt(user.substring(5));
  }

  private static boolean buys(String user) {
    return camps(user) && !drinks(user);
  }

  @Test
  void run_campaignNegatives_teachWhomAdvertisingDoesNotMove() {
    CampaignTrial trial = trials(store()).run("alpha", NOW, CampaignTrialsTest::buys, 1);
    assertThat(trial.notes()).isEmpty();
    assertThat(trial.scores().keySet())
        .containsExactly(
            CampaignTrial.WITHOUT,
            CampaignTrial.POSITIVES,
            CampaignTrial.NEGATIVES,
            CampaignTrial.ALONE,
            CampaignTrial.BUYERS,
            CampaignTrial.BUYERS_NEGATIVES,
            "random");
    assertThat(trial.exposed()).isBetween(80, 130);
    assertThat(trial.converted()).isBetween(20, trial.exposed() - 20);
    double without = precision(trial, CampaignTrial.WITHOUT);
    assertThat(precision(trial, CampaignTrial.NEGATIVES)).isGreaterThan(without + 0.2);
    assertThat(precision(trial, CampaignTrial.NEGATIVES))
        .isGreaterThanOrEqualTo(precision(trial, CampaignTrial.POSITIVES));
    assertThat(precision(trial, CampaignTrial.BUYERS_NEGATIVES))
        .isGreaterThan(precision(trial, CampaignTrial.BUYERS));
  }

  @Test
  void run_secondCampaign_choosesFromTheOtherHalfAlone() {
    CampaignTrial trial = trials(store()).run("alpha", NOW, CampaignTrialsTest::buys, 1);
    assertThat(trial.users().size()).isBetween(USERS * 2 / 5, USERS * 3 / 5);
    assertThat(trial.users()).doesNotHaveDuplicates().isSorted();
    CampaignTrial again = trials(store()).run("alpha", NOW, CampaignTrialsTest::buys, 1);
    assertThat(again.users()).isEqualTo(trial.users());
    trial
        .scores()
        .forEach((system, scores) ->
            assertThat(again.scores().get(system)).as(system).containsExactly(scores));
  }

  @Test
  void run_nobodyConverts_saysWhatCannotLearnAndGoesOn() {
    CampaignTrial trial = trials(store()).run("alpha", NOW, user -> false, 1);
    assertThat(trial.converted()).isZero();
    assertThat(trial.notes()).anySatisfy(n -> assertThat(n).startsWith(CampaignTrial.ALONE));
    assertThat(trial.scores().get(CampaignTrial.ALONE)).containsOnly(0);
    assertThat(trial.bought()).containsOnly(false);
  }

  @Test
  void run_unknownBrand_isRefused() {
    assertThatThrownBy(() -> trials(store()).run("ghost", NOW, user -> true, 1))
        .isInstanceOf(NoAudienceException.class);
  }

  private static double precision(CampaignTrial trial, String system) {
    return PredictTa.at(Ranking.of(trial.scores().get(system), trial.bought()), 0.1)
        .precision();
  }

  private static CampaignTrials trials(FakeBehaviorStore store) {
    return new CampaignTrials(Market.sources(store), PERIOD);
  }

  private static FakeBehaviorStore store() {
    var store = new FakeBehaviorStore();
    var random = new Random(5);
    for (int i = 0; i < 60; i++) {
      String user = "buyer%04d".formatted(i);
      store.add(user, NOW.minus(Duration.ofDays(50)), "order", "alpha", "makeup");
      store.add(user, NOW.minus(Duration.ofDays(50)), "click", "tent", "camping");
    }
    for (int i = 0; i < USERS; i++) {
      String user = "other%04d".formatted(i);
      for (int period = 2; period > 0; period--) {
        Instant start = NOW.minus(PERIOD.multipliedBy(period));
        store.add(user, start.plus(Duration.ofDays(random.nextInt(20))), "click", "bean", "coffee");
        if (camps(user)) {
          store.add(
              user, start.plus(Duration.ofDays(random.nextInt(20))), "click", "tent", "camping");
        }
        if (drinks(user)) {
          store.add(
              user, start.plus(Duration.ofDays(random.nextInt(20))), "click", "young", "coffee");
        }
      }
      if (random.nextInt(100) < (camps(user) ? 20 : 1)) {
        store.add(
            user, NOW.minus(Duration.ofDays(1 + random.nextInt(26))), "order", "alpha", "makeup");
      }
    }
    return store;
  }
}
