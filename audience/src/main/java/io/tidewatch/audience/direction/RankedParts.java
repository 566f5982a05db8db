package io.tidewatch.audience.direction;

import io.tidewatch.audience.answer.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The weightiest parts of one user's score. */
final class RankedParts {
  private static final int REASONS = 3;

  private final List<Reason> parts = new ArrayList<>();

  /** A part with a positive contribution. */
  void add(Reason part) {
    parts.add(part);
  }

  List<Reason> reasons() {
    return parts.stream()
        .sorted(Comparator.comparingDouble(RankedParts::contribution)
            .reversed()
            .thenComparing(Reason::code)
            .thenComparing(Reason::text))
        .limit(REASONS)
        .toList();
  }

  private static double contribution(Reason reason) {
    Double contribution = reason.contribution();
    return contribution == null ? 0 : contribution;
  }
}
