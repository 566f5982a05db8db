package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.FeatureRow;
import io.tidewatch.audience.answer.Features;
import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.query.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AudienceDeskTest {
  private static final Target ALPHA = new Target.OfBrand("alpha");

  private final FakeBehaviorStore store = Market.store();
  private final AudienceDesk desk = Market.desk(store);

  @Test
  void features_plantedInterest_isKeptWithItsCounts() {
    Features features = desk.features(ALPHA, null, Locale.CHINESE);
    FeatureRow camping = row(features, "category:camping");

    assertThat(features.base().orElseThrow().users()).isEqualTo(400);
    assertThat(features.base().orElseThrow().target()).isEqualTo(60);
    assertThat(features.base().orElseThrow().rule()).isEqualTo("buyers");
    assertThat(camping.users()).isEqualTo(85);
    assertThat(camping.taUsers()).isEqualTo(45);
    assertThat(camping.tgi()).isCloseTo(100 * (45 / 60.0) / (85 / 400.0), within(1e-9));
    assertThat(camping.concentration()).isCloseTo(45 / 85.0, within(1e-12));
    assertThat(camping.coverage()).isCloseTo(0.75, within(1e-12));
    assertThat(camping.tgiLow()).isBetween(120.0, camping.tgi());
    assertThat(camping.z()).isGreaterThan(5);
    assertThat(camping.p()).isLessThan(0.001);
    assertThat(camping.kept()).isTrue();
    assertThat(camping.reason()).isNull();
    assertThat(camping.name()).isEqualTo("露营");
    assertThat(features.rows().getFirst().kept()).isTrue();
  }

  @Test
  void expand_interest_isScoredByTheKeptFeaturesOfTheTable() {
    List<FeatureRow> kept = desk.features(ALPHA, null, Locale.CHINESE).rows().stream()
        .filter(FeatureRow::kept)
        .toList();

    assertThat(desk.expand(ALPHA, null, 10, List.of("interest"), Locale.CHINESE).features())
        .isEqualTo(kept)
        .isNotEmpty();
  }

  @Test
  void features_whatEverybodyHas_isNotKeptAndSaysWhy() {
    FeatureRow coffee = row(desk.features(ALPHA, null, Locale.ENGLISH), "category:coffee");

    assertThat(coffee.tgi()).isCloseTo(100, within(1e-9));
    assertThat(coffee.z()).isNull();
    assertThat(coffee.kept()).isFalse();
    assertThat(coffee.reason().code()).isEqualTo("no-contrast");
  }

  @Test
  void features_brandItself_isMarkedAndNotKept() {
    Features features = desk.features(ALPHA, null, Locale.ENGLISH);

    assertThat(List.of("brand:alpha", "product:alpha.p", "keyword:小a管 试色")).allSatisfy(feature -> {
      FeatureRow row = row(features, feature);
      assertThat(row.kept()).isFalse();
      assertThat(row.p()).isNull();
      assertThat(row.reason().code()).isEqualTo("own-feature");
    });
  }

  @Test
  void features_factsAboutTheBrand_feedNoCategory() {
    assertThat(desk.features(ALPHA, null, Locale.ENGLISH).rows())
        .extracting(FeatureRow::feature)
        .doesNotContain("category:makeup");
  }

  @Test
  void features_fewerThanTwentyUsers_areNotShown() {
    assertThat(desk.features(ALPHA, null, Locale.ENGLISH).rows())
        .extracting(FeatureRow::feature)
        .doesNotContain("brand:young");
  }

  @Test
  void features_interestThatFaded_isNoLongerCarried() {
    Instant later = Market.LATELY.plus(Duration.ofDays(60));

    assertThat(desk.features(ALPHA, later, Locale.ENGLISH).rows())
        .extracting(FeatureRow::feature)
        .contains("brand:alpha")
        .doesNotContain("category:camping");
  }

  @Test
  void features_buyersWithoutRecentEvents_areCountedOutside() {
    for (int i = 0; i < 30; i++) {
      store.add("old" + i, Market.END.minus(Duration.ofDays(200)), "order", "alpha", "makeup");
    }

    Population base = desk.features(ALPHA, Market.END, Locale.ENGLISH).base().orElseThrow();

    assertThat(base.users()).isEqualTo(400);
    assertThat(base.outside()).isEqualTo(30);
    assertThat(base.text())
        .isEqualTo(
            "Base: 400 users with any event in 90 days; target: 60 of them who bought 阿尔法 in 730"
                + " days (30 more were not active of late)");
  }

  @Test
  void expand_plantedInterest_findsThoseWhoShareItBestFirst() {
    Expansion expansion = desk.expand(ALPHA, null, 1000, List.of("interest"), Locale.CHINESE);

    assertThat(expansion.rows()).hasSize(40);
    assertThat(expansion.rows().subList(0, 20))
        .extracting(AudienceRow::userId)
        .isEqualTo(IntStream.range(0, 20).mapToObj("other%03d"::formatted).toList());
    AudienceRow first = expansion.rows().getFirst();
    assertThat(first.directions()).containsEntry("interest", first.score());
    assertThat(first.reasons()).hasSize(3);
    assertThat(first.reasons().getFirst().text()).startsWith("近期关注");
    assertThat(first.reasons().stream().mapToDouble(Reason::contribution).sum())
        .isLessThanOrEqualTo(first.score() + 1e-12);
    assertThat(expansion.features())
        .extracting(FeatureRow::feature)
        .containsExactlyInAnyOrder(
            "category:camping", "brand:tent", "product:tent.p", "keyword:露营");
  }

  @Test
  void expand_size_cutsTheSameOrder() {
    List<AudienceRow> all =
        desk.expand(ALPHA, null, 1000, List.of(), Locale.CHINESE).rows();

    assertThat(desk.expand(ALPHA, null, 7, List.of(), Locale.CHINESE).rows())
        .isEqualTo(all.subList(0, 7));
  }

  @Test
  void expand_buyers_areNeverAmongTheRows() {
    assertThat(desk.expand(ALPHA, null, 1000, List.of(), Locale.CHINESE).rows())
        .noneMatch(row -> row.userId().startsWith("buyer"));
  }

  @Test
  void expand_poisonedFuture_changesNothing() {
    Expansion before = desk.expand(ALPHA, Market.END, 1000, List.of(), Locale.ENGLISH);
    Features features = desk.features(ALPHA, Market.END, Locale.ENGLISH);

    for (int i = 0; i < 340; i++) {
      String user = "other%03d".formatted(i);
      store.add(user, Market.END.plusSeconds(i), "order", "alpha", "makeup");
      store.add(user, Market.END.plusSeconds(i), "order", "tent", "camping");
    }

    assertThat(desk.expand(ALPHA, Market.END, 1000, List.of(), Locale.ENGLISH)).isEqualTo(before);
    assertThat(desk.features(ALPHA, Market.END, Locale.ENGLISH)).isEqualTo(features);
  }

  @Test
  void expand_recordsInAnotherOrder_answersTheSame() {
    Expansion before = desk.expand(ALPHA, null, 1000, List.of(), Locale.ENGLISH);

    store.shuffle(9);

    assertThat(desk.expand(ALPHA, null, 1000, List.of(), Locale.ENGLISH)).isEqualTo(before);
  }

  @Test
  void expand_seedUsers_areTheTarget() {
    Set<String> seeds =
        IntStream.range(0, 45).mapToObj("buyer%03d"::formatted).collect(Collectors.toSet());
    seeds.add("stranger");

    Expansion expansion =
        desk.expand(new Target.OfUsers(seeds), null, 1000, List.of(), Locale.ENGLISH);

    Population base = expansion.base().orElseThrow();
    assertThat(base.rule()).isEqualTo("seed");
    assertThat(base.target()).isEqualTo(45);
    assertThat(base.outside()).isEqualTo(1);
    assertThat(expansion.features()).extracting(FeatureRow::feature).contains("brand:alpha");
    assertThat(expansion.rows()).extracting(AudienceRow::userId).contains("buyer050", "other000");
    assertThat(expansion.rows()).extracting(AudienceRow::userId).doesNotContainAnyElementsOf(seeds);
  }

  @Test
  void expand_brandWithoutBuyers_fallsBackToEngagedUsersAndSaysSo() {
    for (int i = 0; i < 30; i++) {
      store.add("other%03d".formatted(i), Market.LATELY, "click", "beta", "makeup");
    }

    Expansion expansion =
        desk.expand(new Target.OfBrand("beta"), null, 1000, List.of(), Locale.ENGLISH);

    assertThat(expansion.base().orElseThrow().rule()).isEqualTo("engaged");
    assertThat(expansion.base().orElseThrow().target()).isEqualTo(30);
    assertThat(expansion.rows())
        .isNotEmpty()
        .allMatch(r -> r.reasons().getLast().code().equals("few-buyers"))
        .noneMatch(r -> r.userId().compareTo("other030") < 0 && r.userId().startsWith("other"));
  }

  @Test
  void expand_brandThatNobodyKnows_namesTheRule() {
    assertThatThrownBy(
            () -> desk.expand(new Target.OfBrand("ghost"), null, 10, List.of(), Locale.ENGLISH))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("bought the brand in 730 days")
        .hasMessageContaining("cart, click, favorite, follow")
        .hasMessageContaining("none for ghost");
    assertThatThrownBy(
            () -> desk.expand(new Target.OfUsers(Set.of("x")), null, 10, List.of(), Locale.ENGLISH))
        .isInstanceOf(NoAudienceException.class);
  }

  @Test
  void expand_noFeaturePasses_usesThoseThatLeanAndSaysSo() {
    // 12 of 30 clickers of "young" are coffee lovers by chance: nothing significant
    var calm = new FakeBehaviorStore();
    for (int i = 0; i < 100; i++) {
      calm.add("u%03d".formatted(i), Market.LATELY, "click", "bean", "coffee");
      if (i % 3 == 0) {
        calm.add("u%03d".formatted(i), Market.LATELY, "click", "tent", "camping");
      }
      if (i < 31) {
        calm.add("u%03d".formatted(i), Market.LATELY, "order", "alpha", "makeup");
      }
    }

    Expansion expansion = Market.desk(calm).expand(ALPHA, null, 1000, List.of(), Locale.ENGLISH);

    assertThat(expansion.features()).isNotEmpty().noneMatch(FeatureRow::kept);
    assertThat(expansion.rows())
        .isNotEmpty()
        .allMatch(r -> r.reasons().getLast().code().equals("unproven-features"));
  }

  @Test
  void features_targetSmallerThanTwenty_isRefused() {
    store.add("other000", Market.LATELY, "order", "beta", "makeup");

    assertThatThrownBy(() -> desk.features(new Target.OfBrand("beta"), null, Locale.ENGLISH))
        .isInstanceOf(NoAudienceException.class)
        .hasMessage(
            "audience: a feature table needs at least 20 users in the target, got 1 (engaged)");
  }

  @Test
  void answers_emptyStoreOrTimeBeforeIt_areEmpty() {
    AudienceDesk empty = Market.desk(new FakeBehaviorStore());

    assertThat(empty.expand(ALPHA, null, 10, List.of(), Locale.ENGLISH).rows()).isEmpty();
    assertThat(empty.features(ALPHA, null, Locale.ENGLISH).rows()).isEmpty();
    assertThat(desk.features(ALPHA, Instant.parse("2020-01-01T00:00:00Z"), Locale.ENGLISH)
            .rows())
        .isEmpty();
  }

  @Test
  void expand_badArguments_nameTheRule() {
    assertThatThrownBy(() -> desk.expand(ALPHA, null, 10, List.of("luck"), Locale.ENGLISH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "directions: one of interest, category, competitor, search, lost, peer is required, got luck");
    assertThatThrownBy(() -> desk.expand(ALPHA, null, 0, List.of(), Locale.ENGLISH))
        .hasMessageContaining("size");
    assertThatThrownBy(
            () -> desk.expand(new Target.OfBrand("nobody"), null, 1, List.of(), Locale.ENGLISH))
        .hasMessage("brand: an id of the catalogue is required, got nobody");
    assertThatThrownBy(() -> new Target.OfUsers(Set.of())).hasMessageContaining("seed");
  }

  private static FeatureRow row(Features features, String feature) {
    return features.rows().stream()
        .filter(r -> r.feature().equals(feature))
        .findFirst()
        .orElseThrow();
  }
}
