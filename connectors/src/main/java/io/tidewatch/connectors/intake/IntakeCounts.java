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
    var tally = new Tally();
    outcomes.forEach(outcome -> tally.add(outcome.kind()));
    return tally.counts();
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
