package io.tidewatch.audience.aipl;

/** What a user is to a brand; a later constant is a deeper state. */
public enum AiplState {
  /** Opportunity: none of the others. */
  O(0),
  /** Awareness. */
  A(1),
  /** Interest. */
  I(2),
  /** Purchase. */
  P(3),
  /** Loyalty. */
  L(4);

  private final int depth;

  AiplState(int depth) {
    this.depth = depth;
  }

  /** 0 for O to 4 for L: the number by which states are packed. */
  public int depth() {
    return depth;
  }
}
