package io.tidewatch.connectors.intake;

/** Counts outcomes by kind. Not safe for concurrent use. */
final class Tally {
  private long accepted;
  private long duplicate;
  private long malformed;
  private long failed;

  void add(ItemOutcome.Kind kind) {
    switch (kind) {
      case ACCEPTED -> accepted++;
      case DUPLICATE -> duplicate++;
      case MALFORMED -> malformed++;
      case FAILED -> failed++;
    }
  }

  IntakeCounts counts() {
    return new IntakeCounts(
        accepted + duplicate + malformed + failed, accepted, duplicate, malformed, failed);
  }
}
