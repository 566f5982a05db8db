package io.tidewatch.audience.campaign;

/** What chance made of a member. */
public enum Group {
  /** May be exported and shown advertisements. */
  TREATED("treated"),
  /** Left alone, to show what would have happened anyway. */
  HELD_OUT("held-out");

  private final String label;

  Group(String label) {
    this.label = label;
  }

  /** The name in answers. */
  public String label() {
    return label;
  }
}
