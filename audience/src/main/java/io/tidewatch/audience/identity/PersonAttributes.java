package io.tidewatch.audience.identity;

import io.tidewatch.audience.identity.PersonView.AttributeView;
import io.tidewatch.model.behavior.AttributeFact;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Chooses one value of each attribute from what is said of a person's accounts. */
final class PersonAttributes {
  private PersonAttributes() {}

  /** By attribute. */
  static Map<String, AttributeView> of(Collection<AttributeFact> facts, IdentityConfig config) {
    var chosen = new TreeMap<String, AttributeView>();
    for (AttributeFact fact : facts) {
      fact.attributes().forEach((name, value) -> {
        Comparator<AttributeView> order = order(config.fieldRule(name));
        chosen.merge(
            name,
            new AttributeView(value, fact.attributeSource(), fact.at(), fact.userId()),
            (a, b) -> order.compare(a, b) <= 0 ? a : b);
      });
    }
    return chosen;
  }

  private static Comparator<AttributeView> order(FieldRule rule) {
    Comparator<AttributeView> byRule = (a, b) -> rule.compare(
        FieldRule.trust(a.source()),
        FieldRule.moment(a.at()),
        FieldRule.trust(b.source()),
        FieldRule.moment(b.at()));
    return byRule.thenComparing(AttributeView::userId);
  }
}
