package io.tidewatch.model.annotation;

/** What a text is for. {@link #OTHER} when no class fits. */
public enum Intent {
  REVIEW("review"),
  PREVIEW("preview"),
  ADVICE("advice"),
  QUESTION("question"),
  PURCHASE_INTENTION("purchase-intention"),
  COMPLAINT("complaint"),
  ADVERTISEMENT("advertisement"),
  OTHER("other");

  private final String label;

  Intent(String label) {
    this.label = label;
  }

  /** The name used in files and answers. */
  public String label() {
    return label;
  }
}
