package io.tidewatch.audience;

import io.tidewatch.audience.identity.FieldRule;
import io.tidewatch.audience.identity.PersonSource;
import io.tidewatch.audience.identity.StoreVisitors;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Persons as tests tie them, each from a time on, and visitors of stores. */
public final class TiedIds implements PersonSource {
  private static final List<String> USER_KINDS = List.of("user", "cookie", "member");

  private record Tied(Instant at, List<Identifier> ids) {}

  private final List<Tied> persons = new ArrayList<>();
  private final Map<String, StoreVisitors> visitors = new TreeMap<>();
  private long revision;

  /** One person; ids as {@code kind:value}. */
  public TiedIds tie(Instant at, String... ids) {
    persons.add(new Tied(
        at,
        Stream.of(ids)
            .map(id ->
                new Identifier(id.substring(0, id.indexOf(':')), id.substring(id.indexOf(':') + 1)))
            .sorted(Comparator.comparing(Identifier::kind).thenComparing(Identifier::value))
            .toList()));
    revision++;
    return this;
  }

  public TiedIds visited(String store, StoreVisitors by) {
    visitors.put(store, by);
    return this;
  }

  @Override
  public PersonGroups at(Instant asOf) {
    List<List<Identifier>> known =
        persons.stream().filter(p -> p.at().isBefore(asOf)).map(Tied::ids).toList();
    return new PersonGroups() {
      @Override
      public int size() {
        return known.size();
      }

      @Override
      public int groupOf(String userId) {
        return USER_KINDS.stream()
            .mapToInt(kind -> holding(new Identifier(kind, userId)))
            .filter(group -> group != NOBODY)
            .findFirst()
            .orElse(NOBODY);
      }

      private int holding(Identifier id) {
        for (int group = 0; group < known.size(); group++) {
          if (known.get(group).contains(id)) {
            return group;
          }
        }
        return NOBODY;
      }

      @Override
      public int find(String personOrValue) {
        for (int group = 0; group < known.size(); group++) {
          if (personOrValue.equals("person-" + group)
              || known.get(group).stream().anyMatch(id -> id.value().equals(personOrValue))) {
            return group;
          }
        }
        return NOBODY;
      }

      @Override
      public List<Identifier> identifiers(int group) {
        return known.get(group);
      }
    };
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public FieldRule rule(String attribute) {
    return attribute.equals("birthday") ? FieldRule.OLDEST : FieldRule.MOST_TRUSTED;
  }

  @Override
  public List<String> stores(Instant asOf) {
    return List.copyOf(visitors.keySet());
  }

  @Override
  public StoreVisitors visitors(String storeId, int days, Instant asOf) {
    return visitors.get(storeId);
  }
}
