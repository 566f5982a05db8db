package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The ways in which a group is described: attributes, spending power, order value, price bands,
 * categories, brands, hours, channels. Products and keywords are left out, because single ones are
 * near to single people; price ranks too, because who has one is nearly, and so tellingly, who has
 * an order.
 */
final class Dimensions {
  private static final List<FeatureKind> KINDS = List.of(
      FeatureKind.ATTRIBUTE,
      FeatureKind.SPEND,
      FeatureKind.ORDER_VALUE,
      FeatureKind.PRICE_BAND,
      FeatureKind.CATEGORY,
      FeatureKind.BRAND,
      FeatureKind.HOUR,
      FeatureKind.CHANNEL);
  private static final Set<FeatureKind> PARTITIONS =
      Set.of(FeatureKind.ATTRIBUTE, FeatureKind.SPEND, FeatureKind.ORDER_VALUE);

  private Dimensions() {}

  /** Of the users of a matrix that was read without a target brand; {@code names} of features. */
  static List<Dimension> of(FeatureMatrix matrix, Function<Feature, String> names) {
    var values = new TreeMap<Key, List<Dimension.Value>>();
    for (int column = 0; column < matrix.features(); column++) {
      Feature feature = matrix.feature(column);
      if (KINDS.contains(feature.kind())) {
        Key key = new Key(KINDS.indexOf(feature.kind()), name(feature));
        values
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(new Dimension.Value(
                value(feature),
                feature.kind() == FeatureKind.ATTRIBUTE ? value(feature) : names.apply(feature),
                matrix.carriers(column)));
      }
    }
    var dimensions = new ArrayList<Dimension>();
    values.forEach((key, found) -> {
      found.sort(Comparator.comparing(Dimension.Value::id));
      UserSet known = UserSet.any(found.stream().map(Dimension.Value::carriers).toList());
      dimensions.add(new Dimension(
          key.name(),
          PARTITIONS.contains(KINDS.get(key.place())),
          found,
          matrix.base().without(known)));
    });
    return dimensions;
  }

  private record Key(int place, String name) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::place).thenComparing(Key::name);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** An attribute reads {@code source:name=value}. */
  private static String name(Feature feature) {
    if (feature.kind() != FeatureKind.ATTRIBUTE) {
      return feature.kind().label();
    }
    String id = feature.id();
    return id.substring(id.indexOf(':') + 1, id.indexOf('='));
  }

  private static String value(Feature feature) {
    if (feature.kind() != FeatureKind.ATTRIBUTE) {
      return feature.id();
    }
    String id = feature.id();
    return id.substring(0, id.indexOf(':') + 1) + id.substring(id.indexOf('=') + 1);
  }
}
