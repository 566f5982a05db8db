package io.tidewatch.api.eval;

import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.HashMap;
import java.util.Map;

/** Connected components of all links, whatever their evidence: the plain way to be beaten. */
final class PlainComponents {
  private final Map<Identifier, Identifier> parents = new HashMap<>();

  void add(LinkFact link) {
    Identifier one = root(canonical(link.from()));
    Identifier other = root(canonical(link.to()));
    if (!one.equals(other)) {
      parents.put(one, other);
    }
  }

  private static Identifier canonical(Identifier identifier) {
    return new Identifier(IdentifierKinds.canonical(identifier.kind()), identifier.value());
  }

  private Identifier root(Identifier identifier) {
    Identifier at = identifier;
    for (Identifier next = parents.get(at); next != null; next = parents.get(at)) {
      Identifier after = parents.get(next);
      if (after != null) {
        parents.put(at, after);
      }
      at = next;
    }
    return at;
  }

  String personOf(Identifier identifier) {
    Identifier root = root(identifier);
    return root.kind() + ":" + root.value();
  }
}
