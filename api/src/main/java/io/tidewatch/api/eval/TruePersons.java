package io.tidewatch.api.eval;

import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Persons of a simulated market as its truth has them, whether a record ties them or not. */
final class TruePersons implements PersonGroups {
  private final List<List<Identifier>> persons = new ArrayList<>();
  private final Map<String, Integer> groups = new HashMap<>();

  TruePersons(IdentityTruth truth) {
    var byOwner = new HashMap<String, Integer>();
    truth.owners().forEach((identifier, owner) -> {
      int group = byOwner.computeIfAbsent(owner, o -> {
        persons.add(new ArrayList<>());
        return persons.size() - 1;
      });
      persons.get(group).add(identifier);
      if (identifier.kind().equals(IdentifierKinds.ACCOUNT)
          || identifier.kind().equals(IdentifierKinds.COOKIE)) {
        groups.put(identifier.value(), group);
      }
    });
    persons.forEach(
        ids -> ids.sort(Comparator.comparing(Identifier::kind).thenComparing(Identifier::value)));
  }

  @Override
  public int size() {
    return persons.size();
  }

  @Override
  public int groupOf(String userId) {
    return groups.getOrDefault(userId, NOBODY);
  }

  @Override
  public int find(String personOrValue) {
    return groupOf(personOrValue);
  }

  @Override
  public List<Identifier> identifiers(int group) {
    return List.copyOf(persons.get(group));
  }
}
