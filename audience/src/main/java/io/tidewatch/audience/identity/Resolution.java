package io.tidewatch.audience.identity;

import io.tidewatch.model.identity.LedgerChange;
import io.tidewatch.model.identity.LedgerChange.Merge;
import io.tidewatch.model.identity.LedgerPerson;
import io.tidewatch.model.identity.LedgerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives the components of a graph the ids of the persons that they were, and says what that changes.
 * A person whose identifiers lie in several components stays with its founder, else with most of
 * them; of several persons in one component the oldest stays.
 *
 * @param ids person by number of component
 */
record Resolution(List<String> ids, LedgerChange change) {

  Resolution {
    ids = List.copyOf(ids);
  }

  static Resolution of(IdentityGraph graph, LedgerState state, PersonKeys keys) {
    var naming = new Naming(graph, state, keys);
    naming.keep();
    naming.found();
    return naming.resolution();
  }

  /** One naming of all components. */
  private static final class Naming {
    private static final int ATTEMPTS = 12;

    private final LedgerState state;
    private final List<Component> components;
    private final List<List<String>> keys = new ArrayList<>();
    private final List<String> founders = new ArrayList<>();
    private final Map<String, LedgerPerson> persons = new HashMap<>();
    private final List<List<LedgerPerson>> kept = new ArrayList<>();
    private final String[] ids;
    private final List<Merge> merges = new ArrayList<>();
    private final List<LedgerPerson> founded = new ArrayList<>();

    Naming(IdentityGraph graph, LedgerState state, PersonKeys personKeys) {
      this.state = state;
      this.components = graph.components();
      for (Component component : components) {
        keys.add(component.members().stream().map(personKeys::of).toList());
        founders.add(personKeys.of(component.founder()));
        kept.add(new ArrayList<>(1));
      }
      state.persons().forEach(person -> persons.put(person.id(), person));
      this.ids = new String[components.size()];
    }

    /** Finds the component that keeps each person. */
    void keep() {
      var held = new TreeMap<String, Map<Integer, Integer>>();
      var founderAt = new HashMap<String, Integer>();
      for (int c = 0; c < components.size(); c++) {
        for (String key : keys.get(c)) {
          String person = state.ties().get(key);
          LedgerPerson known = person == null ? null : persons.get(person);
          if (known != null) {
            held.computeIfAbsent(person, p -> new TreeMap<>()).merge(c, 1, Integer::sum);
            if (known.founder().equals(key)) {
              founderAt.put(person, c);
            }
          }
        }
      }
      held.forEach((person, counts) -> {
        Integer keeper = founderAt.get(person);
        if (keeper == null) {
          int most = counts.values().stream().mapToInt(n -> n).max().orElseThrow();
          keeper = counts.entrySet().stream()
              .filter(count -> count.getValue() == most)
              .findFirst()
              .orElseThrow()
              .getKey();
        }
        kept.get(keeper).add(Objects.requireNonNull(persons.get(person)));
      });
      for (int c = 0; c < components.size(); c++) {
        List<LedgerPerson> all = kept.get(c);
        if (!all.isEmpty()) {
          all.sort(Comparator.comparing(LedgerPerson::foundedAt).thenComparing(LedgerPerson::id));
          ids[c] = all.getFirst().id();
          for (LedgerPerson other : all.subList(1, all.size())) {
            merges.add(new Merge(all.getFirst().id(), other.id()));
          }
        }
      }
    }

    /** Founds a person for every component that keeps none. */
    void found() {
      Set<String> used = new HashSet<>(Arrays.asList(ids));
      merges.forEach(merge -> used.add(merge.aliasId()));
      for (int c = 0; c < ids.length; c++) {
        for (int attempt = 0; ids[c] == null && attempt <= ATTEMPTS; attempt++) {
          String id = PersonKeys.person(founders.get(c), attempt);
          LedgerPerson known = persons.get(id);
          boolean same = known != null && known.founder().equals(founders.get(c));
          if (!state.aliases().containsKey(id) && (known == null || same) && used.add(id)) {
            ids[c] = id;
            if (known == null) {
              founded.add(
                  new LedgerPerson(id, founders.get(c), components.get(c).foundedAt()));
            }
          }
        }
        if (ids[c] == null) {
          throw new IllegalStateException(
              "person: a free id is expected for the founder " + founders.get(c));
        }
      }
    }

    Resolution resolution() {
      var moved = new HashMap<String, String>();
      var aliases = new HashMap<String, String>();
      merges.forEach(merge -> aliases.put(merge.aliasId(), merge.keptId()));
      var released = new HashSet<>(state.ties().keySet());
      for (int c = 0; c < ids.length; c++) {
        for (String key : keys.get(c)) {
          released.remove(key);
          String before = state.ties().get(key);
          String after = before == null ? null : aliases.getOrDefault(before, before);
          if (!ids[c].equals(after)) {
            moved.put(key, ids[c]);
          }
        }
      }
      return new Resolution(List.of(ids), new LedgerChange(founded, merges, moved, released));
    }
  }
}
