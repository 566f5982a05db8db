package io.tidewatch.keywords;

import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordOutcome;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store in memory, filled by tests with searches, orders and totals. */
final class FakeBehaviorStore implements BehaviorStore, KeywordFacts {
  record Searched(String userId, Instant at, String keyword, String category) {}

  record Ordered(
      String id,
      String userId,
      Instant at,
      String keyword,
      String productId,
      String brandId,
      String category,
      BigDecimal net,
      String currency) {}

  record Event(
      String keyword, String category, String brand, LocalDate day, String action, long count) {}

  record Place(
      String keyword,
      String category,
      String brand,
      String product,
      int place,
      long shown,
      long shownBefore,
      long clicked) {}

  final List<Searched> searches = new ArrayList<>();
  final List<Ordered> orders = new ArrayList<>();
  final List<KeywordTotals> totals = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<Place> positions = new ArrayList<>();
  final List<KeywordSpend> spend = new ArrayList<>();
  final List<KeywordOutcome> outcomes = new ArrayList<>();
  int reads;

  FakeBehaviorStore search(String userId, Instant at, String keyword, String category) {
    searches.add(new Searched(userId, at, keyword, category));
    return this;
  }

  FakeBehaviorStore order(
      String userId, Instant at, String keyword, String brandId, String category, double net) {
    orders.add(new Ordered(
        "o" + String.format("%06d", orders.size()),
        userId,
        at,
        keyword,
        brandId + ".p",
        brandId,
        category,
        BigDecimal.valueOf(net),
        "CNY"));
    return this;
  }

  void shuffle(long seed) {
    Collections.shuffle(searches, new Random(seed));
    Collections.shuffle(orders, new Random(seed));
  }

  @Override
  public List<WriteOutcome> accept(BatchId batch, List<? extends DataRecord> records) {
    throw new UnsupportedOperationException("tests fill the lists");
  }

  @Override
  public void attributedOrders(Window window, Consumer<AttributedOrder> sink) {
    orders.stream()
        .filter(o -> o.keyword() != null && within(window, o.at()))
        .map(o -> new AttributedOrder(
            o.id(),
            o.userId(),
            day(window, o.at()),
            o.keyword(),
            o.productId(),
            o.brandId(),
            o.category(),
            o.net(),
            o.currency(),
            "query-id"))
        .forEach(sink);
  }

  @Override
  public List<KeywordTraffic> keywordTraffic(Window window) {
    var users = new TreeMap<String, Set<String>>();
    searches.stream()
        .filter(s -> within(window, s.at()))
        .forEach(s -> users.computeIfAbsent(s.keyword(), k -> new HashSet<>()).add(s.userId()));
    return users.entrySet().stream()
        .map(e ->
            new KeywordTraffic(e.getKey(), e.getValue().size(), e.getValue().size(), 0))
        .toList();
  }

  @Override
  public List<CategoryBrandOrders> categoryBrandOrders(Window window) {
    var visits = new TreeMap<String, Set<String>>();
    orders.stream()
        .filter(o -> within(window, o.at()))
        .forEach(o -> visits
            .computeIfAbsent(o.category() + "\t" + o.brandId(), k -> new HashSet<>())
            .add(o.userId() + day(window, o.at())));
    return visits.entrySet().stream()
        .map(e -> {
          String[] key = e.getKey().split("\t", -1);
          return new CategoryBrandOrders(key[0], key[1], e.getValue().size());
        })
        .toList();
  }

  @Override
  public List<KeywordTotals> keywordTotals(Window window) {
    return List.copyOf(totals);
  }

  @Override
  public void interestFacts(Window window, Consumer<InterestFact> sink) {
    Stream<InterestFact> searched = searches.stream()
        .filter(s -> within(window, s.at()))
        .map(s -> new InterestFact(
            s.userId(), "search", null, null, s.category(), s.keyword(), day(window, s.at()), 1));
    Stream<InterestFact> ordered = orders.stream()
        .filter(o -> within(window, o.at()))
        .map(o -> new InterestFact(
            o.userId(),
            "order",
            o.productId(),
            o.brandId(),
            o.category(),
            null,
            day(window, o.at()),
            1));
    Stream.concat(searched, ordered)
        .sorted(Comparator.comparing(InterestFact::userId).thenComparing(InterestFact::day))
        .forEach(sink);
  }

  @Override
  public List<KeywordSpend> keywordSpend(Window window) {
    return List.copyOf(spend);
  }

  @Override
  public <T> T keywordCounts(KeywordWindow window, Function<KeywordCounts, T> work) {
    reads++;
    return work.apply(new FakeKeywordCounts(this, window));
  }

  @Override
  public List<KeywordOutcome> keywordOutcomes(Window window) {
    return List.copyOf(outcomes);
  }

  @Override
  public String dataVersion() {
    return "v" + revision();
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return Stream.concat(searches.stream().map(Searched::at), orders.stream().map(Ordered::at))
        .max(Comparator.naturalOrder());
  }

  @Override
  public long revision() {
    return orders.size()
        + searches.size()
        + totals.size()
        + events.size()
        + positions.size()
        + spend.size()
        + outcomes.size();
  }

  @Override
  public List<TypeCount> counts() {
    return List.of(
        new TypeCount("order", orders.size()),
        new TypeCount("search", searches.size()),
        new TypeCount("keyword_stats", totals.size()));
  }

  @Override
  public void close() {}

  static boolean within(Window window, Instant at) {
    return !at.isBefore(window.from()) && at.isBefore(window.to());
  }

  static LocalDate day(Window window, Instant at) {
    return at.atZone(window.zone()).toLocalDate();
  }
}
