package io.tidewatch.audience.feature;

import java.util.Comparator;

/**
 * Something that users care about, do, or are.
 *
 * @param id of the entity, the keyword itself, or the value, such as {@code 5} or {@code
 *     declared:city=上海}
 */
public record Feature(FeatureKind kind, String id) implements Comparable<Feature> {
  private static final Comparator<Feature> ORDER =
      Comparator.comparing(Feature::kind).thenComparing(Feature::id);

  /** As rows carry it. */
  public String label() {
    return kind.label() + ":" + id;
  }

  @Override
  public int compareTo(Feature other) {
    return ORDER.compare(this, other);
  }
}
