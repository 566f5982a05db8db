package io.tidewatch.audience.segment;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.facts.UserSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Answers many segments before one time. What several ask for is read from the facts once; each
 * segment is then put together from bitmaps, and only what other segments name is kept. One use an
 * instance; not thread-safe.
 */
public final class SegmentReader {
  private final SegmentSource source;
  private final double saturation;
  private final Map<String, SegmentQuery> saved;
  private final Map<SegmentQuery, UserSet> atoms = new HashMap<>();
  private final Map<String, UserSet> named = new HashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  /**
   * @param saturation of interests
   * @param saved every segment that may be named
   */
  public SegmentReader(SegmentSource source, double saturation, Map<String, SegmentQuery> saved) {
    this.source = source;
    this.saturation = saturation;
    this.saved = Map.copyOf(saved);
  }

  /**
   * Calls {@code sink} with the users of each of these segments, in their order.
   *
   * @throws IllegalArgumentException when one names a segment that there is not, or itself
   */
  public void read(List<String> names, BiConsumer<String, UserSet> sink) {
    Set<String> needed = needed(names);
    List<SegmentQuery> queries = needed.stream().map(this::query).toList();
    SegmentParts parts = SegmentParts.of(queries);
    read(parts.atoms());
    for (String name : names) {
      sink.accept(name, parts.references().contains(name) ? named(name) : users(query(name)));
    }
  }

  /** These and whatever they name, and so on. */
  private Set<String> needed(List<String> names) {
    var needed = new LinkedHashSet<String>();
    var waiting = new ArrayList<>(names);
    while (!waiting.isEmpty()) {
      String name = waiting.removeLast();
      if (needed.add(name)) {
        waiting.addAll(SegmentParts.of(List.of(query(name))).references());
      }
    }
    return needed;
  }

  private SegmentQuery query(String name) {
    SegmentQuery query = saved.get(name);
    if (query == null) {
      throw new IllegalArgumentException("segment: a saved segment is required, got " + name);
    }
    return query;
  }

  private void read(Set<SegmentQuery> asked) {
    var states = new HashMap<String, List<SegmentQuery.InStates>>();
    var carries = new LinkedHashSet<SegmentQuery.Carries>();
    var attributes = new LinkedHashSet<SegmentQuery.Has>();
    var acts = new ArrayList<SegmentQuery>();
    for (SegmentQuery atom : asked) {
      switch (atom) {
        case SegmentQuery.InStates in ->
          states.computeIfAbsent(in.brandId(), b -> new ArrayList<>()).add(in);
        case SegmentQuery.Carries c -> carries.add(c);
        case SegmentQuery.Has has -> attributes.add(has);
        case SegmentQuery.Did did -> acts.add(did);
        case SegmentQuery.Searched searched -> acts.add(searched);
        case SegmentQuery.Everyone _ -> {}
        case SegmentQuery.Saved _ -> {}
        case SegmentQuery.All _ -> {}
        case SegmentQuery.Any _ -> {}
        case SegmentQuery.Without _ -> {}
      }
    }
    if (!acts.isEmpty()) {
      atoms.putAll(acts(acts));
    }
    if (!carries.isEmpty() || !attributes.isEmpty()) {
      var carried = new CarriedReader(source.facts(), source.heads(), saturation);
      if (!carries.isEmpty()) {
        atoms.putAll(carried.carried(carries, source.matrix()));
      }
      atoms.putAll(carried.attributes(attributes, source.attributes()));
    }
    if (!states.isEmpty()) {
      source.states(states.keySet(), (brand, found) -> {
        Map<AiplState, UserSet> byState = states.getOrDefault(brand, List.of()).stream()
            .flatMap(in -> in.states().stream())
            .distinct()
            .collect(Collectors.toMap(state -> state, found::in));
        for (SegmentQuery.InStates in : states.getOrDefault(brand, List.of())) {
          atoms.put(in, UserSet.any(in.states().stream().map(byState::get).toList()));
        }
      });
    }
  }

  private Map<SegmentQuery, UserSet> acts(List<SegmentQuery> acts) {
    var reader = new ActReader(source.facts(), source.heads());
    for (SegmentQuery act : acts) {
      if (act instanceof SegmentQuery.Did did) {
        reader.add(did);
      } else if (act instanceof SegmentQuery.Searched searched) {
        reader.add(searched);
      }
    }
    return reader.read();
  }

  private UserSet named(String name) {
    UserSet known = named.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(name)) {
      throw new IllegalArgumentException("segment: one that does not name itself is required, got "
          + String.join(" > ", open) + " > " + name);
    }
    UserSet users = users(query(name));
    open.remove(name);
    named.put(name, users);
    return users;
  }

  private UserSet users(SegmentQuery query) {
    return switch (query) {
      case SegmentQuery.Everyone _ -> UserSet.all(source.facts().users());
      case SegmentQuery.Saved other -> named(other.name());
      case SegmentQuery.All all -> all(all.parts().stream().map(this::users).toList());
      case SegmentQuery.Any any ->
        UserSet.any(any.parts().stream().map(this::users).toList());
      case SegmentQuery.Without without -> users(without.part()).without(users(without.left()));
      case SegmentQuery.InStates atom -> atom(atom);
      case SegmentQuery.Carries atom -> atom(atom);
      case SegmentQuery.Has atom -> atom(atom);
      case SegmentQuery.Did atom -> atom(atom);
      case SegmentQuery.Searched atom -> atom(atom);
    };
  }

  private UserSet atom(SegmentQuery atom) {
    return atoms.getOrDefault(atom, UserSet.EMPTY);
  }

  /** Smallest first, so that what is left stays small. */
  private static UserSet all(List<UserSet> sets) {
    List<UserSet> sorted =
        sets.stream().sorted(Comparator.comparingInt(UserSet::size)).toList();
    UserSet common = sorted.getFirst();
    for (UserSet set : sorted.subList(1, sorted.size())) {
      common = common.and(set);
    }
    return common;
  }
}
