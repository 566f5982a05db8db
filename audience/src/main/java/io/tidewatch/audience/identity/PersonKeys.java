package io.tidewatch.audience.identity;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.function.UnaryOperator;

/** Keyed hashes of identifiers, and ids of persons made from them. */
final class PersonKeys {
  private static final int KEY = 32;
  private static final int ID = 20;
  private static final char SEPARATOR = 31;

  private final UnaryOperator<String> hash;

  /** {@code hash} gives at least 32 characters, the same for the same text. */
  PersonKeys(UnaryOperator<String> hash) {
    this.hash = hash;
  }

  String of(Identifier identifier) {
    return hash.apply(identifier.kind() + SEPARATOR + identifier.value()).substring(0, KEY);
  }

  /** The id of a person founded by an identifier; another one for each {@code attempt} to 12. */
  static String person(String key, int attempt) {
    return "p" + key.substring(attempt, attempt + ID);
  }

  /** The id of somebody of whom nothing but this identifier is known. */
  String alone(Identifier identifier) {
    return person(of(identifier), 0);
  }
}
