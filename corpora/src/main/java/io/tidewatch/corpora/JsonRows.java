package io.tidewatch.corpora;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A UTF-8 file of JSON Lines. Reading reports the file, the line and the rule that was broken. */
final class JsonRows {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  private JsonRows() {}

  /** Reads a file of objects that hold no other fields than {@code fields}, blank lines apart. */
  static <T> List<T> read(
      CorpusFiles files, String name, Set<String> fields, Function<Row, T> reading) {
    var rows = new ArrayList<T>();
    long number = 0;
    try (BufferedReader reader = files.open(name)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        Row row = new Row(name, number, line, parse(name, number, line));
        row.only(fields);
        rows.add(reading.apply(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be read after line " + number, e);
    }
    return List.copyOf(rows);
  }

  private static JsonNode parse(String name, long number, String line) {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      var malformed = new MalformedCorpusException(name, number, "a JSON object is required", line);
      malformed.initCause(e);
      throw malformed;
    }
    throw new MalformedCorpusException(name, number, "a JSON object is required", line);
  }

  /** One object, which knows the line it stands in; an inner object knows the line too. */
  record Row(String file, long line, String text, JsonNode node) {

    String required(String field) {
      String value = optional(field);
      if (value == null || value.isBlank()) {
        throw malformed(field + " must be a text that is not blank");
      }
      return value;
    }

    @Nullable
    String optional(String field) {
      JsonNode value = node.get(field);
      if (value == null || value.isNull()) {
        return null;
      }
      if (!value.isTextual()) {
        throw malformed(field + " must be a text");
      }
      return value.textValue();
    }

    int integer(String field, int min, int max) {
      JsonNode value = node.get(field);
      if (value == null || !value.isInt() || value.intValue() < min || value.intValue() > max) {
        throw malformed(field + " must be an integer from " + min + " to " + max);
      }
      return value.intValue();
    }

    /** A constant of {@code type} by its lower-case name, hyphens for underscores. */
    <E extends Enum<E>> E oneOf(String field, Class<E> type) {
      String value = required(field);
      for (E constant : type.getEnumConstants()) {
        if (constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-').equals(value)) {
          return constant;
        }
      }
      throw malformed(field + " must be one of "
          + List.of(type.getEnumConstants()).toString().toLowerCase(java.util.Locale.ROOT));
    }

    /** An array of texts; empty when the field is missing. */
    List<String> texts(String field) {
      var texts = new ArrayList<String>();
      for (JsonNode value : array(field)) {
        if (!value.isTextual() || value.textValue().isBlank()) {
          throw malformed(field + " must hold texts that are not blank");
        }
        texts.add(value.textValue());
      }
      return List.copyOf(texts);
    }

    /** An array of objects with no other fields than {@code fields}; empty when missing. */
    List<Row> rows(String field, Set<String> fields) {
      var rows = new ArrayList<Row>();
      for (JsonNode value : array(field)) {
        rows.add(inner(field, value, fields));
      }
      return List.copyOf(rows);
    }

    @Nullable
    Row row(String field, Set<String> fields) {
      JsonNode value = node.get(field);
      return value == null || value.isNull() ? null : inner(field, value, fields);
    }

    MalformedCorpusException malformed(String rule) {
      return new MalformedCorpusException(file, line, rule, text);
    }

    private JsonNode array(String field) {
      JsonNode value = node.get(field);
      if (value == null) {
        return MAPPER.createArrayNode();
      }
      if (!value.isArray()) {
        throw malformed(field + " must be an array");
      }
      return value;
    }

    private Row inner(String field, JsonNode value, Set<String> fields) {
      if (!value.isObject()) {
        throw malformed(field + " must be an object");
      }
      var row = new Row(file, line, text, value);
      row.only(fields);
      return row;
    }

    private void only(Set<String> fields) {
      for (var names = node.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (!fields.contains(name)) {
          throw malformed("no field " + name + " is known here");
        }
      }
    }
  }
}
