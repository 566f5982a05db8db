package io.tidewatch.audience.identity;

import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which rules identifiers are linked.
 *
 * @param kinds further names of kinds, in lower case, with the kind that they stand for; none of a
 *     telephone number or a device, whose values are hashed at the door by kind
 * @param confidences what a kind of evidence is worth, 0 to 1, where the sender gave no confidence
 * @param otherwise what other evidence is worth
 * @param floor confidence below which a link is not used
 * @param floors the same by kind of identifier, at either end; others have {@code floor}
 * @param requiredEvidence by kind: links of such identifiers need one of these; other kinds any
 * @param maxAccounts by kind: an identifier of more accounts of one source than this is shared, and
 *     ties nobody; other kinds have 1
 * @param maxTies an identifier tied to more identifiers than this ties nobody, at least 1
 * @param placeholders values that stand for none, in lower case
 * @param fieldRules by attribute; others have {@link FieldRule#MOST_TRUSTED}
 * @param mergeCap merges of persons that a run makes unless it is told another number
 */
public record IdentityConfig(
    Map<String, String> kinds,
    Map<String, Double> confidences,
    double otherwise,
    double floor,
    Map<String, Double> floors,
    Map<String, Set<String>> requiredEvidence,
    Map<String, Integer> maxAccounts,
    int maxTies,
    Set<String> placeholders,
    Map<String, FieldRule> fieldRules,
    int mergeCap) {

  /**
   * Two accounts of one shop on one device or cookie are more often a household than one person; a
   * telephone number can have followed its owner to a second account. A device counts only by what
   * its owner did knowingly, a handle only by the owner's word.
   */
  public static final IdentityConfig DEFAULT = new IdentityConfig(
      Map.of(),
      Map.of("login", 1.0, "order", .95, "wifi-page", .95, "declared-handle", 1.0),
      .5,
      .8,
      Map.of(),
      Map.of(
          IdentifierKinds.HANDLE, Set.of("declared-handle"),
          IdentifierKinds.DEVICE, Set.of("login", "wifi-page", "order")),
      Map.of(IdentifierKinds.PHONE, 2, IdentifierKinds.ACCOUNT, 5),
      100,
      Set.of("unknown", "null", "none", "undefined", "nan", "n/a", "-", "0"),
      Map.of(),
      1_000);

  private static final Set<String> NAMEABLE = Set.of(
      IdentifierKinds.ACCOUNT,
      IdentifierKinds.COOKIE,
      IdentifierKinds.MEMBER,
      IdentifierKinds.HANDLE);

  public IdentityConfig {
    kinds = Map.copyOf(kinds);
    kinds.forEach(IdentityConfig::nameable);
    confidences = Map.copyOf(confidences);
    floors = Map.copyOf(floors);
    requiredEvidence = Map.copyOf(requiredEvidence);
    maxAccounts = Map.copyOf(maxAccounts);
    placeholders = Set.copyOf(placeholders);
    fieldRules = Map.copyOf(fieldRules);
    confidences.values().forEach(c -> share("confidences", c));
    floors.values().forEach(f -> share("floors", f));
    share("otherwise", otherwise);
    share("floor", floor);
    maxAccounts.values().forEach(n -> positive("maxAccounts", n));
    positive("maxTies", maxTies);
    if (mergeCap < 0) {
      throw new IllegalArgumentException(
          "mergeCap: a number of at least 0 is required, got " + mergeCap);
    }
  }

  private static void nameable(String name, String kind) {
    if (!NAMEABLE.contains(kind)) {
      throw new IllegalArgumentException(
          "kinds: one of " + String.join(", ", new TreeSet<>(NAMEABLE)) + " is required for " + name
              + ", got " + kind);
    }
    if (IdentifierKinds.ALL.contains(IdentifierKinds.canonical(name))) {
      throw new IllegalArgumentException(
          "kinds: a name that is not taken is required, got " + name);
    }
  }

  /** An identifier under the one name of its kind. */
  Identifier canonical(Identifier identifier) {
    String plain = IdentifierKinds.canonical(identifier.kind());
    String kind = kinds.getOrDefault(plain, plain);
    return kind.equals(identifier.kind()) ? identifier : new Identifier(kind, identifier.value());
  }

  private static void share(String argument, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(argument + ": 0 to 1 is required, got " + value);
    }
  }

  private static void positive(String argument, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(argument + ": at least 1 is required, got " + value);
    }
  }

  double confidence(String evidence) {
    return confidences.getOrDefault(evidence, otherwise);
  }

  double floor(String kind) {
    return floors.getOrDefault(kind, floor);
  }

  boolean suffices(String kind, String evidence) {
    Set<String> required = requiredEvidence.get(kind);
    return required == null || required.contains(evidence);
  }

  int maxAccounts(String kind) {
    return maxAccounts.getOrDefault(kind, 1);
  }

  boolean isPlaceholder(String value) {
    return placeholders.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  FieldRule fieldRule(String attribute) {
    return fieldRules.getOrDefault(attribute, FieldRule.MOST_TRUSTED);
  }
}
