package io.tidewatch.model.behavior;

import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the behaviour store knows of people: which identifiers belong together, what they consented
 * to, what is said of them. Each key once, in its newest version; nothing at or after {@code before}
 * is read. Safe from any thread; a sink must not call the store. Every method may throw {@link
 * StoreUnavailableException}.
 */
public interface PersonFacts {

  /** Links, ordered by time, then id. */
  void identityLinks(Instant before, Consumer<LinkFact> sink);

  /** Decisions, ordered by user, purpose, time, then id. */
  void consents(Instant before, Consumer<ConsentFact> sink);

  /** Attributes, ordered by user. */
  void attributes(Instant before, Consumer<AttributeFact> sink);

  /** Identifiers in behaviour, ordered by kind, source (none last), value. */
  void seenIdentifiers(Instant before, Consumer<SeenIdentifier> sink);

  /**
   * Everything that carries one of the identifiers as user, member, device or identity, or names it
   * in an unknown field, of any time; ordered by type, time, id.
   *
   * @param identifiers none empty
   */
  List<StoredRecord> recordsOf(Set<String> identifiers);

  /** The newest time of behaviour; empty when there is none. */
  Optional<Instant> newestEventTime();

  /** Another number after every change that may change an answer, as long as the store stays open. */
  long revision();
}
