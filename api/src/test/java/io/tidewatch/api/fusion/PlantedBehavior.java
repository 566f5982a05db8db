package io.tidewatch.api.fusion;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Behaviour as a test plants it: facts and keywords, nothing else. */
final class PlantedBehavior implements BehaviorStore {
  final List<InterestFact> facts = new ArrayList<>();
  final List<KeywordTraffic> keywords = new ArrayList<>();

  @Override
  public List<WriteOutcome> accept(BatchId batch, List<? extends DataRecord> records) {
    throw new UnsupportedOperationException("planted, not stored");
  }

  @Override
  public void attributedOrders(Window window, Consumer<AttributedOrder> sink) {}

  @Override
  public List<KeywordTraffic> keywordTraffic(Window window) {
    return List.copyOf(keywords);
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
        .filter(f -> !f.day().isBefore(window.from().atZone(window.zone()).toLocalDate())
            && f.day().isBefore(window.to().atZone(window.zone()).toLocalDate()))
        .forEach(sink);
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return Optional.empty();
  }

  @Override
  public long revision() {
    return 0;
  }

  @Override
  public List<TypeCount> counts() {
    return List.of();
  }

  @Override
  public void close() {}
}
