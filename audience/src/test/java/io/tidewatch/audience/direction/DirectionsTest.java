package io.tidewatch.audience.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.AssetRow;
import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.BrandStanding;
import io.tidewatch.audience.answer.DirectionRow;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.FeatureKindRow;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.campaign.Activations;
import io.tidewatch.audience.identity.SourceMatch;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A market in which each direction has users of its own to find: alpha sells make-up, beta is its
 * rival; lovers of camping lean to alpha.
 */
class DirectionsTest {
  private static final Instant END = Market.END;
  private static final Target ALPHA = new Target.OfBrand("alpha");

  private final FakeBehaviorStore store = new FakeBehaviorStore();
  private BrandKeywords keywords = BrandKeywords.NONE;

  @BeforeEach
  void fill() {
    for (int i = 0; i < 60; i++) {
      String user = "buyer%03d".formatted(i);
      store.add(user, ago(20), "order", "alpha", "makeup");
      store.add(user, ago(4), "click", "beta", "makeup");
      if (i < 50) {
        store.add(user, ago(4), "click", "tent", "camping");
      }
    }
    for (int i = 0; i < 400; i++) {
      store.add("other%03d".formatted(i), ago(4), "click", "bean", "coffee");
    }
    users("camper", 30).forEach(u -> store.add(u, ago(3), "click", "tent", "camping"));
    users("rival", 30).forEach(u -> store.add(u, ago(3), "cart", "beta", "makeup"));
    users("upset", 5).forEach(u -> {
      store.add(u, ago(3), "cart", "beta", "makeup");
      store.rate(u, ago(2), "beta", 1);
    });
    users("searcher", 30).forEach(u -> store.search(u, ago(3), "防晒 口红", "makeup"));
    users("lost", 30).forEach(u -> {
      store.add(u, ago(20), "cart", "alpha", "makeup");
      store.add(u, ago(3), "click", "young", "coffee");
    });
    keywords = (brand, asOf) -> List.of(
        new BrandKeyword(
            "口红 防晒", List.of("口红 防晒", "防晒 口红"), "CONTESTED_ADVANTAGE", 0.8, 1000.0, 0.3, 0.2),
        new BrandKeyword("冰咖啡", List.of("冰咖啡"), "OPEN_WEAK", null, null, null, null));
  }

  @Test
  void interest_whoSharesKeptFeatures_isReached() {
    assertThat(prefixes(expand("interest"))).contains("camper", "rival").doesNotContain("other");
  }

  @Test
  void category_mainAndRelatedCategoriesAndBrands_areReachedWithTheirReason() {
    Expansion expansion = expand("category");

    assertThat(prefixes(expansion)).contains("camper", "rival").doesNotContain("other", "buyer");
    assertThat(texts(expansion, "camper000"))
        .anyMatch(t -> t.contains("category Camping, which" + " leads to Make-up"));
    assertThat(texts(expansion, "rival000")).anyMatch(t -> t.contains("main category Make-up"));
    assertThat(texts(expansion, "camper000")).anyMatch(t -> t.contains("related brand 帐篷客"));
  }

  @Test
  void competitor_usersOfRivals_areReachedAndTheUnhappyComeFirst() {
    store.add("rival000", ago(30), "order", "beta", "makeup");
    store.order("sent", "refunder", ago(30), "beta", "beta.p", "makeup", "100", "CNY");
    store.order("kept", "keeper", ago(30), "beta", "beta.p", "makeup", "100", "CNY");
    store.refund("sent", ago(10), "100");
    Expansion expansion = expand("competitor");

    assertThat(expansion.rows().stream().limit(6).map(AudienceRow::userId))
        .contains("upset000", "upset004");
    assertThat(prefixes(expansion)).doesNotContain("other", "camper", "searcher");
    assertThat(texts(expansion, "upset000").getFirst()).contains("rated it poorly");
    assertThat(score(expansion, "refunder")).isGreaterThan(score(expansion, "keeper"));
  }

