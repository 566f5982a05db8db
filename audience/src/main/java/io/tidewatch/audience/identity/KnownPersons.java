package io.tidewatch.audience.identity;

import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.PersonDirectory;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A graph with the ids of its persons. Safe from any thread. */
final class KnownPersons implements PersonDirectory {
  private static final List<String> USER_KINDS =
      List.of(IdentifierKinds.ACCOUNT, IdentifierKinds.COOKIE, IdentifierKinds.MEMBER);
  private static final List<String> ANY_KIND = List.of(
      IdentifierKinds.ACCOUNT,
      IdentifierKinds.COOKIE,
      IdentifierKinds.MEMBER,
      IdentifierKinds.HANDLE,
      IdentifierKinds.PHONE,
      IdentifierKinds.DEVICE);

  private final IdentityGraph graph;
  private final List<String> ids;
  private final Map<String, String> aliases;
  private final PersonKeys keys;
  private final Map<String, Integer> componentById = new HashMap<>();
  private @Nullable Map<String, String> formerlyAlone;

  KnownPersons(
      IdentityGraph graph, List<String> ids, Map<String, String> aliases, PersonKeys keys) {
    this.graph = graph;
    this.ids = List.copyOf(ids);
    this.aliases = Map.copyOf(aliases);
    this.keys = keys;
    for (int c = 0; c < ids.size(); c++) {
      componentById.put(ids.get(c), c);
    }
  }

  IdentityGraph graph() {
    return graph;
  }

  /** Persons of at least two identifiers. */
  int persons() {
    return ids.size();
  }

  @Override
  public Person personOf(Identifier identifier) {
    Identifier canonical = Tie.canonical(identifier);
    Identifier known = known(canonical);
    if (known == null) {
      return new Person(keys.alone(canonical), 1, false);
    }
    return new Person(ids.get(graph.componentOf(known)), graph.strength(known), true);
  }

  /** A card that no link names is taken for the account of the same name. */
  private @Nullable Identifier known(Identifier identifier) {
    if (graph.componentOf(identifier) >= 0) {
      return identifier;
    }
    var account = new Identifier(IdentifierKinds.ACCOUNT, identifier.value());
    return identifier.kind().equals(IdentifierKinds.MEMBER) && graph.componentOf(account) >= 0
        ? account
        : null;
  }

  @Override
  public Person personOf(String userId) {
    return personOf(user(userId));
  }

  /** A user id with its kind; an account when nothing is known of it. */
  Identifier user(String userId) {
    return ofKinds(USER_KINDS, userId).orElse(new Identifier(IdentifierKinds.ACCOUNT, userId));
  }

  private Optional<Identifier> ofKinds(List<String> kinds, String value) {
    return kinds.stream()
        .map(kind -> new Identifier(kind, value))
        .filter(identifier -> graph.componentOf(identifier) >= 0)
        .findFirst();
  }

  @Override
  public String current(String personId) {
    String now = aliases.getOrDefault(personId, personId);
    return componentById.containsKey(now) ? now : formerlyAlone().getOrDefault(now, now);
  }

  /** Ids that identifiers had as long as they stood alone. */
  private synchronized Map<String, String> formerlyAlone() {
    Map<String, String> former = formerlyAlone;
    if (former == null) {
      former = new HashMap<>();
      for (int c = 0; c < ids.size(); c++) {
        for (Identifier member : graph.components().get(c).members()) {
          former.putIfAbsent(keys.alone(member), ids.get(c));
          former.putIfAbsent(
              keys.alone(new Identifier(IdentifierKinds.ACCOUNT, member.value())), ids.get(c));
        }
      }
      formerlyAlone = former;
    }
    return former;
  }

  /** The component of a person by id, or by the value of an identifier of any kind. */
  Optional<Component> find(String personOrValue) {
    Integer byId = componentById.get(personOrValue);
    if (byId == null) {
      byId = componentById.get(current(personOrValue));
    }
    if (byId != null) {
      return Optional.of(graph.components().get(byId));
    }
    return ofKinds(ANY_KIND, personOrValue)
        .map(identifier -> graph.components().get(graph.componentOf(identifier)));
  }

  /** The component that holds an identifier. */
  Optional<Component> holding(Identifier identifier) {
    int component = graph.componentOf(identifier);
    return component < 0 ? Optional.empty() : Optional.of(graph.components().get(component));
  }
}
