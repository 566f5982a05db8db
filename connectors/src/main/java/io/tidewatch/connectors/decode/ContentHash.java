package io.tidewatch.connectors.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;

/**
 * A stable 64-bit hash of a JSON object: FNV-1a over a canonical walk, finished by MurmurHash3's
 * mixer. The order of fields does not matter, nor does the spelling of a number (1.50 is 1.5); a
 * field that is null counts as absent.
 */
final class ContentHash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private ContentHash() {}

  static long of(JsonNode node) {
    return mix(walk(OFFSET, node));
  }

  static long of(CharSequence text) {
    return mix(chars(OFFSET, text));
  }

  private static long walk(long hash, JsonNode node) {
    if (node.isObject()) {
      var names = new ArrayList<String>(node.size());
      node.fieldNames().forEachRemaining(names::add);
      Collections.sort(names);
      long h = step(hash, '{');
      for (String name : names) {
        JsonNode value = node.get(name);
        if (!value.isNull()) {
          h = walk(step(chars(h, name), ':'), value);
        }
      }
      return step(h, '}');
    }
    if (node.isArray()) {
      long h = step(hash, '[');
      for (JsonNode item : node) {
        h = step(walk(h, item), ',');
      }
      return step(h, ']');
    }
    if (node.isNumber()) {
      return chars(step(hash, '#'), node.decimalValue().stripTrailingZeros().toString());
    }
    return chars(step(hash, node.isTextual() ? '"' : '='), node.asText());
  }

  private static long chars(long hash, CharSequence text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = step(h, text.charAt(i));
    }
    return h;
  }

  private static long step(long hash, char c) {
    return (((hash ^ (c & 0xff)) * PRIME) ^ (c >>> 8)) * PRIME;
  }

  private static long mix(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
