package io.tidewatch.api.strategy;

import io.tidewatch.audience.BaseTraits;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.formula.Tgi;
import io.tidewatch.model.behavior.MarketOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The buyers of one reading and what is known of them. Immutable. */
final class Buyers {
  /** Nothing is known of these. */
  static final String UNKNOWN = "unknown";

  private static final double TGI_PRIOR = 50;

  private final Sales sales;
  private final PriceSteps steps;
  private final @Nullable BaseTraits traits;
  private final Set<String> earlier;
  private final Set<String> users = new TreeSet<>();
  private final Map<String, List<Feature>> known = new HashMap<>();

  /**
   * {@code steps} are the price bands; {@code traits} are null where nobody was active; {@code
   * earlier} bought the category before.
   */
  Buyers(Sales sales, PriceSteps steps, @Nullable BaseTraits traits, Set<String> earlier) {
    this.sales = sales;
    this.steps = steps;
    this.traits = traits;
    this.earlier = earlier;
    sales.orders().forEach(order -> users.add(order.userId()));
    users.forEach(user -> known.put(user, traits == null ? List.of() : traits.of(user)));
  }

  Sales sales() {
    return sales;
  }

  List<String> dimensions() {
    var attributes = new TreeSet<String>();
    known
        .values()
        .forEach(features -> features.stream()
            .filter(f -> f.kind() == FeatureKind.ATTRIBUTE)
            .forEach(f -> attributes.add("attribute:" + attribute(f))));
    var all = new ArrayList<>(List.of("history", "spend", "spend-price"));
    all.addAll(attributes);
    return all;
  }

  private static String attribute(Feature feature) {
    int end = feature.id().indexOf('=');
    return end < 0 ? feature.id() : feature.id().substring(0, end);
  }

  /** Every buyer's group. */
  Map<String, String> groups(String dimension) {
    Map<String, String> bands = dimension.equals("spend-price") ? mainBands() : Map.of();
    var groups = new HashMap<String, String>();
    for (String user : users) {
      groups.put(
          user,
          switch (dimension) {
            case "history" -> earlier.contains(user) ? "returning" : "new";
            case "spend" -> spend(user);
            case "spend-price" ->
              spend(user).equals(UNKNOWN) || !bands.containsKey(user)
                  ? UNKNOWN
                  : spend(user) + "|" + bands.get(user);
            default -> value(user, dimension);
          });
    }
    return groups;
  }

  private String spend(String user) {
    return known.getOrDefault(user, List.of()).stream()
        .filter(f -> f.kind() == FeatureKind.SPEND)
        .map(Feature::id)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private String value(String user, String dimension) {
    String prefix = dimension.substring(dimension.indexOf(':') + 1) + "=";
    return known.getOrDefault(user, List.of()).stream()
        .filter(f -> f.kind() == FeatureKind.ATTRIBUTE && f.id().startsWith(prefix))
        .map(f -> f.id().substring(prefix.length()))
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** The price band in which each buyer spent most; the cheaper of two equal ones. */
  private Map<String, String> mainBands() {
    Map<String, Map<PriceSteps.Band, Double>> spent = new HashMap<>();
    for (MarketOrder order : sales.orders()) {
      if (order.currency().equals(sales.currency())) {
        spent
            .computeIfAbsent(order.userId(), u -> new TreeMap<>())
            .merge(steps.band(order.piecePrice()), order.net().doubleValue(), Double::sum);
      }
    }
    var bands = new HashMap<String, String>();
    spent.forEach((user, byBand) -> {
      double most = 0;
      for (Map.Entry<PriceSteps.Band, Double> band : byBand.entrySet()) {
        if (band.getValue() > most) {
          most = band.getValue();
          bands.put(user, band.getKey().label());
        }
      }
    });
    return bands;
  }

  /** Sums by group; of one brand only when it is given. */
  Map<String, Tally> tallies(Map<String, String> groupOf, @Nullable String brandId) {
    var tallies = new HashMap<String, Tally>();
    for (MarketOrder order : sales.orders()) {
      if (brandId == null || order.brandId().equals(brandId)) {
        tallies
            .computeIfAbsent(
                groupOf.getOrDefault(order.userId(), UNKNOWN), g -> new Tally(sales.currency()))
            .add(order);
      }
    }
    return tallies;
  }

  /**
   * Against the base, both only as far as the dimension is known of them; null where the base has no
   * such group.
   */
  @Nullable
  Tgi tgi(String dimension, String group, Map<String, String> groupOf) {
    BaseTraits base = traits;
    String label = label(dimension, group);
    if (base == null || label.isEmpty()) {
      return null;
    }
    int carriers = base.all().stream()
        .filter(trait -> trait.feature().label().equals(label))
        .mapToInt(BaseTraits.Trait::users)
        .findFirst()
        .orElse(0);
    if (carriers < SegmentStudy.LEAST) {
      return null;
    }
    int target = 0;
    int hits = 0;
    for (String user : users) {
      String own = groupOf.getOrDefault(user, UNKNOWN);
      if (base.holds(user) && !own.equals(UNKNOWN)) {
        target++;
        hits += own.equals(group) ? 1 : 0;
      }
    }
    return Tgi.of(hits, target, carriers, knownBase(dimension), TGI_PRIOR);
  }

  /** Users of the base of whom the dimension is known; values of one dimension are disjoint. */
  int knownBase(String dimension) {
    BaseTraits base = traits;
    String prefix = label(dimension, "");
    return base == null || prefix.isEmpty()
        ? 0
        : base.all().stream()
            .filter(trait -> trait.feature().label().startsWith(prefix))
            .mapToInt(BaseTraits.Trait::users)
            .sum();
  }

  private static String label(String dimension, String group) {
    return switch (dimension) {
      case "history", "spend-price" -> "";
      case "spend" -> FeatureKind.SPEND.label() + ":" + group;
      default -> dimension + "=" + group;
    };
  }
}
