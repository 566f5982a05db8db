package io.tidewatch.audience.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.HolidayNote;
import io.tidewatch.audience.answer.ModelNote;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.audience.answer.SelectionTrial;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.metric.PredictTa;
import io.tidewatch.audience.metric.Ranking;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.selection.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Campers come to alpha every month; givers, whom the month before shows in coffee like the campers
 * in camping, come to it for Double 11 alone, and type its words.
 */
class HolidaySelectionTest {
  private static final Duration PERIOD = Duration.ofDays(28);
  private static final Instant LAST_START = Instant.parse("2024-10-12T16:00:00Z");
  private static final Instant LAST_END = Instant.parse("2024-11-11T16:00:00Z");
  private static final HolidayRun LAST =
      new HolidayRun("double-11", List.of("双11"), LAST_START, LAST_END);
  private static final Instant T = Instant.parse("2025-10-12T16:00:00Z");
  private static final Instant END = Instant.parse("2025-11-11T16:00:00Z");

  private final FakeBehaviorStore store = store();

  @Test
  void run_customOfTheHoliday_isLearnedFromLastYear() {
    SelectionTrial trial = trials(store).run("alpha", LAST, T, END, 1);
    assertThat(trial.goal()).isEqualTo(Goal.BUY);
    assertThat(trial.scores().keySet())
        .contains(
            "daily",
            "holiday",
            "fused",
            "fused, half and half",
            "holiday, boosted",
            "holiday, forest",
            "holiday, logistic",
            "holiday without the holiday's categories",
            "holiday without what users told",
            "RFM + gradient boosting",
            "rule",
            "random");
    assertThat(precision(trial, "holiday")).isGreaterThan(1.5 * precision(trial, "daily"));
    assertThat(precision(trial, "fused")).isGreaterThan(precision(trial, "daily"));
  }

  @Test
  void run_whatHappensFromT0On_changesNoScore() {
    Map<String, double[]> before = trials(store).run("alpha", LAST, T, END, 1).scores();
    FakeBehaviorStore poisoned = store();
    for (int i = 0; i < 200; i++) {
      String user = "other%03d".formatted(i);
      poisoned.add(user, T, "order", "alpha", "makeup");
      poisoned.search(user, T.plusSeconds(5), "双11 露营", "camping");
    }
    SelectionTrial trial = trials(poisoned).run("alpha", LAST, T, END, 1);
    assertThat(trial.entered()[trial.users().indexOf("other000")]).isTrue();
    before.forEach((system, scores) ->
        assertThat(trial.scores().get(system)).as(system).containsExactly(scores));
  }

  @Test
  void run_whatWasToldAfterwards_isNotKnownAtTheBeginning() {
    Map<String, double[]> before = trials(store).run("alpha", LAST, T, END, 1).scores();
    FakeBehaviorStore told = store();
    IntStream.range(0, 200)
        .forEach(i ->
            told.tell("giver%03d".formatted(i), T.plusSeconds(1), "gender", "female", "declared"));
    assertThat(trials(told).run("alpha", LAST, T, END, 1).scores().get("holiday"))
        .containsExactly(before.get("holiday"));
  }