  @Test
  void competitor_rivalsWhoseBuyersCameOver_countMore() {
    for (int i = 0; i < 40; i++) {
      String user = "mover%03d".formatted(i);
      store.order("r" + i, user, ago(60), "tent", "tent.p", "makeup", "10", "CNY");
      store.add(user, ago(50), "order", "alpha", "makeup");
      String stayer = "stayer%03d".formatted(i);
      store.order("s" + i, stayer, ago(60), "beta", "beta.p", "makeup", "10", "CNY");
      store.order("t" + i, stayer, ago(50), "beta", "beta.p", "makeup", "10", "CNY");
    }
    store.add("betaOnly", ago(2), "cart", "beta", "makeup");
    store.add("tentOnly", ago(2), "cart", "tent", "makeup");

    Expansion expansion = expand("competitor");

    assertThat(score(expansion, "tentOnly")).isGreaterThan(score(expansion, "betaOnly"));
    assertThat(texts(expansion, "tentOnly").getFirst()).contains("40 of 40 of its next orders");
    assertThat(texts(expansion, "betaOnly").getFirst()).contains("0 of 40 of its next orders");
  }

  @Test
  void search_labelledWords_findWhoSearchedAnySpelling() {
    store.search("weak", ago(3), "冰咖啡", "coffee");
    store.search("stale", ago(29), "防晒 口红", "makeup");
    Expansion expansion = expand("search");

    assertThat(prefixes(expansion)).containsExactlyInAnyOrder("searcher", "weak");
    assertThat(texts(expansion, "searcher000"))
        .containsExactly("Searched 口红 防晒 in the last 28 days (CONTESTED_ADVANTAGE)");
    assertThat(expansion.rows().getLast().userId()).isEqualTo("weak");
  }

  @Test
  void lost_whoFellOutOfAState_isReachedUntilTheLastWindow() {
    store.add("longAgo", ago(15 + 181), "click", "alpha", "makeup");
    store.add("longAgo", ago(1), "click", "bean", "coffee");
    store.add("freshLoss", ago(16), "impression", "alpha", "makeup");
    store.add("oldBuyer", ago(740), "order", "alpha", "makeup");
    store.add("oldBuyer", ago(1), "click", "bean", "coffee");
    Expansion expansion = expand("lost");

    assertThat(prefixes(expansion)).containsExactlyInAnyOrder("lost", "freshLoss", "oldBuyer");
    assertThat(expansion.rows().getFirst().userId()).isEqualTo("oldBuyer");
    assertThat(texts(expansion, "lost000")).containsExactly("Fell out of interest 5 days ago");
  }

  @Test
  void peer_whoIsLikeTheTarget_isReachedFirst() {
    Expansion expansion = expand("peer");

    assertThat(expansion.rows()).isNotEmpty();
    assertThat(expansion.rows().getFirst().userId()).matches("(camper|rival|upset).*");
    assertThat(prefixes(expansion)).doesNotContain("other", "buyer");
    assertThat(texts(expansion, expansion.rows().getFirst().userId()).getFirst())
        .startsWith("Like the target: categories");
  }

  @Test
  void expand_allDirections_tagsEveryUserAndAddsTheirEvidence() {
    Expansion expansion = expand();

    assertThat(prefixes(expansion)).contains("camper", "rival", "searcher", "lost");
    assertThat(expansion.rows()).allSatisfy(row -> {
      assertThat(row.directions()).isNotEmpty();
      assertThat(row.score()).isPositive().isFinite();
      assertThat(row.directions().values().stream().mapToDouble(d -> d).sum())
          .isCloseTo(row.score(), Assertions.within(1e-4));
      assertThat(row.reasons())
          .extracting(Reason::code)
          .containsAll(row.directions().keySet());
    });
    assertThat(expansion.rows())
        .isSortedAccordingTo(Comparator.comparingDouble(AudienceRow::score)
            .reversed()
            .thenComparing(AudienceRow::userId));
  }

