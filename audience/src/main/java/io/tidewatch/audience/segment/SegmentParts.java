package io.tidewatch.audience.segment;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a question is made of. */
public final class SegmentParts {
  private final Set<SegmentQuery> atoms = new LinkedHashSet<>();
  private final Set<String> references = new LinkedHashSet<>();

  private SegmentParts() {}

  public static SegmentParts of(Collection<SegmentQuery> queries) {
    var parts = new SegmentParts();
    queries.forEach(parts::add);
    return parts;
  }

  /** Questions that are answered by reading facts, each once. */
  Set<SegmentQuery> atoms() {
    return atoms;
  }

  /** Names of saved segments. */
  public Set<String> references() {
    return references;
  }

  private void add(SegmentQuery query) {
    switch (query) {
      case SegmentQuery.All all -> all.parts().forEach(this::add);
      case SegmentQuery.Any any -> any.parts().forEach(this::add);
      case SegmentQuery.Without without -> {
        add(without.part());
        add(without.left());
      }
      case SegmentQuery.Saved saved -> references.add(saved.name());
      case SegmentQuery.Everyone _ -> {}
      case SegmentQuery.InStates atom -> atoms.add(atom);
      case SegmentQuery.Carries atom -> atoms.add(atom);
      case SegmentQuery.Has atom -> atoms.add(atom);
      case SegmentQuery.Did atom -> atoms.add(atom);
      case SegmentQuery.Searched atom -> atoms.add(atom);
    }
  }
}
