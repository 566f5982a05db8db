package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.audience.identity.FieldRule;
import io.tidewatch.audience.identity.IdentityConfig;
import io.tidewatch.model.identity.IdentifierKinds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * How people are told apart: {@code identity} and {@code audience} in {@code tidewatch.yaml}. A map
 * there changes what it names and leaves the rest; a list is the whole list.
 *
 * @param identity by which rules identifiers are linked
 * @param joinsPersons whether audiences count the ids of one person as one user
 */
public record PeopleSettings(IdentityConfig identity, boolean joinsPersons) {
  /** What the documentation states. */
  public static final PeopleSettings DEFAULT = new PeopleSettings(IdentityConfig.DEFAULT, true);

  private static final String AT = "identity.";
  private static final String JOIN = "audience.join";
  private static final List<String> KEYS = List.of(
      "kinds",
      "evidence",
      "otherEvidence",
      "floor",
      "floors",
      "required",
      "maxAccounts",
      "maxTies",
      "placeholders",
      "fields",
      "mergeCap");

  /**
   * Reads both; what is missing stays as it is.
   *
   * @throws IllegalArgumentException naming key, rule and value
   */
  public static PeopleSettings read(JsonNode identity, JsonNode audience) {
    return new PeopleSettings(identity(identity), joins(audience));
  }

  private static boolean joins(JsonNode audience) {
    properties("audience", audience, List.of("join"));
    JsonNode join = audience.path("join");
    return switch (absent(join) ? "persons" : join.asText()) {
      case "persons" -> true;
      case "ids" -> false;
      default ->
        throw new IllegalArgumentException(
            JOIN + ": persons or ids is required, got " + text(join));
    };
  }

  private static IdentityConfig identity(JsonNode yaml) {
    properties("identity", yaml, KEYS);
    IdentityConfig usual = IdentityConfig.DEFAULT;
    try {
      return new IdentityConfig(
          changed(yaml, "kinds", usual.kinds(), PeopleSettings::kind),
          changed(yaml, "evidence", usual.confidences(), PeopleSettings::decimal),
          one(yaml, "otherEvidence", usual.otherwise(), PeopleSettings::decimal),
          one(yaml, "floor", usual.floor(), PeopleSettings::decimal),
          kinds(changed(yaml, "floors", usual.floors(), PeopleSettings::decimal)),
          required(changed(yaml, "required", usual.requiredEvidence(), PeopleSettings::texts)),
          kinds(changed(yaml, "maxAccounts", usual.maxAccounts(), PeopleSettings::number)),
          one(yaml, "maxTies", usual.maxTies(), PeopleSettings::number),
          one(yaml, "placeholders", usual.placeholders(), PeopleSettings::placeholders),
          changed(yaml, "fields", usual.fieldRules(), PeopleSettings::rule),
          one(yaml, "mergeCap", usual.mergeCap(), PeopleSettings::number));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw message.startsWith(AT) ? e : new IllegalArgumentException(AT + message, e);
    }
  }

  private static boolean absent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static <T> T one(
      JsonNode yaml, String key, T usual, BiFunction<String, JsonNode, T> reading) {
    JsonNode node = yaml.path(key);
    return absent(node) ? usual : reading.apply(AT + key, node);
  }

  private static <T> Map<String, T> changed(
      JsonNode yaml, String key, Map<String, T> usual, BiFunction<String, JsonNode, T> reading) {
    var all = new HashMap<>(usual);
    JsonNode node = yaml.path(key);
    if (!absent(node)) {
      if (!node.isObject()) {
        throw new IllegalArgumentException(
            AT + key + ": names with values are required, got " + text(node));
      }
      node.properties()
          .forEach(entry -> all.put(
              entry.getKey(), reading.apply(AT + key + "." + entry.getKey(), entry.getValue())));
    }
    return all;
  }

  /** Kinds under their one names. */
  private static <T> Map<String, T> kinds(Map<String, T> byKind) {
    var canonical = new HashMap<String, T>();
    byKind.forEach((kind, value) -> {
      if (kind.equals(IdentifierKinds.canonical(kind))) {
        canonical.putIfAbsent(kind, value);
      } else {
        canonical.put(IdentifierKinds.canonical(kind), value);
      }
    });
    return canonical;
  }

  /** An empty list takes any evidence. */
  private static Map<String, Set<String>> required(Map<String, Set<String>> byKind) {
    var required = kinds(byKind);
    required.values().removeIf(Set::isEmpty);
    return required;
  }

  private static void properties(String key, JsonNode node, List<String> allowed) {
    if (absent(node)) {
      return;
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          key + ": values by " + String.join(", ", allowed) + " are required, got " + text(node));
    }
    node.fieldNames().forEachRemaining(name -> {
      if (!allowed.contains(name)) {
        throw new IllegalArgumentException(
            key + ": one of " + String.join(", ", allowed) + " is required, got " + name);
      }
    });
  }

  private static String text(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }

  private static String kind(String key, JsonNode node) {
    return IdentifierKinds.canonical(text(node));
  }

  private static Double decimal(String key, JsonNode node) {
    if (!node.isNumber() || !(node.asDouble() >= 0 && node.asDouble() <= 1)) {
      throw new IllegalArgumentException(key + ": 0 to 1 is required, got " + text(node));
    }
    return node.asDouble();
  }

  private static Integer number(String key, JsonNode node) {
    if (!node.canConvertToInt() || !node.isIntegralNumber() || node.asInt() < 0) {
      throw new IllegalArgumentException(
          key + ": a whole number of at least 0 is required, got " + text(node));
    }
    return node.asInt();
  }

  private static Set<String> texts(String key, JsonNode node) {
    if (!node.isArray()) {
      throw new IllegalArgumentException(key + ": a list is required, got " + text(node));
    }
    var texts = new HashSet<String>();
    node.forEach(item -> texts.add(text(item)));
    return texts;
  }

  private static Set<String> placeholders(String key, JsonNode node) {
    var lower = new HashSet<String>();
    texts(key, node).forEach(value -> lower.add(value.strip().toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static FieldRule rule(String key, JsonNode node) {
    return switch (text(node)) {
      case "most-trusted" -> FieldRule.MOST_TRUSTED;
      case "newest" -> FieldRule.NEWEST;
      case "oldest" -> FieldRule.OLDEST;
      default ->
        throw new IllegalArgumentException(
            key + ": most-trusted, newest or oldest is required, got " + text(node));
    };
  }
}
