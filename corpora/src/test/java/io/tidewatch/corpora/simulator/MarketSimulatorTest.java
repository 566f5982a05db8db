package io.tidewatch.corpora.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.BehaviorRecord;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.PersonRecord;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Review;
import io.tidewatch.model.record.Search;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the planted truth promises is counted in the records by simple means. */
class MarketSimulatorTest {
  private static final Catalogue CATALOGUE = SeedCatalogue.shipped();
  private static final SampleTexts TEXTS = SampleTexts.shipped();
  private static final SimulatorConfig CONFIG = SimulatorConfig.demo();
  private static final List<DataRecord> RECORDS = new ArrayList<>();
  private static final MarketSimulator SIMULATOR = new MarketSimulator(CONFIG, CATALOGUE, TEXTS);
  private static final MarketTruth TRUTH = SIMULATOR.run(RECORDS::add);

  @Test
  void run_demo_hasTheSizeItPromises() {
    assertThat(documents().map(DocumentRecord::key).distinct().count()).isBetween(8_000L, 12_000L);
    assertThat(of(BehaviorRecord.class).count()).isBetween(140_000L, 200_000L);
    assertThat(TRUTH.keywords()).hasSizeGreaterThan(300);
  }

  @Test
  void run_everyRecord_liesInsideTheMarketAndInOrder() {
    Instant before = CONFIG.start();
    for (DataRecord record : RECORDS) {
      Instant at = at(record);
      if (at.isBefore(before) || !at.isBefore(CONFIG.end())) {
        throw new AssertionError(record + " follows " + before);
      }
      before = at;
    }
  }

  @Test
  void run_everyKey_isUniqueExceptSightingsOfATitle() {
    var keys = new HashSet<String>();
    assertThat(RECORDS)
        .filteredOn(r -> !(r instanceof ListEntry))
        .allMatch(r -> keys.add(r.type() + "/" + r.envelope().source() + "/" + r.id()));
  }

  @Test
  void run_everyHour_hasAHeartbeatOfEachDocumentSource() {
    Map<String, Long> beats = of(Heartbeat.class)
        .collect(Collectors.groupingBy(h -> h.envelope().source(), Collectors.counting()));
    Set<String> sources = documents().map(d -> d.envelope().source()).collect(Collectors.toSet());
    assertThat(beats.keySet()).isEqualTo(sources);
    assertThat(beats.values()).containsOnly(CONFIG.days() * 24L);
  }

  @Test
  void run_references_leadToRecordsAndProducts() {
    Set<String> searches = of(Search.class).map(Search::queryId).collect(Collectors.toSet());
    Set<String> users = users().map(MarketTruth.UserTruth::userId).collect(Collectors.toSet());
    assertThat(of(Order.class))
        .allMatch(order -> CATALOGUE.product(order.productId()).isPresent()
            && users.contains(order.userId())
            && (order.queryId() == null || searches.contains(order.queryId())));
    assertThat(of(Review.class)).allSatisfy(review -> {
      assertThat(review.purchasedAt()).isBefore(review.publishedAt());
      assertThat(review.text()).isNotBlank();
    });
    Set<String> posts = of(Post.class).map(Post::id).collect(Collectors.toSet());
    assertThat(of(Post.class).filter(p -> p.repostOf() != null))
        .isNotEmpty()
        .allMatch(p -> posts.contains(p.repostOf()) && p.text().contains("//@"));
  }

  @Test
  void run_funnel_narrowsAtEveryStep() {
    long exposed = interactions(Interaction.Action.IMPRESSION);
    long clicked = interactions(Interaction.Action.CLICK);
    long kept = interactions(Interaction.Action.CART);
    long ordered = of(Order.class).count();
    long refunded = of(Refund.class).map(Refund::orderId).distinct().count();
    assertThat(List.of(exposed, clicked, kept, ordered, refunded))
        .isSortedAccordingTo((a, b) -> Long.compare(b, a))
        .doesNotHaveDuplicates()
        .allMatch(count -> count > 0);
    assertThat(of(AdEvent.class).filter(AdEvent::clicked).count())
        .isPositive()
        .isLessThan(of(AdEvent.class).filter(ad -> !ad.clicked()).count());
  }

