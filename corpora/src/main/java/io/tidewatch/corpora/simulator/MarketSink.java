package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.DataRecord;
import java.time.LocalDate;
import java.util.List;

/**
 * Takes a market as it happens.
 *
 * @param <T> what becomes of the records of a block of people on a day
 */
public interface MarketSink<T> {

  /**
   * Makes of a block's records of one day what {@link #day} gets. Called from several threads at
   * once.
   *
   * @param events in order of time
   */
  T pack(List<Event> events);

  /**
   * Takes a day. Called by one thread, days in order.
   *
   * @param products what is known of products from this day on
   * @param documents posts, reviews, list entries, heartbeats, in order of time
   * @param behavior by block: what people did, in order of time within each
   */
  void day(LocalDate day, List<DataRecord> products, List<Event> documents, List<T> behavior);

  /** Takes what the searches of a day were to bring; called after {@link #day}. */
  void expected(MarketTruth.KeywordDay day);

  /** Takes what people are going to buy; in order of people. */
  void conversion(MarketTruth.Conversion conversion);
}
