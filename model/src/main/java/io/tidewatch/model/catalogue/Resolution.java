package io.tidewatch.model.catalogue;

import java.util.List;

/** What a name that a person typed stands for. */
public sealed interface Resolution {

  /** Exactly one entity. */
  record Found(EntityKind kind, String id) implements Resolution {}

  /** Several entities carry the name; the candidates are ids in order. */
  record Ambiguous(String name, List<String> candidates) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** Nothing carries the name; {@code nearest} holds names that look like it, at most five. */
  record Unknown(String name, List<String> nearest) implements Resolution {
    public Unknown {
      nearest = List.copyOf(nearest);
    }
  }
}