  @Test
  void expand_usersInInterestPurchaseOrLoyalty_areNeverReached() {
    store.add("rival000", ago(1), "click", "alpha", "makeup");
    store.add("camper000", ago(600), "order", "alpha", "makeup");
    store.add("searcher000", ago(1), "impression", "alpha", "makeup");

    assertThat(expand().rows())
        .extracting(AudienceRow::userId)
        .doesNotContain("rival000", "camper000")
        .contains("searcher000");
  }

  @Test
  void expand_poisonedFuture_changesNothing() {
    Expansion before = expand();
    List<AssetRow> assets = desk().assets("alpha", END, null, Locale.ENGLISH);
    List<FeatureKindRow> kinds = desk().catalogue(END, Locale.ENGLISH);
    store.order("later", "rival001", END, "beta", "beta.p", "makeup", "10", "CNY");
    for (String user : List.of("rival000", "other000", "buyer000", "new")) {
      store.add(user, END, "order", "alpha", "makeup");
      store.add(user, END.plusSeconds(60), "click", "tent", "camping");
      store.search(user, END, "防晒 口红", "makeup", List.of("alpha"));
      store.tell(user, END, "city", "上海", "verified");
      store.rate(user, END, "beta", 1);
    }
    store.refund("later", END.plusSeconds(5), "10");
    store.refund("e0", END, "100");

    assertThat(expand()).isEqualTo(before);
    assertThat(desk().assets("alpha", END, null, Locale.ENGLISH)).isEqualTo(assets);
    assertThat(desk().catalogue(END, Locale.ENGLISH)).isEqualTo(kinds);
  }

