package io.tidewatch.audience;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A store in memory, filled by tests with events. */
final class FakeBehaviorStore implements BehaviorStore {
  record Event(
      String userId,
      Instant at,
      String action,
      String productId,
      String brandId,
      String category,
      String keyword) {}

  final List<Event> events = new ArrayList<>();

  /** An event on the one product {@code brand.p} of a brand. */
  FakeBehaviorStore add(String userId, Instant at, String action, String brandId, String category) {
    events.add(new Event(userId, at, action, brandId + ".p", brandId, category, null));
    return this;
  }

  FakeBehaviorStore search(String userId, Instant at, String keyword, String category) {
    events.add(new Event(userId, at, "search", null, null, category, keyword));
    return this;
  }

  void shuffle(long seed) {
    Collections.shuffle(events, new Random(seed));
  }

  @Override
  public void interestFacts(Window window, Consumer<InterestFact> sink) {
    events.stream()
        .filter(e -> !e.at().isBefore(window.from()) && e.at().isBefore(window.to()))
        .sorted(Comparator.comparing(Event::userId)
            .thenComparing(Event::at)
            .thenComparing(Event::action)
            .thenComparing(e -> Objects.toString(e.productId()))
            .thenComparing(e -> Objects.toString(e.keyword())))
        .map(e -> new InterestFact(
            e.userId(),
            e.action(),
            e.productId(),
            e.brandId(),
            e.category(),
            e.keyword(),
            LocalDate.ofInstant(e.at(), window.zone()),
            1))
        .forEach(sink);
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return events.stream().map(Event::at).max(Comparator.naturalOrder());
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
  public long revision() {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public List<TypeCount> counts() {
    throw new UnsupportedOperationException("not for audiences");
  }

  @Override
  public void close() {}
}
