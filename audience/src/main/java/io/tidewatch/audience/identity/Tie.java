package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.Comparator;

/**
 * A link that the rules accept, its kinds under one name. Strongest first: the order in which ties
 * are made, which is the same in whatever order links arrive.
 */
record Tie(
    String linkId, Identifier from, Identifier to, double confidence, String source, Instant at)
    implements Comparable<Tie> {

  private static final Comparator<Identifier> BY_KIND_AND_VALUE =
      Comparator.comparing(Identifier::kind).thenComparing(Identifier::value);

  private static final Comparator<Tie> STRONGEST = Comparator.comparingDouble(Tie::confidence)
      .reversed()
      .thenComparing(Tie::at)
      .thenComparing(Tie::linkId)
      .thenComparing(Tie::from, BY_KIND_AND_VALUE)
      .thenComparing(Tie::to, BY_KIND_AND_VALUE);

  static Tie of(LinkFact link, IdentityConfig config) {
    Double given = link.confidence();
    return new Tie(
        link.id(),
        config.canonical(link.from()),
        config.canonical(link.to()),
        given == null ? config.confidence(link.evidence()) : given,
        link.source() == null ? "" : link.source(),
        link.at());
  }

  @Override
  public int compareTo(Tie other) {
    return STRONGEST.compare(this, other);
  }

  static boolean isAccount(Identifier identifier) {
    return identifier.kind().equals(IdentifierKinds.ACCOUNT);
  }

  boolean betweenAccounts() {
    return isAccount(from) && isAccount(to);
  }
}
