package io.tidewatch.model.document;

/** What a document of some kind of source counts as. */
public enum CountingUnit {
  /** Distinct authors per key and local day. */
  AUTHORS("authors"),
  /** Distinct titles per key and local day: a ranked list has no authors. */
  TITLES("titles");

  private final String label;

  CountingUnit(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
