package io.tidewatch.connectors.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.intake.Item;
import io.tidewatch.connectors.intake.Json;
import io.tidewatch.connectors.intake.LayoutDecoder;
import io.tidewatch.connectors.intake.Original;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The items of a JSON array, or of the array inside an object, read one at a time. Where a byte has
 * no meaning in the character set only its own item is refused.
 */
final class JsonReader implements ItemReader {
  /** A code point that no text may hold: stands for bytes that could not be decoded. */
  private static final String UNREADABLE = "\uFDD0";

  private final ObjectMapper mapper = Json.mapper();
  private final JsonParser parser;
  private final @Nullable String path;
  private final LayoutDecoder decoder;
  private final int limit;
  private boolean inside;
  private boolean over;
  private long position;

  /** {@code path} leads to the array, such as {@code data.items}; null takes the first there is. */
  JsonReader(
      InputStream in, Charset charset, @Nullable String path, LayoutDecoder decoder, int limit)
      throws IOException {
    this.parser = mapper.createParser(new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(UNREADABLE)));
    this.path = path;
    this.decoder = decoder;
    this.limit = limit;
  }

  @Override
  public @Nullable Item next() {
    while (!over) {
      try {
        if (!inside) {
          inside = enter();
          if (!inside) {
            over = true;
            return refused(new byte[0], Reason.SYNTAX, noArray());
          }
        }
        if (parser.nextToken() == JsonToken.END_ARRAY || parser.currentToken() == null) {
          over = true;
          return null;
        }
        Item item = item();
        if (item != null) {
          return item;
        }
      } catch (JsonProcessingException e) {
        over = true;
        position++;
        return refused(
            new byte[0],
            Reason.DAMAGED_FILE,
            "the JSON breaks at line " + e.getLocation().getLineNr() + ": "
                + e.getOriginalMessage());
      } catch (IOException e) {
        over = true;
        position++;
        return refused(new byte[0], Reason.DAMAGED_FILE, "the file breaks: " + e.getMessage());
      }
    }
    return null;
  }

  private @Nullable Item item() throws IOException {
    position++;
    long from = parser.currentTokenLocation().getCharOffset();
    JsonNode node = mapper.readTree(parser);
    long length = parser.currentLocation().getCharOffset() - from;
    String text = node.toString();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > limit || length > limit) {
      return refused(
          bytes,
          Reason.TOO_LONG,
          "at most " + limit + " bytes a record expected, got " + bytes.length);
    }
    if (text.contains(UNREADABLE)) {
      return refused(
          text.replace(UNREADABLE, "\uFFFD").getBytes(StandardCharsets.UTF_8),
          Reason.ENCODING,
          decoder.layout().charset() + " expected");
    }
    return decoder.decode(node, new Original(decoder.layout(), position, bytes, true));
  }

  private boolean enter() throws IOException {
    var names = new java.util.ArrayDeque<String>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_ARRAY -> {
          if (path == null || path.equals(String.join(".", names.reversed()))) {
            return true;
          }
          parser.skipChildren();
          leave(names);
        }
        case FIELD_NAME -> names.push(parser.currentName());
        case END_OBJECT -> leave(names);
        case START_OBJECT -> {}
        default -> leave(names);
      }
    }
    return false;
  }

  private static void leave(java.util.ArrayDeque<String> names) {
    if (!names.isEmpty()) {
      names.pop();
    }
  }

  private String noArray() {
    return path == null
        ? "a JSON array, or an object with an array, expected"
        : "an array at " + path + " expected";
  }

  private Item refused(byte[] bytes, Reason reason, String message) {
    return new Item.Refused(
        new Original(decoder.layout(), Math.max(1, position), bytes, bytes.length > 0),
        reason,
        message);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
