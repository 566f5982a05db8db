package io.tidewatch.behavior;

import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Flat attributes as one JSON object, keys in order: writes it and reads what it wrote. */
public final class JsonText {
  private JsonText() {}

  static String of(Map<String, String> attributes) {
    return new TreeMap<>(attributes)
        .entrySet().stream()
            .map(e -> quote(e.getKey()) + ":" + quote(e.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * The attributes that {@link #of} wrote, keys in order.
   *
   * @throws IllegalArgumentException for a text that it did not write
   */
  public static SortedMap<String, String> read(String json) {
    var attributes = new TreeMap<String, String>();
    var at = new int[] {1};
    while (at[0] < json.length() && json.charAt(at[0]) != '}') {
      if (json.charAt(at[0]) == ',') {
        at[0]++;
      }
      String key = unquote(json, at);
      at[0]++;
      attributes.put(key, unquote(json, at));
    }
    return attributes;
  }

  /** The text that starts at {@code at}, which moves behind it. */
  private static String unquote(String json, int[] at) {
    var text = new StringBuilder();
    int i = at[0] + 1;
    while (i < json.length() && json.charAt(i) != '"') {
      char c = json.charAt(i++);
      if (c != '\\') {
        text.append(c);
      } else if (json.startsWith("u", i)) {
        text.append((char) HexFormat.fromHexDigits(json, i + 1, i + 5));
        i += 5;
      } else {
        text.append(json.charAt(i++));
      }
    }
    if (i >= json.length()) {
      throw new IllegalArgumentException("attributes: a JSON object is required, got " + json);
    }
    at[0] = i + 1;
    return text.toString();
  }

  private static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
