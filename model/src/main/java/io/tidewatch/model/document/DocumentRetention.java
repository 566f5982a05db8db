package io.tidewatch.model.document;

import java.util.List;

/**
 * What a document store drops when documents get old. Safe from any thread. Every method may throw
 * {@link io.tidewatch.model.record.StoreUnavailableException}.
 */
public interface DocumentRetention {

  /** Every source that has delivered something or was sealed, in order. */
  List<String> knownSources();

  /** The seal of each source that has one, in order of the sources. */
  List<Seal> seals();

  /** The documents before these seals, by source, the newest day first; changes nothing. */
  List<SourceDay> before(List<Seal> seals);

  /**
   * Seals, then drops whole days without a trace: all documents before any seal there is, also
   * before earlier ones that a crash left half done. The seals are durable before the first document
   * goes, and each day's end is before the next begins. A seal that lies before the one its source
   * has changes nothing.
   *
   * @return what was dropped, by source, the newest day first
   */
  List<SourceDay> seal(List<Seal> seals);
}