  @Test
  void run_timesOutOfOrder_isRefused() {
    assertThatThrownBy(() -> trials(store).run("alpha", LAST, LAST_END.minusSeconds(1), END, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time");
    assertThatThrownBy(() -> trials(store).run("alpha", LAST, END, END, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("time");
  }

  @Test
  void select_forTheHoliday_givesPortionsBestFirst() {
    assertThat(desk(store).select(query(LAST)))
        .hasSize(60)
        .extracting(SelectedRow::score)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one))
        .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
  }

  @Test
  void model_forTheHoliday_saysWordsCategoriesAndHowItWasJoined() {
    SelectionDesk desk = desk(store);
    ModelNote note = desk.model(query(LAST)).orElseThrow();
    HolidayNote holiday = note.holiday();
    assertThat(holiday).isNotNull();
    assertThat(holiday.occasion()).isEqualTo("double-11");
    assertThat(holiday.words()).extracting(word -> word.word()).containsExactly("双11 咖啡 礼盒");
    assertThat(holiday.categories())
        .extracting(category -> category.categoryId())
        .containsExactly("coffee");
    assertThat(holiday.positives()).isBetween(50, 150);
    assertThat(holiday.weight()).isGreaterThan(0).isLessThanOrEqualTo(1);
    assertThat(holiday.tuning()).hasSizeBetween(2, 3);
    assertThat(holiday.notes()).isEmpty();
    assertThat(holiday.effects()).isNotEmpty().hasSizeLessThanOrEqualTo(12);
    assertThat(holiday.card())
        .contains("gradient-boosted trees", "random forest", "logistic regression");
    assertThat(desk.model(query(null)).orElseThrow().holiday()).isNull();
  }

  @Test
  void model_nothingBeforeTheMonthBefore_weighsBothTheSame() {
    FakeBehaviorStore young = new FakeBehaviorStore();
    store.events().stream()
        .filter(e -> !e.at().isBefore(LAST_START.minus(Duration.ofDays(27))))
        .forEach(young::add);
    HolidayNote holiday = desk(young).model(query(LAST)).orElseThrow().holiday();
    assertThat(holiday.weight()).isEqualTo(0.5);
    assertThat(holiday.tuning()).isEmpty();
    assertThat(holiday.notes()).extracting(Reason::code).containsExactly("untuned-fusion");
  }

  @Test
  void model_noWordOfTheHoliday_takesTheBrandsCategories() {
    FakeBehaviorStore silent = new FakeBehaviorStore();
    store.events().stream().filter(e -> !e.action().equals("search")).forEach(silent::add);
    for (FakeBehaviorStore.Event event : store.events()) {
      if (event.category().equals("coffee") && event.action().equals("click")) {
        silent.add(event.userId(), event.at(), "view", "beta", "makeup");
      }
    }
    HolidayNote holiday = desk(silent).model(query(LAST)).orElseThrow().holiday();
    assertThat(holiday.words()).isEmpty();
    assertThat(holiday.notes()).extracting(Reason::code).contains("no-holiday-words");
  }

  @Test
  void select_nothingAYearBack_isRefusedWithOneSentence() {
    FakeBehaviorStore young = new FakeBehaviorStore();
    store.events().stream().filter(e -> !e.at().isBefore(LAST_END)).forEach(young::add);
    assertThatThrownBy(() -> desk(young).select(query(LAST)))
        .isInstanceOf(NoAudienceException.class)
        .hasMessage(
            "holiday: facts before 2024-10-12T16:00:00Z, when double-11 began last year, are"
                + " required, got none");
  }

  @Test
  void select_nobodyBoughtInTheHoliday_isRefused() {
    FakeBehaviorStore idle = new FakeBehaviorStore();
    store.events().stream()
        .filter(e -> e.at().isBefore(LAST_START) || !e.at().isBefore(LAST_END))
        .forEach(idle::add);
    assertThatThrownBy(() -> desk(idle).select(query(LAST)))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("too little to learn from");
  }

  @Test
  void query_holidayWithAnotherGoalOrARunThatIsNotOver_isRefused() {
    assertThatThrownBy(() ->
            new SelectionQuery("alpha", T, Goal.DEEPEN, new Cut.AtSize(5), LAST, Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("goal: buy is required with a holiday, got deepen");
    var coming = new HolidayRun("double-11", List.of(), T, END);
    assertThatThrownBy(() -> desk(store).select(query(coming)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holiday: a run that is over");
  }

  @Test
  void select_emptyStore_isEmpty() {
    assertThat(desk(new FakeBehaviorStore())
            .select(new SelectionQuery(
                "alpha", null, Goal.BUY, new Cut.AtSize(5), LAST, Locale.CHINESE)))
        .isEmpty();
  }

  private static double precision(SelectionTrial trial, String system) {
    return PredictTa.at(Ranking.of(trial.scores().get(system), trial.entered()), 0.1)
        .precision();
  }

  private static SelectionQuery query(HolidayRun run) {
    return new SelectionQuery("alpha", T, Goal.BUY, new Cut.AtSize(60), run, Locale.ENGLISH);
  }

  private static SelectionDesk desk(FakeBehaviorStore store) {
    return new SelectionDesk(Market.sources(store), PERIOD);
  }

  private static HolidayTrials trials(FakeBehaviorStore store) {
    return new HolidayTrials(Market.sources(store), PERIOD);
  }

  private static FakeBehaviorStore store() {
    var store = new FakeBehaviorStore();
    var random = new Random(9);
    year(store, random, LAST_START, LAST_END, "a");
    year(store, random, T, END, "b");
    for (int i = 0; i < 40; i++) {
      String buyer = "buyer%03d".formatted(i);
      store.add(buyer, LAST_START.minus(Duration.ofDays(60)), "order", "alpha", "makeup");
      store.add(buyer, T.minus(Duration.ofDays(50)), "order", "alpha", "makeup");
      store.add(buyer, T.minus(Duration.ofDays(40)), "click", "tent", "camping");
    }
    return store;
  }

  /** Two months before a run and the run; who bought is another person next year. */
  private static void year(
      FakeBehaviorStore store, Random random, Instant start, Instant end, String year) {
    for (int i = 0; i < 200; i++) {
      String giver = (year.equals("a") ? "taker%03d" : "giver%03d").formatted(i);
      String camper = "camper" + year + "%03d".formatted(i);
      for (int month = 2; month >= 1; month--) {
        Instant from = start.minus(PERIOD.multipliedBy(month));
        store.add(giver, later(from, random, 26), "click", "bean", "coffee");
        store.add(giver, later(from, random, 26), "click", "bean", "coffee");
        store.add(camper, later(from, random, 26), "click", "tent", "camping");
        if (random.nextInt(3) == 0) {
          store.add(camper, later(from, random, 26), "click", "bean", "coffee");
        }
        String other = "other%03d".formatted(i);
        store.add(other, later(from, random, 26), "click", "young", "makeup");
        for (String user : List.of(giver, camper, other)) {
          for (int more = random.nextInt(5); more > 0; more--) {
            int shelf = random.nextInt(12);
            store.add(user, later(from, random, 26), "view", "brand" + shelf, "shelf" + shelf / 2);
          }
        }
        if (random.nextInt(4) == 0) {
          store.add(other, later(from, random, 26), "click", "bean", "coffee");
        }
        if (i % 8 == 0 && month == 1) {
          store.add(camper, later(from, random, 26), "order", "alpha", "makeup");
        }
      }
      store.search(giver, later(start, random, 25), "双11 咖啡 礼盒", "coffee");
      if (random.nextInt(100) < 50) {
        store.add(giver, later(start, random, 25), "order", "alpha", "makeup");
      }
      if (random.nextInt(100) < 10) {
        store.add(camper, later(start, random, 25), "order", "alpha", "makeup");
      }
      store.search("other%03d".formatted(i), later(start, random, 25), "口红", "makeup");
      store.search("other%03d".formatted(i), start.minus(Duration.ofDays(4)), "口红", "makeup");
    }
  }

  private static Instant later(Instant from, Random random, int days) {
    return from.plusSeconds(random.nextInt(days * 86_400));
  }
}
