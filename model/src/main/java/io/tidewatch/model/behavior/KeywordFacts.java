package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;
import java.util.function.Function;

/**
 * What the behaviour store tells about keywords beyond {@link BehaviorStore}: what people met under
 * them, what it cost, and what they searched before they bought. An event belongs to a keyword
 * through the query id of a search. Safe from any thread. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface KeywordFacts {

  /** Lends the counts of a window to {@code work} and answers what it answers. */
  <T> T keywordCounts(KeywordWindow window, Function<KeywordCounts, T> work);

  /** Advertisements by the query they name, ordered by keyword, brand, currency. */
  List<KeywordSpend> keywordSpend(Window window);

  /** What searches led to, ordered by keyword. */
  List<KeywordOutcome> keywordOutcomes(Window window);

  /**
   * A text that is another one after every change that may change an answer, also when the store was
   * closed in between. It may change without one.
   */
  String dataVersion();
}
