package io.tidewatch.audience.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.Wording;
import io.tidewatch.audience.answer.Explanation;
import io.tidewatch.audience.answer.ModelNote;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.answer.SizeRow;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.selection.Cut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** In each of three periods campers come to alpha; others hardly ever do. */
class SelectionDeskTest {
  private static final Duration PERIOD = Duration.ofDays(28);
  private static final Instant T = Market.END;

  private final FakeBehaviorStore store = store();
  private final SelectionDesk desk = desk(store);

  @Test
  void select_plantedTaste_takesCampersFirst() {
    List<SelectedRow> rows = desk.select(query(new Cut.AtSize(30)));
    assertThat(rows).hasSize(30);
    assertThat(rows)
        .extracting(SelectedRow::score)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(rows.stream().filter(row -> row.userId().startsWith("camper")).count())
        .isGreaterThan(25);
    assertThat(rows).allSatisfy(row -> {
      assertThat(row.score()).isBetween(0.0, 1.0);
      assertThat(row.state()).isIn("O", "A");
      assertThat(row.directions()).isNotEmpty();
      assertThat(row.reasons()).isNotEmpty();
    });
  }

  @Test
  void explain_everySelectedUser_agreesWithTheSelectionAndAddsUp() {
    List<SelectedRow> rows = desk.select(query(new Cut.AtSize(20)));
    for (int i = 0; i < rows.size(); i++) {
      SelectedRow row = rows.get(i);
      Explanation why = explain(row.userId(), 10);
      assertThat(why.state()).isEqualTo(row.state());
      assertThat(Objects.requireNonNull(why.selection()).place()).isEqualTo(i + 1);
      assertThat(why.selection().selected()).isEqualTo(i < 10);
      assertThat(why.text()).contains(i < 10 ? ": selected" : ": not selected");
      Explanation.ModelScore model = Objects.requireNonNull(why.model());
      assertThat(model.probability()).isEqualTo(row.score());
      assertThat(model.logOdds())
          .isCloseTo(Math.log(row.score() / (1 - row.score())), within(1e-3))
          .isCloseTo(
              model.start()
                  + model.contributions().stream().mapToDouble(c -> c.logOdds()).sum(),
              within(1e-9));
      assertThat(model.contributions()).isNotEmpty();
      assertThat(why.directions()).hasSize(6).allSatisfy(direction -> {
        double evidence = row.directions().getOrDefault(direction.direction(), 0.0);
        assertThat(direction.evidence()).isEqualTo(evidence);
        if (direction.place() == null) {
          assertThat(evidence).isZero();
          assertThat(direction.reasons()).isEmpty();
        } else {
          assertThat(-Math.log(direction.place() / (direction.of() + 1)))
              .isCloseTo(evidence, within(1e-5));
          assertThat(direction.reasons()).isNotEmpty();
        }
      });
    }
  }

  @Test
  void explain_whoHoldsTheBrand_givesStateAndEvidenceWithoutAScore() {
    store.add("other000", T.minus(Duration.ofDays(3)), "cart", "alpha", "makeup");
    store.add("other000", T.minus(Duration.ofDays(2)), "cart", "alpha", "makeup");
    Explanation why = explain("other000", 10);
    assertThat(why.state()).isEqualTo("I");
    assertThat(why.model()).isNull();
    assertThat(why.selection()).isNull();
    assertThat(why.directions()).isEmpty();
    assertThat(why.text())
        .isEqualTo("In I (interest); only users in O or A are selected, so there is no score");
    Explanation.Proof cart = why.evidence().getFirst();
    assertThat(cart.kind()).isEqualTo("cart");
    assertThat(cart.state()).isEqualTo("I");
    assertThat(cart.count()).isEqualTo(2);
    assertThat(cart.newest())
        .extracting(Explanation.Act::at)
        .containsExactly(T.minus(Duration.ofDays(2)), T.minus(Duration.ofDays(3)));
  }

