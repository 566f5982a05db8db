package io.tidewatch.model.keyword;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Gives words from outside of the searches: talk, reviews, the calendar. Safe from any thread. */
public interface KeywordCandidates {
  /** Without any source. */
  KeywordCandidates NONE = new KeywordCandidates() {
    @Override
    public Set<String> sources() {
      return Set.of();
    }

    @Override
    public List<KeywordCandidate> of(KeywordStart start, Set<String> sources, Instant asOf) {
      return List.of();
    }
  };

  /** The names of its sources. */
  Set<String> sources();

  /**
   * Words for what is asked about, best first within each source; empty when there is nothing to
   * tell.
   *
   * @param sources only these
   * @param asOf exclusive; nothing after it is read
   */
  List<KeywordCandidate> of(KeywordStart start, Set<String> sources, Instant asOf);
}
