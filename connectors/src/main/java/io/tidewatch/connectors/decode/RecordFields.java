package io.tidewatch.connectors.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.model.record.Media;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, read by rule; it remembers which were read. */
final class RecordFields {
  private static final int MAX_ID = 512;
  private static final int MAX_DIGITS = 38;

  private final ObjectNode node;
  private final String source;
  private final long position;
  private final Set<String> read = new HashSet<>();

  RecordFields(ObjectNode node, String source, long position) {
    this.node = node;
    this.source = source;
    this.position = position;
  }

  /** The fields nobody has asked for, as one JSON object; null when there are none. */
  @Nullable
  String extra() {
    ObjectNode rest = null;
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!read.contains(field.getKey())) {
        rest = rest == null ? node.objectNode() : rest;
        rest.set(field.getKey(), field.getValue());
      }
    }
    return rest == null ? null : rest.toString();
  }

  MalformedRecordException refuse(Reason reason, String expected, String found) {
    return new MalformedRecordException(source, position, reason, expected, found);
  }

  /** An identifier: text or a whole number, not blank, at most 512 characters. */
  String id(String name) {
    String id = idOrNull(name);
    if (id == null) {
      throw missing(name);
    }
    return id;
  }

  @Nullable
  String idOrNull(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw bad(name, "text", value);
    }
    String id = value.asText().strip();
    if (id.isEmpty()) {
      return null;
    }
    if (id.length() > MAX_ID) {
      throw bad(name, "at most " + MAX_ID + " characters", value);
    }
    return id;
  }

  /** Text as given; it may be empty but not absent. */
  String text(String name) {
    JsonNode value = value(name);
    if (value == null) {
      throw missing(name);
    }
    if (!value.isTextual()) {
      throw bad(name, "text", value);
    }
    return value.textValue();
  }

  @Nullable
  String textOrNull(String name) {
    return value(name) == null ? null : text(name);
  }

  String oneOf(String name, Set<String> allowed) {
    String given = id(name);
    if (!allowed.contains(given)) {
      throw refuse(
          Reason.BAD_VALUE, name + ": one of " + String.join(", ", allowed) + " expected", given);
    }
    return given;
  }

  boolean flag(String name, boolean otherwise) {
    JsonNode value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      throw bad(name, "true or false", value);
    }
    return value.booleanValue();
  }

  boolean flag(String name) {
    if (value(name) == null) {
      throw missing(name);
    }
    return flag(name, false);
  }

  @Nullable
  Long count(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw bad(name, "a whole number from 0", value);
    }
    return value.longValue();
  }

  @Nullable
  Integer whole(String name, int least, int most) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      String upTo = most == Integer.MAX_VALUE ? "" : " to " + most;
      throw bad(name, "a whole number from " + least + upTo, value);
    }
    return value.intValue();
  }

  int wholeRequired(String name, int least, int most) {
    Integer given = whole(name, least, most);
    if (given == null) {
      throw missing(name);
    }
    return given;
  }

  BigDecimal amount(String name) {
    BigDecimal given = amountOrNull(name);
    if (given == null) {
      throw missing(name);
    }
    return given;
  }

  /** A decimal number from 0, written as a JSON number or as text. */
  @Nullable
  BigDecimal amountOrNull(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    BigDecimal given = null;
    if (value.isNumber()) {
      given = value.decimalValue();
    } else if (value.isTextual() && value.textValue().matches("\\d{1,20}(\\.\\d{1,18})?")) {
      given = new BigDecimal(value.textValue());
    }
    if (given == null
        || given.signum() < 0
        || given.precision() > MAX_DIGITS
        || Math.abs((long) given.scale()) > MAX_DIGITS) {
      throw bad(name, "a decimal number from 0", value);
    }
    return given;
  }

  @Nullable
  BigDecimal shareOrNull(String name) {
    BigDecimal share = amountOrNull(name);
    if (share != null && share.compareTo(BigDecimal.ONE) > 0) {
      throw refuse(Reason.BAD_VALUE, name + ": 0 to 1 expected", share.toString());
    }
    return share;
  }

  @Nullable
  Double number(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw bad(name, "a number", value);
    }
    return value.doubleValue();
  }

  String currency(String name) {
    String given = currencyOrNull(name);
    if (given == null) {
      throw missing(name);
    }
    return given;
  }

  @Nullable
  String currencyOrNull(String name) {
    String code = idOrNull(name);
    if (code == null) {
      return null;
    }
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw refuse(Reason.BAD_VALUE, name + ": an ISO 4217 code such as CNY expected", code);
    }
  }

  Instant instant(String name) {
    Instant given = instantOrNull(name);
    if (given == null) {
      throw missing(name);
    }
    return given;
  }

  /** ISO-8601 with offset, from 1970 to 2199. */
  @Nullable
  Instant instantOrNull(String name) {
    JsonNode value = value(name);
    return value == null ? null : FieldTimes.instant(this, name, value);
  }

  LocalDate day(String name) {
    JsonNode value = value(name);
    if (value == null) {
      throw missing(name);
    }
    return FieldTimes.day(this, name, value);
  }

  /** A list of texts; empty when absent. */
  List<String> texts(String name) {
    List<String> given = textsOrNull(name);
    return given == null ? List.of() : given;
  }

  @Nullable
  List<String> textsOrNull(String name) {
    JsonNode value = value(name);
    return value == null ? null : FieldLists.texts(this, name, value);
  }

  /** Addresses, each alone or as an object with {@code url}, caption, vector and its space. */
  List<Media> media(String name) {
    JsonNode value = value(name);
    return value == null ? List.of() : FieldLists.media(this, name, value);
  }

  /** An object of texts, numbers and flags, as texts; empty when absent. */
  Map<String, String> attributes(String name) {
    JsonNode value = value(name);
    return value == null ? Map.of() : FieldLists.attributes(this, name, value);
  }

  /** A nested object that must be there. */
  RecordFields object(String name) {
    JsonNode value = value(name);
    if (value == null) {
      throw missing(name);
    }
    if (!(value instanceof ObjectNode object)) {
      throw bad(name, "an object", value);
    }
    return new RecordFields(object, source, position);
  }

  private @Nullable JsonNode value(String name) {
    read.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  MalformedRecordException missing(String name) {
    return refuse(Reason.MISSING_FIELD, name + " is required", node.toString());
  }

  MalformedRecordException bad(String name, String rule, JsonNode found) {
    return refuse(Reason.BAD_VALUE, name + ": " + rule + " expected", found.toString());
  }
}