  @Test
  void explain_whoWasNotActiveOrIsUnknown_saysSo() {
    store.add("sleeper", T.minus(Duration.ofDays(200)), "click", "tent", "camping");
    store.add("later", T, "click", "tent", "camping");
    assertThat(explain("sleeper", 10).text()).contains("not active in 90 days");
    assertThat(desk.explain(query(new Cut.AtSize(0)), "nobody", 10)).isEmpty();
    assertThat(desk.explain(query(new Cut.AtSize(0)), "later", 10)).isEmpty();
  }

  @Test
  void explain_whatHappensAtOrAfterT_changesNothing() {
    Explanation before = explain("camper003", 10);
    store.add("camper003", T, "order", "alpha", "makeup");
    store.add("camper003", T.plusSeconds(5), "click", "alpha", "makeup");
    assertThat(explain("camper003", 10)).isEqualTo(before);
  }

  @Test
  void columnWords_everyNumberOfTheModel_hasAChineseName() {
    var words = new ColumnWords(new Wording(Market.CATALOGUE, Locale.CHINESE));
    assertThat(RelativeColumns.names())
        .allSatisfy(name -> assertThat(words.name(name)).isNotEqualTo(name));
    assertThat(words.contribution("brand: acts", Double.NaN, Math.log(2)))
        .isEqualTo("与本品牌的行为次数 = 未知:提高,几率 × 2.00");
  }

  private Explanation explain(String user, int size) {
    return desk.explain(query(new Cut.AtSize(0)), user, size).orElseThrow();
  }

  @Test
  void select_whoHoldsTheBrand_isNeverTaken() {
    String first = desk.select(query(new Cut.AtSize(1))).getFirst().userId();
    store.add(first, T.minus(Duration.ofDays(3)), "click", "alpha", "makeup");
    assertThat(desk.select(query(new Cut.AtSize(1_000_000))))
        .extracting(SelectedRow::userId)
        .doesNotContain(first, "buyer000")
        .doesNotHaveDuplicates();
  }

  @Test
  void select_atACut_takesThoseWithTheScore() {
    List<SelectedRow> all = desk.select(query(new Cut.AtSize(1_000_000)));
    double cut = all.get(10).score();
    long above = all.stream().filter(row -> row.score() >= cut).count();
    assertThat(desk.select(query(new Cut.AtScore(cut)))).hasSize((int) above);
    assertThat(above).isLessThan(all.size());
  }

  @Test
  void select_whatHappensAtOrAfterT_changesNothing() {
    List<SelectedRow> before = desk.select(query(new Cut.AtSize(50)));
    for (int i = 0; i < 100; i++) {
      store.add("other%03d".formatted(i), T, "order", "alpha", "makeup");
      store.add("other%03d".formatted(i), T.plusSeconds(9), "click", "tent", "camping");
    }
    assertThat(desk.select(query(new Cut.AtSize(50)))).isEqualTo(before);
    assertThat(desk(store).select(query(new Cut.AtSize(50)))).isEqualTo(before);
  }

  @Test
  void model_learned_saysWhatItRestsOn() {
    ModelNote note = desk.model(query(new Cut.AtSize(0))).orElseThrow();
    assertThat(note.positives()).isBetween(20, 150);
    assertThat(note.others()).isGreaterThan(400);
    assertThat(note.effects()).isNotEmpty().hasSizeLessThanOrEqualTo(12);
    assertThat(note.card())
        .contains("gradient-boosted trees", "random forest", "logistic regression");
  }

  @Test
  void model_moreMoversThanAreNeeded_learnsFromFiveThousandABrand() {
    var crowd = new FakeBehaviorStore();
    Instant before = T.minus(PERIOD).minus(Duration.ofDays(3));
    for (int i = 0; i < 40; i++) {
      crowd.add("buyer%03d".formatted(i), before, "order", "alpha", "makeup");
    }
    for (int i = 0; i < 9000; i++) {
      String user = "user%05d".formatted(i);
      crowd.add(user, before, "click", i % 3 == 0 ? "tent" : "bean", "coffee");
      if (i < 6000) {
        crowd.add(user, T.minus(Duration.ofDays(2)), "click", "alpha", "makeup");
      }
    }
    ModelNote note = desk(crowd).model(query(new Cut.AtSize(0))).orElseThrow();
    assertThat(note.positives()).isBetween(4800, 5200);
    assertThat(note.others()).isEqualTo(3000);
  }