  @Test
  void run_refunds_neverExceedTheirOrderAndFollowIt() {
    Map<String, Order> orders =
        of(Order.class).collect(Collectors.toMap(Order::id, Function.identity()));
    var sums = new HashMap<String, BigDecimal>();
    of(Refund.class).forEach(refund -> {
      assertThat(refund.at()).isAfter(orders.get(refund.orderId()).at());
      assertThat(refund.amount()).isPositive();
      sums.merge(refund.orderId(), refund.amount(), BigDecimal::add);
    });
    assertThat(sums)
        .isNotEmpty()
        .allSatisfy(
            (id, sum) -> assertThat(sum).isLessThanOrEqualTo(orders.get(id).amount()));
  }

  @Test
  void run_double11_sellsMoreThanAnOrdinaryDay() {
    Instant eve = CONFIG.end().minus(Duration.ofDays(2));
    long festival = of(Order.class).filter(o -> !o.at().isBefore(eve)).count();
    Instant september = CONFIG.start().plus(Duration.ofDays(4));
    long ordinary = of(Order.class)
        .filter(
            o -> !o.at().isBefore(september) && o.at().isBefore(september.plus(Duration.ofDays(2))))
        .count();
    assertThat(festival).isGreaterThan(2 * ordinary);
  }

  @Test
  void truth_trends_areTalkedAboutFarMoreThanBefore() {
    assertThat(TRUTH.trends()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(TRUTH.trends())
        .filteredOn(t -> t.start().isAfter(CONFIG.end().minus(Duration.ofHours(48))))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(TRUTH.trends()).allSatisfy(trend -> {
      double hours = Duration.between(trend.start(), trend.end()).toMinutes() / 60.0;
      double before =
          authors(trend.brand(), trend.start().minus(Duration.ofHours(96)), trend.start()) / 96.0;
      double during = authors(trend.brand(), trend.start(), trend.end()) / hours;
      assertThat(trend.size()).isGreaterThan(15);
      assertThat(during).as(trend.brand()).isGreaterThan(3 * before);
      assertThat(documents()
              .filter(d -> d instanceof ListEntry && d.text().contains(trend.brand()))
              .filter(d -> !d.publishedAt().isBefore(trend.start()))
              .map(DocumentRecord::text)
              .distinct())
          .hasSizeGreaterThanOrEqualTo(3);
    });
  }

  @Test
  void truth_keywords_matchTheSharesOfTheirOrders() {
    Map<String, Map<String, Long>> sold = sold(RECORDS);
    var seen = new HashSet<String>();
    for (var keyword : TRUTH.keywords()) {
      Map<String, Long> orders =
          sold.getOrDefault(keyword.category() + "/" + keyword.keyword(), Map.of());
      long all = orders.values().stream().mapToLong(n -> n).sum();
      if (all < 40) {
        continue;
      }
      keyword.probabilities().forEach((brand, p) -> {
        double share = orders.getOrDefault(brand, 0L) / (double) all;
        double tolerance = 4 * Math.sqrt(p * (1 - p) / all) + .02;
        assertThat(share)
            .as(keyword.keyword() + " " + brand)
            .isBetween(p - tolerance, p + tolerance);
      });
      seen.addAll(keyword.labels().values());
    }
    assertThat(seen)
        .contains("OWNED", "RIVAL_OWNED", "CONTESTED_ADVANTAGE", "OPEN_NEUTRAL", "OPEN_WEAK");
  }

  @Test
  void truth_keywordProbabilities_sumToOneAndFitTheirLabel() {
    assertThat(TRUTH.keywords()).filteredOn(k -> k.searches() > 0).allSatisfy(keyword -> {
      assertThat(sum(keyword.probabilities())).isBetween(.998, 1.002);
      keyword.labels().forEach((brand, label) -> {
        double p = keyword.probabilities().get(brand);
        double q = keyword.categoryShare().get(brand);
        switch (label) {
          case "OWNED" -> assertThat(p).isGreaterThan(.7);
          case "RIVAL_OWNED" -> assertThat(p).isLessThan(.3);
          case "CONTESTED_ADVANTAGE" -> assertThat(p / q).isGreaterThan(1.3);
          case "OPEN_WEAK" -> assertThat(p / q).isLessThan(.3);
          default -> assertThat(p / q).isBetween(.84, 1.19);
        }
      });
    });
  }

  @Test
  void truth_interests_liftTheOrdersOfTheirCategory() {
    var interested = new HashMap<String, Set<String>>();
    users()
        .forEach(user -> user.interests()
            .keySet()
            .forEach(category ->
                interested.computeIfAbsent(category, c -> new HashSet<>()).add(user.userId())));
    Set<String> skincare = interested.get("skincare");
    long inside = buyers("skincare").filter(skincare::contains).count();
    long outside = buyers("skincare").filter(u -> !skincare.contains(u)).count();
    double liftInside = inside / (double) skincare.size();
    double liftOutside = outside / (double) (CONFIG.users() - skincare.size());
    assertThat(liftInside).isGreaterThan(3 * liftOutside);
  }

  @Test
  void run_sameSeed_makesTheSameRecordsAndAnotherSeedOthers() {
    var config = CONFIG.sized(80, 6, 5);
    assertThat(records(config)).isEqualTo(records(config));
    assertThat(records(config)).isNotEqualTo(records(CONFIG.sized(80, 6, 6)));
  }

  @Test
  void run_oneUserOneDay_works() {
    assertThat(records(CONFIG.sized(1, 1, 1))).isNotEmpty();
  }

  @Test
  void constructor_emptyCatalogue_isRefused() {
    var empty = new Catalogue(List.of(), List.of(), List.of(), List.of());
    assertThatThrownBy(() -> new MarketSimulator(CONFIG, empty, TEXTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("catalogue: a category with products of two brands is required");
  }

  private static List<DataRecord> records(SimulatorConfig config) {
    var records = new ArrayList<DataRecord>();
    new MarketSimulator(config, CATALOGUE, TEXTS).run(records::add);
    return records;
  }

  private static Stream<MarketTruth.UserTruth> users() {
    return IntStream.range(0, CONFIG.users()).mapToObj(SIMULATOR::user);
  }

  /** Orders by category, slash, main form of the query; by brand. */
  private static Map<String, Map<String, Long>> sold(List<DataRecord> records) {
    var queries = new HashMap<String, String>();
    var sold = new HashMap<String, Map<String, Long>>();
    for (DataRecord record : records) {
      if (record instanceof Search search) {
        queries.put(search.id(), search.query());
      }
    }
    for (DataRecord record : records) {
      if (record instanceof Order order && order.queryId() != null) {
        var product = CATALOGUE.product(order.productId()).orElseThrow();
        sold.computeIfAbsent(
                product.categoryId() + "/" + queries.get(order.queryId()), q -> new HashMap<>())
            .merge(product.brandId(), 1L, Long::sum);
      }
    }
    return sold;
  }

  private static <T> Stream<T> of(Class<T> type) {
    return RECORDS.stream().filter(type::isInstance).map(type::cast);
  }

  private static Stream<DocumentRecord> documents() {
    return of(DocumentRecord.class);
  }

  private static long interactions(Interaction.Action action) {
    return of(Interaction.class).filter(i -> i.action() == action).count();
  }

  private static Stream<String> buyers(String category) {
    return of(Order.class)
        .filter(o -> CATALOGUE.product(o.productId()).orElseThrow().categoryId().equals(category))
        .map(Order::userId)
        .distinct();
  }

  private static long authors(String brand, Instant from, Instant to) {
    return of(Post.class)
        .filter(p -> !p.publishedAt().isBefore(from) && p.publishedAt().isBefore(to))
        .filter(p -> p.text().contains(brand))
        .map(Post::authorId)
        .distinct()
        .count();
  }

  private static double sum(Map<String, Double> shares) {
    return shares.values().stream().mapToDouble(s -> s).sum();
  }

  private static Instant at(DataRecord record) {
    return switch (record) {
      case DocumentRecord document -> document.publishedAt();
      case BehaviorRecord behavior -> behavior.at();
      case PersonRecord person -> person.at();
      case Heartbeat heartbeat -> heartbeat.at();
      default -> throw new AssertionError("not made by a market: " + record.type());
    };
  }
}
