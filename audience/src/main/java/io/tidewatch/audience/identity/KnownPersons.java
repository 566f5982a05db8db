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
  private final IdentityConfig config;
  private final Map<String, Integer> componentById = new HashMap<>();
  private @Nullable Map<String, String> formerlyAlone;

  KnownPersons(
      IdentityGraph graph,
      List<String> ids,
      Map<String, String> aliases,
      PersonKeys keys,
      IdentityConfig config) {
    this.graph = graph;
    this.ids = List.copyOf(ids);
    this.aliases = Map.copyOf(aliases);
    this.keys = keys;
    this.config = config;
    for (int c = 0; c < ids.size(); c++) {
      componentById.put(ids.get(c), c);
    }
  }

  /** An identifier under the one name of its kind. */
  Identifier canonical(Identifier identifier) {
    return config.canonical(identifier);
  }

  IdentityGraph graph() {
    return graph;
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public int groupOf(String userId) {
    return ofKinds(USER_KINDS, userId);
  }

  @Override
  public List<Identifier> identifiers(int group) {
    return graph.components().get(group).members();
  }

  @Override
  public Person personOf(Identifier identifier) {
    Identifier canonical = config.canonical(identifier);
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
    for (String kind : USER_KINDS) {
      var identifier = new Identifier(kind, userId);
      if (graph.componentOf(identifier) >= 0) {
        return identifier;
      }
    }
    return new Identifier(IdentifierKinds.ACCOUNT, userId);
  }

  /** The component of the first of these kinds under which a value is tied; else nobody. */
  private int ofKinds(List<String> kinds, String value) {
    for (String kind : kinds) {
      int component = graph.componentOf(new Identifier(kind, value));
      if (component >= 0) {
        return component;
      }
    }
    return NOBODY;
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

  @Override
  public int find(String personOrValue) {
    Integer byId = componentById.get(personOrValue);
    if (byId == null) {
      byId = componentById.get(current(personOrValue));
    }
    return byId == null ? ofKinds(ANY_KIND, personOrValue) : byId;
  }

  /** The component of a person by id, or by the value of an identifier of any kind. */
  Optional<Component> component(String personOrValue) {
    int found = find(personOrValue);
    return found == NOBODY ? Optional.empty() : Optional.of(graph.components().get(found));
  }

  /** The component that holds an identifier. */
  Optional<Component> holding(Identifier identifier) {
    int component = graph.componentOf(identifier);
    return component < 0 ? Optional.empty() : Optional.of(graph.components().get(component));
  }
}
