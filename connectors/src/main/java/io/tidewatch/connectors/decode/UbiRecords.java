package io.tidewatch.connectors.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Records of OpenSearch User Behavior Insights 1.3 in the one shape that every door accepts:
 * queries become searches, events what their {@code action_name} says. Both are known by their
 * fields, alone or as the {@code _source} of an exported search hit. What has no place of its own
 * stays below {@code ubi}.
 *
 * <p>All queries of one {@code query_id} are one search, the newest version of it. An event has no
 * id of its own: it is the id of its hit, else a hash of its content.
 */
final class UbiRecords {
  private static final String PREFIX = "ubi:";
  private static final String ORDER = "order";
  private static final String OTHER = "action";
  private static final Map<String, String> TYPES = Map.ofEntries(
      Map.entry("impression", "impression"),
      Map.entry("view", "view"),
      Map.entry("watch", "view"),
      Map.entry("click", "click"),
      Map.entry("click_through", "click"),
      Map.entry("add_to_cart", "cart"),
      Map.entry("cart", "cart"),
      Map.entry("favorite", "favorite"),
      Map.entry("add_to_wishlist", "favorite"),
      Map.entry("share", "share"),
      Map.entry("follow", "follow"),
      Map.entry("purchase", ORDER));
  private static final Set<String> PRODUCTS = Set.of("product", "item", "sku", "goods");
  private static final List<String> AMOUNTS = List.of("amount", "total");
  private static final Pattern NO_OFFSET = Pattern.compile(".*T[0-9:.,]+");

  private final ObjectNode body;
  private final ObjectNode rest;
  private final @Nullable String hit;
  private final RecordFields fields;
  private final ObjectNode record = JsonNodeFactory.instance.objectNode();

  private UbiRecords(ObjectNode body, @Nullable String hit, String where, long position) {
    this.body = body;
    this.rest = body.deepCopy();
    this.hit = hit;
    this.fields = new RecordFields(body, where, position);
  }

  /**
   * The record in our shape; null when it is none of UBI's. {@code given} stays as it is.
   *
   * @throws MalformedRecordException when a field is absent without which nothing can be counted
   */
  static @Nullable ObjectNode shaped(ObjectNode given, String where, long position) {
    return given.get("_source") instanceof ObjectNode source
        ? shaped(source, text(given.path("_id")), where, position)
        : shaped(given, null, where, position);
  }

  private static @Nullable ObjectNode shaped(
      ObjectNode body, @Nullable String hit, String where, long position) {
    if (body.has("action_name")) {
      return new UbiRecords(body, hit, where, position).event();
    }
    return body.has("user_query") ? new UbiRecords(body, hit, where, position).query() : null;
  }

  /** Whether it is a query that leaves its time to whoever receives it. */
  static boolean isWithoutTime(ObjectNode shaped) {
    return !shaped.has("at")
        && shaped.has("ubi")
        && "search".equals(shaped.path("type").asText());
  }

  private ObjectNode query() {
    String query = take("user_query");
    if (query == null) {
      throw fields.missing("user_query");
    }
    String queryId = take("query_id");
    String id = queryId == null ? hit : queryId;
    if (id == null && !rest.hasNonNull("timestamp")) {
      throw fields.missing("query_id or timestamp");
    }
    record.put("type", "search");
    record.put("id", PREFIX + (id == null ? hash() : id));
    record.put("userId", user(rest.path("query_attributes"), queryId));
    time();
    record.put("query", query);
    record.put("queryId", queryId);
    if (rest.get("query_response_hit_ids") != null) {
      record.set("results", rest.remove("query_response_hit_ids"));
    }
    return kept();
  }

  private ObjectNode event() {
    String id = PREFIX + (hit == null ? hash() : hit);
    String action = take("action_name");
    if (action == null) {
      throw fields.missing("action_name");
    }
    if (!rest.hasNonNull("timestamp")) {
      throw fields.missing("timestamp");
    }
    JsonNode attributes = rest.path("event_attributes");
    JsonNode object = attributes.path("object");
    String productId = isProduct(object) ? text(object.get("object_id")) : null;
    String type = type(action.toLowerCase(Locale.ROOT), object, productId);
    if (type.equals(ORDER) && !isPaid(object, attributes)) {
      type = OTHER;
    }
    String queryId = take("query_id");
    record.put("type", type);
    record.put("id", id);
    record.put("userId", user(attributes, queryId));
    time();
    record.put("productId", productId);
    record.put("queryId", queryId);
    switch (type) {
      case ORDER -> {}
      case OTHER -> record.put("action", action).put("channel", text(rest.get("application")));
      default -> {
        record.put("channel", text(rest.get("application")));
        JsonNode ordinal = attributes.path("position").path("ordinal");
        if (ordinal.canConvertToInt() && ordinal.intValue() > 0) {
          record.put("position", ordinal.intValue());
        }
      }
    }
    if (!type.equals(OTHER)) {
      rest.put("action_name", action);
    }
    return kept();
  }

  private static String type(String action, JsonNode object, @Nullable String productId) {
    String type = TYPES.getOrDefault(action, OTHER);
    boolean needsProduct =
        type.equals(ORDER) || type.equals("share") || type.equals("follow") || !object.isEmpty();
    return needsProduct && productId == null ? OTHER : type;
  }

  private static boolean isProduct(JsonNode object) {
    String kind = text(object.get("object_id_type"));
    return kind == null || PRODUCTS.contains(kind.toLowerCase(Locale.ROOT));
  }

  /** Puts the amount in place when the event states it; UBI itself has no field for it. */
  private boolean isPaid(JsonNode object, JsonNode attributes) {
    for (JsonNode place : List.of(object, object.path("object_detail"), attributes)) {
      for (String name : AMOUNTS) {
        if (place.hasNonNull(name) && place.hasNonNull("currency")) {
          record.set("amount", place.get(name));
          record.set("currency", place.get("currency"));
          record.set(
              "quantity",
              place.hasNonNull("quantity")
                  ? place.get("quantity")
                  : JsonNodeFactory.instance.numberNode(1));
          return true;
        }
      }
    }
    return false;
  }

  private String user(JsonNode attributes, @Nullable String queryId) {
    for (JsonNode place : List.of(
        rest.path("user_id"),
        attributes.path("user_id"),
        rest.path("client_id"),
        rest.path("session_id"))) {
      String user = text(place);
      if (user != null) {
        return user;
      }
    }
    if (queryId == null) {
      throw fields.missing("client_id");
    }
    return "query:" + queryId;
  }

  /** A time without offset is UTC; a number is milliseconds since 1970, as older plugins wrote. */
  private void time() {
    JsonNode given = rest.remove("timestamp");
    if (given == null || given.isNull()) {
      return;
    }
    if (given.isIntegralNumber() && given.canConvertToLong()) {
      record.put("at", Instant.ofEpochMilli(given.longValue()).toString());
    } else {
      String time = given.asText();
      record.put("at", NO_OFFSET.matcher(time).matches() ? time + "Z" : time);
    }
  }

  private ObjectNode kept() {
    record.set("ubi", rest);
    return record;
  }

  private String hash() {
    return HexFormat.of().toHexDigits(ContentHash.of(body));
  }

  private @Nullable String take(String name) {
    String text = text(rest.get(name));
    rest.remove(name);
    return text;
  }

  /** Text or a whole number; null when it is absent, blank or something else. */
  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
      return null;
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
