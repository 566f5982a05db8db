package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.connectors.decode.MalformedRecordException;
import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.connectors.map.FormatMap;
import io.tidewatch.connectors.map.RowMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decodes originals of one layout: the same way when a file is read and when a dead letter is taken
 * back. Safe from any thread.
 */
public final class LayoutDecoder {
  private final RecordDecoder decoder;
  private final Layout layout;
  private final String where;
  private final @Nullable String source;
  private final @Nullable FormatMap map;
  private final @Nullable RowMapper mapper;
  private final List<String> columns;
  private final Function<String, List<String>> cells;
  private final Charset charset;
  private final ObjectReader json = Json.reader();

  /**
   * @param where names the file or request in messages
   * @param source the source of records that name none; null leaves them without
   * @param map the layout's format map; null for plain records
   * @param cells cuts a line into cells; not asked when lines are JSON
   */
  public LayoutDecoder(
      RecordDecoder decoder,
      Layout layout,
      String where,
      @Nullable String source,
      @Nullable FormatMap map,
      Function<String, List<String>> cells) {
    this.decoder = decoder;
    this.layout = layout;
    this.where = where;
    this.source = source;
    this.map = map;
    this.mapper = map == null ? null : new RowMapper(map);
    this.columns = map == null
        ? List.of()
        : map.header()
            ? map.logical(layout.columns())
            : List.copyOf(map.columns().keySet());
    this.cells = cells;
    this.charset = Charset.forName(layout.charset());
  }

  public Layout layout() {
    return layout;
  }

  /** The record; null when the format map passes over it. */
  public @Nullable Item decode(Original original) {
    try {
      if (!original.whole()) {
        throw refuse(original, Reason.TOO_LONG, "a whole record expected", "its beginning");
      }
      String text = text(original);
      return layout.form() == Layout.Form.OBJECT || layout.delimiter() == null
          ? object(parse(text, original), original)
          : cells(text, original);
    } catch (MalformedRecordException e) {
      return refused(original, e);
    }
  }

  /** A JSON object that was read already; null when the format map passes over it. */
  public @Nullable Item decode(JsonNode node, Original original) {
    try {
      return object(node, original);
    } catch (MalformedRecordException e) {
      return refused(original, e);
    }
  }

  private @Nullable Item cells(String line, Original original) {
    List<String> given;
    try {
      given = cells.apply(line);
    } catch (IllegalArgumentException e) {
      throw refuse(original, Reason.SYNTAX, "cells with closed quotes expected", line);
    }
    for (int i = columns.size(); i < given.size(); i++) {
      if (!given.get(i).isBlank()) {
        throw refuse(
            original,
            Reason.SYNTAX,
            columns.size() + " cells expected",
            given.size() + ": " + line);
      }
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), given.size()); i++) {
      row.putIfAbsent(columns.get(i), given.get(i));
    }
    return row(row, original, line);
  }

  private @Nullable Item object(JsonNode node, Original original) {
    FormatMap of = map;
    if (of == null) {
      return new Item.Decoded(decoder.decode(node, where, source, original.position()), original);
    }
    if (!(node instanceof ObjectNode object)) {
      throw refuse(original, Reason.SYNTAX, "a JSON object expected", node.toString());
    }
    Map<String, String> row = new LinkedHashMap<>();
    Json.flatten("", object, (name, value) -> row.putIfAbsent(of.logical(name), value));
    return row(row, original, node.toString());
  }

  private @Nullable Item row(Map<String, String> row, Original original, String shown) {
    FormatMap of = java.util.Objects.requireNonNull(map);
    RowMapper by = java.util.Objects.requireNonNull(mapper);
    List<String> missing =
        of.required().stream().filter(r -> !row.containsKey(r)).toList();
    if (!missing.isEmpty()) {
      throw refuse(
          original,
          Reason.MISSING_COLUMN,
          "column " + String.join(", ", missing) + " expected",
          shown);
    }
    if (by.skips(row)) {
      return null;
    }
    ObjectNode record = by.map(row, where, original.position());
    return new Item.Decoded(decoder.decode(record, where, source, original.position()), original);
  }

  private String text(Original original) {
    byte[] bytes = original.bytes();
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw refuse(
          original, Reason.ENCODING, layout.charset() + " expected", new String(bytes, charset));
    }
  }

  private JsonNode parse(String text, Original original) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw refuse(
          original,
          Reason.SYNTAX,
          "one JSON object expected (" + e.getOriginalMessage() + ")",
          text);
    }
  }

  private MalformedRecordException refuse(
      Original original, Reason reason, String expected, String found) {
    return new MalformedRecordException(where, original.position(), reason, expected, found);
  }

  private static Item refused(Original original, MalformedRecordException e) {
    return new Item.Refused(original, e.reason(), String.valueOf(e.getMessage()));
  }
}
