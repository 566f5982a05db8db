package io.tidewatch.benchmarks;

import io.tidewatch.model.group.SavedSegment;
import io.tidewatch.model.group.SegmentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Segments of a market as a marketing team would name them, from a seed: one in twenty is about
 * everyone; the rest are states, interests, deeds and searches, alone or two or three together, and
 * one in ten names earlier ones.
 */
final class SegmentTexts implements SegmentStore {
  private static final Instant SAVED = Instant.parse("2025-01-01T00:00:00Z");
  private static final List<String> STATES = List.of("A", "I", "P", "L", "A,I", "I,P", "P,L");
  private static final List<String> DEEDS =
      List.of("click", "cart", "order", "search", "click", "order");

  private final Map<String, SavedSegment> byName = new TreeMap<>();
  private final SplittableRandom random;

  SegmentTexts(int segments, long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < segments; i++) {
      String name = "s%06d".formatted(i);
      byName.put(name, new SavedSegment(name, query(i), SAVED));
    }
  }

  private String query(int number) {
    if (number % 20 == 0) {
      return number % 40 == 0 ? "everyone" : "everyone AND NOT " + atom();
    }
    if (number % 10 == 1) {
      return "segment:s%06d AND NOT segment:s%06d"
          .formatted(random.nextInt(number), random.nextInt(number));
    }
    var parts = new ArrayList<>(Collections.nCopies(1 + random.nextInt(3), ""));
    parts.replaceAll(part -> atom());
    return String.join(random.nextInt(3) == 0 ? " OR " : " AND ", parts);
  }

  private String atom() {
    int days = 1 + random.nextInt(60);
    return switch (random.nextInt(7)) {
      case 0 -> "brand:b" + random.nextInt(50) + " state:" + STATES.get(random.nextInt(7));
      case 1 -> "category:c" + random.nextInt(20) + ">=0." + (1 + random.nextInt(9));
      case 2 -> "brand:b" + random.nextInt(50) + ">=0." + (1 + random.nextInt(9));
      case 3 ->
        "did:" + DEEDS.get(random.nextInt(6)) + " brand:b" + random.nextInt(50) + " within:" + days
            + "d times:" + (1 + random.nextInt(3));
      case 4 ->
        "did:" + DEEDS.get(random.nextInt(6)) + " category:c" + random.nextInt(20) + " within:"
            + days + "d times:" + (1 + random.nextInt(3));
      case 5 -> "did:click product:p" + random.nextInt(2000) + " within:" + days + "d";
      default -> "searched:词" + random.nextInt(2000) + " within:" + days + "d";
    };
  }

  @Override
  public void save(SavedSegment segment) {
    throw new UnsupportedOperationException("fixed segments");
  }

  @Override
  public List<SavedSegment> list() {
    return List.copyOf(byName.values());
  }

  @Override
  public Optional<SavedSegment> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public boolean delete(String name) {
    return false;
  }
}
