package io.tidewatch.audience.selection;

/**
 * A raw feature.
 *
 * @param name as it is shown; not blank
 * @param kind what values it has
 */
public record FeatureSpec(String name, FeatureKind kind) {
  /**
   * Takes the name.
   *
   * @throws IllegalArgumentException when the name is blank
   */
  public FeatureSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: a feature's name is required, got blank");
    }
  }

  /** A feature of kind {@link FeatureKind#NUMBER}. */
  public static FeatureSpec number(String name) {
    return new FeatureSpec(name, FeatureKind.NUMBER);
  }

  /** A feature of kind {@link FeatureKind#CATEGORY}. */
  public static FeatureSpec category(String name) {
    return new FeatureSpec(name, FeatureKind.CATEGORY);
  }

  /** A feature of kind {@link FeatureKind#TAGS}. */
  public static FeatureSpec tags(String name) {
    return new FeatureSpec(name, FeatureKind.TAGS);
  }
}