  @Test
  void expand_breadths_nestAndTheSizeCuts() {
    List<String> broad = ids("broad", null);

    assertThat(ids("balanced", null))
        .isEqualTo(broad.subList(0, (int) Math.ceil(0.3 * broad.size())));
    assertThat(ids("narrow", null))
        .isEqualTo(broad.subList(0, (int) Math.ceil(0.1 * broad.size())));
    assertThat(ids("broad", 7)).isEqualTo(broad.subList(0, 7));
    assertThatThrownBy(() -> ids("wide", null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("breadth: one of balanced, broad, narrow is required, got wide");
  }

  @Test
  void overlaps_agreeWithTheRows() {
    Expansion expansion = expand();
    List<DirectionRow> rows = desk().overlaps(query(ALPHA, null, null));

    assertThat(rows).extracting(DirectionRow::direction).isEqualTo(ExpansionQuery.names());
    for (DirectionRow row : rows) {
      Set<String> own = tagged(expansion, row.direction());
      assertThat(row.users()).as(row.direction()).isEqualTo(own.size());
      assertThat(row.audience()).isEqualTo(expansion.rows().size());
      var only = new HashSet<>(own);
      row.overlaps().forEach((other, users) -> {
        Set<String> both = new HashSet<>(own);
        both.retainAll(tagged(expansion, other));
        assertThat(users).isEqualTo(both.size());
        only.removeAll(tagged(expansion, other));
      });
      assertThat(row.only()).isEqualTo(only.size());
    }
  }

  @Test
  void seed_withoutABrand_skipsWhatNeedsOneAndSaysSo() {
    Target seed = new Target.OfUsers(users("camper", 25).collect(Collectors.toSet()));
    Expansion expansion = desk().expand(query(seed, null, null));

    assertThat(expansion.rows()).isNotEmpty();
    assertThat(expansion.rows()).allSatisfy(row -> {
      assertThat(row.directions().keySet()).isSubsetOf("interest", "category", "peer");
      assertThat(row.reasons())
          .extracting(Reason::text)
          .contains("Left out, because they need a brand: competitor, search, lost");
      assertThat(row.userId()).isNotIn(users("camper", 25).toList());
    });
    assertThat(prefixes(expansion)).contains("camper");
    assertThatThrownBy(
            () -> new ExpansionQuery(seed, null, 5, null, List.of("lost"), Locale.ENGLISH))
        .hasMessage("directions: a brand is required for lost, got a seed or segment");
  }

  @Test
  void seed_ofOneUser_reachesWhoIsLikeHim() {
    Expansion expansion = desk().expand(query(new Target.OfUsers(Set.of("camper000")), null, null));

    assertThat(expansion.base().orElseThrow().target()).isEqualTo(1);
    assertThat(expansion.rows().getFirst().userId()).startsWith("camper");
  }

  @Test
  void seed_ofEverybody_leavesNobodyToReach() {
    Set<String> all = new HashSet<>();
    store.audienceFacts(
        Window.before(END, 900, ZoneId.of("Asia/Shanghai")), fact -> all.add(fact.userId()));

    assertThat(desk().expand(query(new Target.OfUsers(all), null, null)).rows()).isEmpty();
    assertThat(desk().overlaps(query(new Target.OfUsers(all), null, null)))
        .allMatch(row -> row.users() == 0 && row.share() == 0);
  }

  @Test
  void everything_onAnEmptyStore_isEmpty() {
    var desk = Market.desk(new FakeBehaviorStore());

    assertThat(desk.overlaps(query(ALPHA, null, null))).isEmpty();
    assertThat(desk.assets("alpha", null, null, Locale.ENGLISH)).isEmpty();
    assertThat(desk.catalogue(null, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void brand_thatNobodyKnows_isNamed() {
    assertThatThrownBy(() -> desk().overlaps(query(new Target.OfBrand("nobody"), null, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got nobody");
    assertThatThrownBy(() -> desk().assets("nobody", END, null, Locale.ENGLISH))
        .hasMessageContaining("got nobody");
    assertThatThrownBy(() -> desk().overlaps(query(new Target.OfBrand("ghost"), null, null)))
        .isInstanceOf(NoAudienceException.class);
  }

  @Test
  void assets_countStatesMovesAndLosses() {
    store.add("deepens", ago(40), "impression", "alpha", "makeup");
    store.add("deepens", ago(2), "order", "alpha", "makeup");
    Map<String, AssetRow> rows = desk().assets("alpha", END, null, Locale.ENGLISH).stream()
        .collect(Collectors.toMap(AssetRow::state, Function.identity()));

    AssetRow purchase = rows.get("P");
    assertThat(purchase.users()).isEqualTo(61);
    assertThat(purchase.before()).isZero();
    assertThat(purchase.from()).containsEntry("O", 60).containsEntry("A", 1);
    assertThat(purchase.evidence()).containsEntry("order", 61);
    assertThat(purchase.composition())
        .extracting(AssetRow.Part::feature)
        .contains("category:camping");
    assertThat(rows.get("A").before()).isEqualTo(1);
    assertThat(rows.get("A").to()).containsEntry("P", 1);
    assertThat(rows.get("A").deepening().rate()).isEqualTo(1.0);
    assertThat(rows.get("I").left()).containsEntry("30", 30).containsEntry("180", 30);
    assertThat(rows.get("O").left()).isEmpty();
    assertThat(rows.get("L").deepening()).isNull();
    assertThatThrownBy(() -> desk().assets("alpha", END, END, Locale.ENGLISH))
        .hasMessageContaining("since");
  }

  @Test
  void assets_sources_areAskedByState() {
    List<AssetRow> rows = desk()
        .assets(
            "alpha",
            END,
            null,
            Locale.ENGLISH,
            (stateOf, asOf) -> List.of(new SourceMatch(
                Objects.requireNonNull(stateOf.apply("buyer000")), "shop", 1, 0, 0)),
            Activations.NONE);

    assertThat(rows)
        .filteredOn(row -> !row.sources().isEmpty())
        .extracting(AssetRow::state)
        .containsExactly("P");
  }

  @Test
  void standings_countPeopleAndOrdersThatChangeSides() {
    for (int i = 0; i < 3; i++) {
      store.add("mover" + i, ago(30), "order", "beta", "makeup");
      store.add("mover" + i, ago(10), "order", "alpha", "makeup");
    }
    store.add("gone", ago(30), "order", "alpha", "makeup");
    store.add("gone", ago(10), "order", "beta", "makeup");

    List<BrandStanding> rows = desk().standings("alpha", List.of("beta", "alpha", "ghost"), END);

    assertThat(rows).extracting(BrandStanding::brandId).containsExactly("alpha", "beta");
    assertThat(rows.getFirst().exchange()).isNull();
    assertThat(rows.getFirst().users()).containsEntry("P", 64).doesNotContainKey("O");
    BrandStanding.Exchange beta = rows.getLast().exchange();
    assertThat(beta.won()).isEqualTo(3);
    assertThat(beta.lost()).isEqualTo(1);
    assertThat(beta.left()).isEqualTo(3);
    assertThat(desk().standings("alpha", List.of(), Instant.EPOCH)).isEmpty();
    assertThatThrownBy(() -> desk().standings("nobody", List.of(), END))
        .hasMessageContaining("brand");
  }

  @Test
  void catalogue_namesEveryKindWithCoverageAndFreshness() {
    List<FeatureKindRow> rows = desk().catalogue(END, Locale.ENGLISH);

    assertThat(rows)
        .extracting(FeatureKindRow::kind)
        .contains("category", "keyword", "price-band", "hour", "spend", "attribute");
    FeatureKindRow category = rows.getFirst();
    assertThat(category.coverage()).isEqualTo(1.0);
    assertThat(category.newest()).isEqualTo(ago(2));
    assertThat(rows.getLast().coverage()).isZero();
    assertThat(rows.getLast().newest()).isNull();
  }

  @Test
  void expand_recordsInAnotherOrder_answersTheSame() {
    Expansion before = expand();
    var desk = desk();
    assertThat(desk.expand(query(ALPHA, null, null))).isEqualTo(before);
    assertThat(desk.expand(query(ALPHA, null, null))).isEqualTo(before);
  }

  private List<String> ids(String breadth, Integer size) {
    return desk().expand(query(ALPHA, size, breadth)).rows().stream()
        .map(AudienceRow::userId)
        .toList();
  }

  private static ExpansionQuery query(
      Target target, Integer size, String breadth, String... directions) {
    return new ExpansionQuery(target, END, size, breadth, List.of(directions), Locale.ENGLISH);
  }

  private Expansion expand(String... directions) {
    return desk().expand(query(ALPHA, null, null, directions));
  }

  private AudienceDesk desk() {
    return new AudienceDesk(Market.sources(store).withKeywords(keywords));
  }

  private static java.util.stream.Stream<String> users(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> "%s%03d".formatted(prefix, i));
  }

  private static Set<String> prefixes(Expansion expansion) {
    return expansion.rows().stream()
        .map(row -> row.userId().replaceAll("\\d", ""))
        .collect(Collectors.toSet());
  }

  private static List<String> texts(Expansion expansion, String user) {
    return expansion.rows().stream()
        .filter(row -> row.userId().equals(user))
        .flatMap(row -> row.reasons().stream())
        .map(Reason::text)
        .toList();
  }

  private static double score(Expansion expansion, String user) {
    return expansion.rows().stream()
        .filter(row -> row.userId().equals(user))
        .mapToDouble(AudienceRow::score)
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> tagged(Expansion expansion, String direction) {
    return expansion.rows().stream()
        .filter(row -> row.directions().containsKey(direction))
        .map(AudienceRow::userId)
        .collect(Collectors.toSet());
  }

  private static Instant ago(int days) {
    return END.minus(Duration.ofDays(days));
  }
}
