package io.tidewatch.audience.identity;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Persons as links show them at one time: components of at least two identifiers, oldest first.
 * Made by {@link GraphBuilder}; immutable.
 */
final class IdentityGraph {
  private final Map<Identifier, Integer> places;
  private final int[] componentOf;
  private final double[] strengths;
  private final List<Component> components;
  private final List<Hub> hubs;
  private final Map<String, Long> refused;
  private final Map<String, String> cut;

  IdentityGraph(
      Map<Identifier, Integer> places,
      int[] componentOf,
      double[] strengths,
      List<Component> components,
      List<Hub> hubs,
      Map<String, Long> refused,
      Map<String, String> cut) {
    this.places = places;
    this.componentOf = componentOf;
    this.strengths = strengths;
    this.components = List.copyOf(components);
    this.hubs = List.copyOf(hubs);
    this.refused = Collections.unmodifiableMap(refused);
    this.cut = Map.copyOf(cut);
  }

  List<Component> components() {
    return components;
  }

  /** Number of the component that holds an identifier; -1 when none does. */
  int componentOf(Identifier identifier) {
    Integer place = places.get(identifier);
    return place == null ? -1 : componentOf[place];
  }

  /** Confidence of the strongest tie that holds the identifier in its component; else 0. */
  double strength(Identifier identifier) {
    Integer place = places.get(identifier);
    return place == null ? 0 : strengths[place];
  }

  /** Identifiers that too many share: most accounts first, then most identifiers, then by name. */
  List<Hub> hubs() {
    return hubs;
  }

  /** Links that are not used, by reason. */
  Map<String, Long> refused() {
    return refused;
  }

  /** Why a link that the rules accept ties nobody; null when it does. */
  @Nullable
  String cut(String linkId) {
    return cut.get(linkId);
  }
}
