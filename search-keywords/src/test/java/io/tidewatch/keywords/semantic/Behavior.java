package io.tidewatch.keywords.semantic;

import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A store in memory of searches, clicks and orders by local day. */
final class Behavior implements BehaviorStore {
  static final Instant END = Instant.parse("2025-11-11T16:00:00Z");
  private static final LocalDate LAST = LocalDate.of(2025, 11, 11);

  private final List<InterestFact> facts = new ArrayList<>();
  private final List<AttributedOrder> orders = new ArrayList<>();
  long revision;
  int reads;

  /** {@code ago} whole days before the last day of the window. */
  Behavior search(String user, int ago, String keyword, @Nullable String category) {
    facts.add(fact(user, "search", null, category, keyword, ago));
    revision++;
    return this;
  }

  Behavior click(String user, int ago, String product, @Nullable String category) {
    facts.add(fact(user, "click", product, category, null, ago));
    revision++;
    return this;
  }

  Behavior order(String user, int ago, String keyword, String product, String category) {
    orders.add(new AttributedOrder(
        "o" + orders.size(),
        user,
        LAST.minusDays(ago),
        keyword,
        product,
        product.substring(0, product.indexOf('.')),
        category,
        BigDecimal.TEN,
        "CNY",
        "query-id"));
    revision++;
    return this;
  }

  private static InterestFact fact(
      String user,
      String action,
      @Nullable String product,
      @Nullable String category,
      @Nullable String keyword,
      int ago) {
    return new InterestFact(user, action, product, null, category, keyword, LAST.minusDays(ago), 1);
  }

  private static boolean in(Window window, LocalDate day) {
    Instant noon = day.atTime(12, 0).atZone(window.zone()).toInstant();
    return !noon.isBefore(window.from()) && noon.isBefore(window.to());
  }

  @Override
  public List<WriteOutcome> accept(BatchId batch, List<? extends DataRecord> records) {
    throw new UnsupportedOperationException("tests fill the lists");
  }

  @Override
  public void attributedOrders(Window window, Consumer<AttributedOrder> sink) {
    orders.stream().filter(o -> in(window, o.day())).forEach(sink);
  }

  @Override
  public List<KeywordTraffic> keywordTraffic(Window window) {
    reads++;
    var users = new TreeMap<String, HashSet<String>>();
    facts.stream()
        .filter(f -> f.keyword() != null && in(window, f.day()))
        .forEach(f -> users.computeIfAbsent(f.keyword(), k -> new HashSet<>()).add(f.userId()));
    return users.entrySet().stream()
        .map(e ->
            new KeywordTraffic(e.getKey(), e.getValue().size(), e.getValue().size(), 0))
        .toList();
  }

  @Override
  public List<CategoryBrandOrders> categoryBrandOrders(Window window) {
    return List.of();
  }

  @Override
  public List<KeywordTotals> keywordTotals(Window window) {
    return List.of();
  }

  @Override
  public void interestFacts(Window window, Consumer<InterestFact> sink) {
    facts.stream()
        .filter(f -> in(window, f.day()))
        .sorted(Comparator.comparing(InterestFact::userId).thenComparing(InterestFact::day))
        .forEach(sink);
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return facts.isEmpty() ? Optional.empty() : Optional.of(END.minusMillis(1));
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public List<TypeCount> counts() {
    return facts.stream()
        .collect(Collectors.groupingBy(InterestFact::action, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map((Map.Entry<String, Long> e) -> new TypeCount(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public void close() {}
}
