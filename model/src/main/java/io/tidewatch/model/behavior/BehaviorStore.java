package io.tidewatch.model.behavior;

import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Behaviour facts: durable once {@link #accept} returns, read by window. Readers see each key once,
 * in its newest version. Safe from any thread. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface BehaviorStore extends AutoCloseable {

  /**
   * Stores behaviour and person records and deletions of such, and versions of products, brands and
   * categories; one outcome a record, in order.
   * The same batch again is recognised. Records of other families are refused with {@link
   * IllegalArgumentException}.
   */
  List<WriteOutcome> accept(BatchId batch, List<? extends DataRecord> records);

  /** Calls {@code sink} once an order, ordered by order id. */
  void attributedOrders(Window window, Consumer<AttributedOrder> sink);

  /** Keywords searched in the window, ordered by keyword. */
  List<KeywordTraffic> keywordTraffic(Window window);

  /** Ordered by category, then brand. */
  List<CategoryBrandOrders> categoryBrandOrders(Window window);

  /** Imported totals, ordered by keyword, category, brand. */
  List<KeywordTotals> keywordTotals(Window window);

  /** Calls {@code sink} once a fact, ordered by user, day, action and ids. */
  void interestFacts(Window window, Consumer<InterestFact> sink);

  /** The newest event time; empty when the store is. */
  Optional<Instant> newestEventTime();

  /**
   * A number that is another one after every change that may change an answer, as long as the store
   * stays open. Cheap: for those who keep what they have read.
   */
  long revision();

  /** Records by type, in order of type. */
  List<TypeCount> counts();

  /** How many records of one type are stored, each key once. */
  record TypeCount(String type, long records) {}

  @Override
  void close();
}
