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
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException when the text was written by another hand
   */
  public static SortedMap<String, String> read(String json) {
    var attributes = new TreeMap<String, String>();
    var at = new int[] {1};
    while (at[0] < json.length() - 1) {
      String key = text(json, at);
      expect(json, at, ':');
      attributes.put(key, text(json, at));
      if (at[0] < json.length() - 1) {
        expect(json, at, ',');
      }
    }
    return attributes;
  }

  private static String text(String json, int[] at) {
    expect(json, at, '"');
    var text = new StringBuilder();
    while (at[0] < json.length() && json.charAt(at[0]) != '"') {
      char c = json.charAt(at[0]++);
      if (c == '\\') {
        c = json.charAt(at[0]++);
        if (c == 'u') {
          c = (char) HexFormat.fromHexDigits(json, at[0], at[0] + 4);
          at[0] += 4;
        }
      }
      text.append(c);
    }
    expect(json, at, '"');
    return text.toString();
  }

  private static void expect(String json, int[] at, char wanted) {
    if (at[0] >= json.length() || json.charAt(at[0]) != wanted) {
      throw new IllegalArgumentException(
          "attributes: " + wanted + " at " + at[0] + " is required, got " + json);
    }
    at[0]++;
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