  @Test
  void sizes_plantedTaste_fallWithSizeAndStandAboveEverybody() {
    List<SizeRow> rows = desk.sizes("alpha", T, Goal.DEEPEN);
    assertThat(rows).extracting(SizeRow::share).isSorted().endsWith(0.2, 0.5);
    SizeRow tenth = rows.stream().filter(row -> row.share() == 0.1).findFirst().orElseThrow();
    assertThat(tenth.expected()).isGreaterThan(2 * tenth.base());
    assertThat(tenth.low()).isLessThan(tenth.expected());
    assertThat(tenth.high()).isGreaterThan(tenth.expected());
    assertThat(tenth.size()).isBetween(40, 70);
    assertThat(rows.getLast().expected()).isLessThan(tenth.expected());
  }

  @Test
  void anything_emptyStore_isEmpty() {
    SelectionDesk empty = desk(new FakeBehaviorStore());
    var newest = new SelectionQuery("alpha", null, Goal.DEEPEN, new Cut.AtSize(5), Locale.CHINESE);
    assertThat(empty.select(newest)).isEmpty();
    assertThat(empty.model(newest)).isEmpty();
    assertThat(empty.sizes("alpha", null, Goal.BUY)).isEmpty();
  }

  @Test
  void anything_unknownBrandOrTooFewMovers_isRefusedWithTheReason() {
    assertThatThrownBy(() -> desk.sizes("nobody", T, Goal.BUY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> desk(Market.store())
            .select(new SelectionQuery(
                "alpha", T.plusSeconds(1), Goal.DEEPEN, new Cut.AtSize(5), Locale.CHINESE)))
        .isInstanceOf(NoAudienceException.class);
    assertThatThrownBy(() -> desk.sizes("ghost", T, Goal.DEEPEN))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("ghost");
  }

  private static SelectionQuery query(Cut cut) {
    return new SelectionQuery("alpha", T, Goal.DEEPEN, cut, Locale.ENGLISH);
  }

  private static SelectionDesk desk(FakeBehaviorStore store) {
    return new SelectionDesk(Market.sources(store), PERIOD);
  }

  /** Who camps clicks a tent in every period before T; half of them buy in some later period. */
  private static FakeBehaviorStore store() {
    var store = new FakeBehaviorStore();
    var random = new Random(7);
    Instant first = T.minus(PERIOD.multipliedBy(3));
    for (int i = 0; i < 60; i++) {
      String user = "buyer%03d".formatted(i);
      store.add(user, first.plus(Duration.ofDays(1)), "order", "alpha", "makeup");
      store.add(user, first.plus(Duration.ofDays(2)), "click", "tent", "camping");
    }
    for (int i = 0; i < 780; i++) {
      boolean camper = i < 230;
      String user = (camper ? "camper%03d" : "other%03d").formatted(camper ? i : i - 230);
      boolean mover = random.nextInt(100) < (camper ? 60 : 3);
      int when = 1 + random.nextInt(2);
      for (int period = 0; period < 3; period++) {
        Instant start = first.plus(PERIOD.multipliedBy(period));
        store.add(user, start.plus(Duration.ofDays(random.nextInt(20))), "click", "bean", "coffee");
        if (camper) {
          store.add(
              user, start.plus(Duration.ofDays(random.nextInt(25))), "click", "tent", "camping");
        }
        if (mover && period == when) {
          Instant bought = start.plus(Duration.ofDays(1 + random.nextInt(26)));
          store.add(user, bought, "order", "alpha", "makeup");
        }
      }
    }
    return store;
  }
}
