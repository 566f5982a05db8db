package io.tidewatch.connectors.intake;

import java.util.List;

/** How many records came in and what became of them; received is the sum of the rest. */
public record IntakeCounts(
    long received, long accepted, long duplicate, long malformed, long failed) {

  /** Nothing has come in. */
  public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0, 0);

  public IntakeCounts {
    if (received != accepted + duplicate + malformed + failed) {
      throw new IllegalArgumentException(
          "received: the sum of accepted, duplicate, malformed and failed is required, got "
              + received);
    }
  }

  /** Counts outcomes by kind. */
  public static IntakeCounts of(List<ItemOutcome> outcomes) {
    long[] kinds = new long[ItemOutcome.Kind.values().length];
    for (ItemOutcome outcome : outcomes) {
      kinds[outcome.kind().ordinal()]++;
    }
    return new IntakeCounts(outcomes.size(), kinds[0], kinds[1], kinds[2], kinds[3]);
  }

  public IntakeCounts plus(IntakeCounts other) {
    return new IntakeCounts(
        received + other.received,
        accepted + other.accepted,
        duplicate + other.duplicate,
        malformed + other.malformed,
        failed + other.failed);
  }
}
