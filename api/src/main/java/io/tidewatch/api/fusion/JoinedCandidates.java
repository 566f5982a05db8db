package io.tidewatch.api.fusion;

import io.tidewatch.model.keyword.KeywordCandidate;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.keyword.KeywordStart;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources of several rooms as one. */
public final class JoinedCandidates implements KeywordCandidates {
  private final List<KeywordCandidates> rooms;

  public JoinedCandidates(KeywordCandidates... rooms) {
    this.rooms = List.of(rooms);
  }

  @Override
  public Set<String> sources() {
    var sources = new LinkedHashSet<String>();
    rooms.forEach(room -> sources.addAll(room.sources()));
    return sources;
  }

  @Override
  public List<KeywordCandidate> of(KeywordStart start, Set<String> sources, Instant asOf) {
    return rooms.stream()
        .flatMap(room -> room.of(start, sources, asOf).stream())
        .toList();
  }
}
