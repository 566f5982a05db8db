package io.tidewatch.audience.identity;

import io.tidewatch.audience.identity.PersonView.AttributeView;
import io.tidewatch.model.behavior.AttributeFact;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses one value of each attribute from what is said of a person's accounts. */
final class PersonAttributes {
  private static final List<String> TRUST = List.of("verified", "declared", "inferred");
  private static final Comparator<AttributeView> OLDEST =
      Comparator.comparing(AttributeView::at).thenComparing(AttributeView::userId);
  private static final Comparator<AttributeView> NEWEST =
      Comparator.comparing(AttributeView::at).reversed().thenComparing(AttributeView::userId);
  private static final Comparator<AttributeView> MOST_TRUSTED =
      Comparator.<AttributeView>comparingInt(a -> trust(a.source())).thenComparing(NEWEST);

  private PersonAttributes() {}

  /** By attribute. */
  static Map<String, AttributeView> of(Collection<AttributeFact> facts, IdentityConfig config) {
    var chosen = new TreeMap<String, AttributeView>();
    for (AttributeFact fact : facts) {
      fact.attributes().forEach((name, value) -> {
        Comparator<AttributeView> order = switch (config.fieldRule(name)) {
          case MOST_TRUSTED -> MOST_TRUSTED;
          case NEWEST -> NEWEST;
          case OLDEST -> OLDEST;
        };
        chosen.merge(
            name,
            new AttributeView(value, fact.attributeSource(), fact.at(), fact.userId()),
            (a, b) -> order.compare(a, b) <= 0 ? a : b);
      });
    }
    return chosen;
  }

  private static int trust(String source) {
    int place = TRUST.indexOf(source);
    return place < 0 ? TRUST.size() : place;
  }
}
