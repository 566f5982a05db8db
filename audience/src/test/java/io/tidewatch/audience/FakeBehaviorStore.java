package io.tidewatch.audience;

import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.ShownBrand;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A store in memory, filled by tests with events; what every store does, without a disk. */
public final class FakeBehaviorStore implements BehaviorStore, AudienceFacts {
  /** An order, told apart by its own id, so that it can be paid back. */
  public record Event(
      String id,
      String userId,
      Instant at,
      String action,
      String productId,
      String brandId,
      String category,
      String keyword,
      String channel,
      Integer stars,
      BigDecimal amount,
      String currency,
      List<String> shown) {}

  private record Refund(String orderId, Instant at, BigDecimal amount) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Refund> refunds = new ArrayList<>();
  private final List<UserAttribute> attributes = new ArrayList<>();

  /** What was added, to be changed. */
  public List<Event> events() {
    return events;
  }

  /** An event on the one product {@code brand.p} of a brand; an order costs 100. */
  public FakeBehaviorStore add(
      String userId, Instant at, String action, String brandId, String category) {
    String id = "e" + events.size();
    boolean order = action.equals("order");
    return add(new Event(
        id,
        userId,
        at,
        action,
        brandId + ".p",
        brandId,
        category,
        null,
        null,
        null,
        order ? new BigDecimal("100") : null,
        order ? "CNY" : null,
        List.of()));
  }

  public FakeBehaviorStore add(Event event) {
    events.add(event);
    return this;
  }

  /** An order with an id and a price. */
  public FakeBehaviorStore order(
      String id,
      String userId,
      Instant at,
      String brandId,
      String productId,
      String category,
      String amount,
      String currency) {
    return add(new Event(
        id,
        userId,
        at,
        "order",
        productId,
        brandId,
        category,
        null,
        null,
        null,
        new BigDecimal(amount),
        currency,
        List.of()));
  }

  public FakeBehaviorStore refund(String orderId, Instant at, String amount) {
    refunds.add(new Refund(orderId, at, new BigDecimal(amount)));
    return this;
  }

  public FakeBehaviorStore rate(String userId, Instant at, String brandId, int stars) {
    return add(new Event(
        "e" + events.size(),
        userId,
        at,
        "rating",
        brandId + ".p",
        brandId,
        "makeup",
        null,
        null,
        stars,
        null,
        null,
        List.of()));
  }

  public FakeBehaviorStore search(String userId, Instant at, String keyword, String category) {
    return search(userId, at, keyword, category, List.of());
  }

  /** A search that showed products of some brands. */
  public FakeBehaviorStore search(
      String userId, Instant at, String keyword, String category, List<String> shown) {
    return add(new Event(
        "e" + events.size(),
        userId,
        at,
        "search",
        null,
        null,
        category,
        keyword,
        null,
        null,
        null,
        null,
        shown));
  }

  public FakeBehaviorStore tell(
      String userId, Instant at, String name, String value, String source) {
    attributes.add(new UserAttribute(userId, at, name, value, source));
    return this;
  }

  void shuffle(long seed) {
    Collections.shuffle(events, new Random(seed));
  }

  @Override
  public void audienceFacts(Window window, Consumer<AudienceFact> sink) {
    events.stream()
        .filter(e -> isIn(window, e.at()))
        .sorted(Comparator.comparing(Event::userId)
            .thenComparing(Event::at)
            .thenComparing(Event::action)
            .thenComparing(e -> Objects.toString(e.productId()))
            .thenComparing(e -> Objects.toString(e.keyword())))
        .map(e -> new AudienceFact(
            e.userId(),
            e.at(),
            e.action(),
            e.productId(),
            e.brandId(),
            e.category(),
            e.keyword(),
            e.channel(),
            e.stars(),
            paid(e, window)))
        .forEach(sink);
  }

  private AudienceFact.Paid paid(Event event, Window window) {
    if (event.amount() == null) {
      return null;
    }
    List<Refund> back = refunds.stream()
        .filter(r -> r.orderId().equals(event.id()) && isIn(window, r.at()))
        .toList();
    return new AudienceFact.Paid(
        1,
        event.amount(),
        event.currency(),
        back.stream().map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        back.stream().map(Refund::at).max(Comparator.naturalOrder()).orElse(null));
  }

  private static boolean isIn(Window window, Instant at) {
    return !at.isBefore(window.from()) && at.isBefore(window.to());
  }

  @Override
  public void shownBrands(Window window, Set<String> brandIds, Consumer<ShownBrand> sink) {
    events.stream()
        .filter(e -> isIn(window, e.at()))
        .sorted(Comparator.comparing(Event::userId).thenComparing(Event::at))
        .forEach(e -> e.shown().stream()
            .filter(brandIds::contains)
            .distinct()
            .sorted()
            .forEach(brand -> sink.accept(new ShownBrand(e.userId(), e.at(), brand))));
  }

  @Override
  public void userAttributes(Window window, Consumer<UserAttribute> sink) {
    attributes.stream()
        .filter(a -> isIn(window, a.at()))
        .sorted(Comparator.comparing(UserAttribute::userId)
            .thenComparing(UserAttribute::at)
            .thenComparing(UserAttribute::name))
        .forEach(sink);
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return events.stream().map(Event::at).max(Comparator.naturalOrder());
  }

  @Override
  public long revision() {
    return 31L * events.hashCode() + refunds.hashCode() + attributes.hashCode();
  }

  @Override
  public void interestFacts(Window window, Consumer<InterestFact> sink) {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public List<WriteOutcome> accept(BatchId batch, List<? extends DataRecord> records) {
    throw new UnsupportedOperationException("tests fill the list");
  }

  @Override
  public void attributedOrders(Window window, Consumer<AttributedOrder> sink) {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public List<KeywordTraffic> keywordTraffic(Window window) {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public List<CategoryBrandOrders> categoryBrandOrders(Window window) {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public List<KeywordTotals> keywordTotals(Window window) {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public List<TypeCount> counts() {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public void close() {}
}
