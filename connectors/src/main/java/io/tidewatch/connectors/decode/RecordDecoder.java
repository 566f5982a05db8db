package io.tidewatch.connectors.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.Interaction.Action;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of JSON objects, in the one shape that every door accepts. Unknown fields are kept
 * in the envelope; records of OpenSearch UBI are known by their shape; device addresses and phone numbers are replaced by their keyed hash before
 * anything else sees them. Safe from any thread.
 */
public final class RecordDecoder {
  private static final int MAX_SOURCE = 64;

  private final Map<String, BiFunction<RecordFields, Envelope, DataRecord>> readers;
  private final SortedSet<String> types;
  private final KeyedHash keyedHash;
  private final InstantSource clock;

  public RecordDecoder(KeyedHash keyedHash, InstantSource clock) {
    this.keyedHash = keyedHash;
    this.clock = clock;
    this.readers = readers();
    this.types = Collections.unmodifiableSortedSet(new TreeSet<>(readers.keySet()));
  }

  private static Map<String, BiFunction<RecordFields, Envelope, DataRecord>> readers() {
    var readers = new HashMap<String, BiFunction<RecordFields, Envelope, DataRecord>>();
    readers.put("post", DocumentFields::post);
    readers.put("review", DocumentFields::review);
    readers.put("list_entry", DocumentFields::listEntry);
    readers.put("search", BehaviorFields::search);
    for (Action action : Action.values()) {
      readers.put(action.type(), (f, e) -> BehaviorFields.interaction(f, e, action));
    }
    readers.put("action", BehaviorFields::otherAction);
    readers.put("rating", BehaviorFields::rating);
    readers.put("order", BehaviorFields::order);
    readers.put("refund", BehaviorFields::refund);
    readers.put("ad_exposure", (f, e) -> BehaviorFields.adEvent(f, e, false));
    readers.put("ad_click", (f, e) -> BehaviorFields.adEvent(f, e, true));
    readers.put("keyword_stats", BehaviorFields::keywordStats);
    readers.put("sensor", BehaviorFields::sensor);
    readers.put("store_sale", BehaviorFields::storeSale);
    readers.put("coupon", BehaviorFields::coupon);
    readers.put("brand", EntityFields::brand);
    readers.put("category", EntityFields::category);
    readers.put("product", EntityFields::product);
    readers.put("word", EntityFields::word);
    readers.put("user", EntityFields::user);
    readers.put("identity", EntityFields::identity);
    readers.put("consent", EntityFields::consent);
    readers.put("heartbeat", EntityFields::heartbeat);
    var targets = new TreeSet<>(readers.keySet());
    targets.remove("heartbeat");
    readers.put("delete", (f, e) -> EntityFields.deletion(f, e, targets));
    return readers;
  }

  /** The values that {@code type} may have, in order. */
  public SortedSet<String> types() {
    return types;
  }

  /**
   * Reads one record.
   *
   * @param where names the file or request in messages
   * @param defaultSource the source of a record that names none; null leaves it without
   * @param position 1-based line, row or item
   * @throws MalformedRecordException when a field is absent or breaks its rule
   */
  public DataRecord decode(
      JsonNode json, String where, @Nullable String defaultSource, long position) {
    if (!(json instanceof ObjectNode node)) {
      throw new MalformedRecordException(
          where, position, Reason.SYNTAX, "a JSON object expected", json.toString());
    }
    var fields = new RecordFields(node, where, position);
    String type = fields.idOrNull("type");
    var reader = type == null ? null : readers.get(type);
    ObjectNode shaped = reader == null ? UbiRecords.shaped(node, where, position) : null;
    if (shaped != null) {
      return decode(shaped, where, defaultSource, position);
    }
    if (type == null || reader == null) {
      throw fields.refuse(
          Reason.UNKNOWN_TYPE,
          "type: one of " + String.join(", ", types) + " expected",
          type == null ? node.toString() : type);
    }
    hideAddresses(type, node);
    long hash = ContentHash.of(node);
    String source = source(fields, defaultSource);
    Instant updatedAt = fields.instantOrNull("updatedAt");
    Instant receivedAt = clock.instant();
    var bare = new Envelope(source, updatedAt, receivedAt, hash, null);
    if (UbiRecords.isWithoutTime(node)) {
      node.put("at", receivedAt.toString());
    }
    DataRecord record = reader.apply(fields, bare);
    if (source == null && (record instanceof DocumentRecord || record instanceof Heartbeat)) {
      throw fields.missing("source");
    }
    String extra = fields.extra();
    return extra == null
        ? record
        : reader.apply(fields, new Envelope(source, updatedAt, receivedAt, hash, extra));
  }

  /** A 64-bit hash as 16 hexadecimal digits: for ids that are computed from fields. */
  public static String digest(String text) {
    return java.util.HexFormat.of().toHexDigits(ContentHash.of(text));
  }

  private static @Nullable String source(RecordFields fields, @Nullable String defaultSource) {
    String given = fields.idOrNull("source");
    String source = given == null ? defaultSource : given;
    if (source != null && (source.indexOf('/') >= 0 || source.length() > MAX_SOURCE)) {
      throw fields.refuse(
          Reason.BAD_VALUE,
          "source: at most " + MAX_SOURCE + " characters without a slash expected",
          source);
    }
    return source;
  }

  private void hideAddresses(String type, ObjectNode node) {
    switch (type) {
      case "sensor" -> hide(node, "device");
      case "user" -> {
        if (node.get("attributes") instanceof ObjectNode attributes) {
          for (Map.Entry<String, JsonNode> field : attributes.properties()) {
            if (KeyedHash.isSensitive(field.getKey())) {
              hide(attributes, field.getKey());
            }
          }
        }
      }
      case "identity" -> {
        for (String end : new String[] {"from", "to"}) {
          if (node.get(end) instanceof ObjectNode identifier
              && KeyedHash.isSensitive(identifier.path("kind").asText())) {
            hide(identifier, "value");
          }
        }
      }
      default -> {}
    }
  }

  private void hide(ObjectNode node, String field) {
    JsonNode value = node.get(field);
    if (value != null
        && value.isValueNode()
        && !value.isNull()
        && !value.asText().isBlank()) {
      node.put(field, keyedHash.of(value.asText()));
    }
  }
}
