package io.tidewatch.connectors.map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.connectors.decode.MalformedRecordException;
import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.connectors.map.FieldRule.Origin;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns rows into JSON records by one format map. Safe from any thread. */
public final class RowMapper {
  private final FormatMap map;

  public RowMapper(FormatMap map) {
    this.map = map;
  }

  /** Whether the map passes over rows like this one. */
  public boolean skips(Map<String, String> row) {
    for (FormatMap.Skip skip : map.skip()) {
      if (skip.matches().matcher(row.getOrDefault(skip.column(), "").strip()).matches()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes a record of a row.
   *
   * @param row cells by logical column name
   * @throws MalformedRecordException when a cell cannot be read as its rule says
   */
  public ObjectNode map(Map<String, String> row, String where, long position) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("type", map.type());
    if (map.source() != null) {
      record.put("source", map.source());
    }
    for (Map.Entry<String, FieldRule> field : map.fields().entrySet()) {
      FieldRule rule = field.getValue();
      String text = text(rule, row);
      text = text == null ? rule.otherwise() : text;
      if (text != null && !put(record, field.getKey(), rule, text)) {
        throw new MalformedRecordException(
            where,
            position,
            rule.as() == FieldRule.As.INSTANT || rule.as() == FieldRule.As.DAY
                ? Reason.BAD_TIME
                : Reason.BAD_VALUE,
            field.getKey() + ": " + expectation(rule) + " expected",
            text);
      }
    }
    for (String column : map.keep()) {
      String cell = row.get(column);
      if (cell != null && !cell.isEmpty() && !record.has(column)) {
        record.put(column, cell);
      }
    }
    return record;
  }

  private static @Nullable String text(FieldRule rule, Map<String, String> row) {
    String text = origin(rule.origin(), row);
    if (text == null || rule.none().contains(text.strip())) {
      return null;
    }
    return text;
  }

  private static @Nullable String origin(Origin origin, Map<String, String> row) {
    return switch (origin) {
      case Origin.Constant constant -> constant.text();
      case Origin.Columns columns -> {
        var joined = new StringBuilder();
        for (String name : columns.names()) {
          String cell = row.getOrDefault(name, "");
          if (!cell.isEmpty()) {
            joined.append(joined.isEmpty() ? "" : " ").append(cell);
          }
        }
        yield joined.isEmpty() ? null : joined.toString();
      }
      case Origin.Hash hash -> {
        var joined = new StringBuilder();
        boolean any = false;
        for (String name : hash.names()) {
          String cell = row.getOrDefault(name, "");
          any |= !cell.isEmpty();
          joined.append(cell).append('\u001f');
        }
        yield any ? RecordDecoder.digest(joined.toString()) : null;
      }
      case Origin.Template template -> {
        var filled = new StringBuilder();
        boolean any = false;
        for (Origin.Template.Part part : template.parts()) {
          String cell = part.isColumn() ? row.getOrDefault(part.text(), "") : part.text();
          any |= part.isColumn() && !cell.isEmpty();
          filled.append(cell);
        }
        yield any ? filled.toString() : null;
      }
    };
  }

  private static boolean put(ObjectNode record, String field, FieldRule rule, String raw) {
    String text = raw;
    if (!rule.values().isEmpty()) {
      String replaced = rule.values().get(raw.strip());
      if (replaced == null && rule.strict()) {
        return false;
      }
      text = replaced == null ? raw : replaced;
    }
    return switch (rule.as()) {
      case TEXT -> {
        record.put(field, text);
        yield true;
      }
      case BOOLEAN -> {
        record.put(field, text.strip().equals("true"));
        yield text.strip().equals("true") || text.strip().equals("false");
      }
      case INTEGER, DECIMAL -> putNumber(record, field, rule.as(), text);
      case INSTANT, DAY -> putTime(record, field, rule, text.strip());
      case LIST -> {
        var list = record.putArray(field);
        for (String item : items(text, rule.separator())) {
          list.add(item);
        }
        yield true;
      }
    };
  }

  private static List<String> items(String text, String separator) {
    var items = new ArrayList<String>();
    int from = 0;
    while (from <= text.length()) {
      int next = text.indexOf(separator, from);
      int to = next < 0 ? text.length() : next;
      String item = text.substring(from, to).strip();
      if (!item.isEmpty()) {
        items.add(item);
      }
      from = to + separator.length();
    }
    return items;
  }

  private static boolean putNumber(ObjectNode record, String field, FieldRule.As as, String text) {
    BigDecimal number = NumberText.parse(text);
    if (number == null) {
      return false;
    }
    if (as == FieldRule.As.DECIMAL) {
      record.put(field, number);
      return true;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return false;
    }
    record.put(field, number.toBigIntegerExact());
    return true;
  }

  private static boolean putTime(ObjectNode record, String field, FieldRule rule, String text) {
    for (DateTimeFormatter pattern : rule.patterns()) {
      String time = time(pattern, rule, text);
      if (time != null) {
        record.put(field, time);
        return true;
      }
    }
    if (!rule.patterns().isEmpty()) {
      return false;
    }
    record.put(field, text);
    return true;
  }

  /** The time in ISO form; null when the text is not of this pattern. */
  private static @Nullable String time(DateTimeFormatter pattern, FieldRule rule, String text) {
    try {
      TemporalAccessor read = pattern.parse(text);
      return rule.as() == FieldRule.As.DAY
          ? LocalDate.from(read).toString()
          : instant(read, read.query(TemporalQueries.localDate()), rule);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String instant(TemporalAccessor read, @Nullable LocalDate day, FieldRule rule) {
    if (read.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(read).toString();
    }
    LocalTime time = read.query(TemporalQueries.localTime());
    if (day == null) {
      throw new DateTimeException("no day");
    }
    LocalDateTime local = day.atTime(time == null ? LocalTime.MIDNIGHT : time);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.of(local, rule.zone()));
  }

  private static String expectation(FieldRule rule) {
    if (rule.strict() && !rule.values().isEmpty()) {
      return "one of " + String.join(", ", new java.util.TreeSet<>(rule.values().keySet()));
    }
    return switch (rule.as()) {
      case TEXT, LIST -> "text";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a number";
      case BOOLEAN -> "true or false";
      case INSTANT, DAY ->
        "a " + rule.as().name().toLowerCase(Locale.ROOT) + " in the map's pattern";
    };
  }
}
