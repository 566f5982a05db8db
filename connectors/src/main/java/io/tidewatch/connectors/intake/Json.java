package io.tidewatch.connectors.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.function.BiConsumer;

/** How JSON is read: exact decimals, bounded depth, nothing behind the value. */
public final class Json {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_TEXT = 32 << 20;

  private Json() {}

  /** A reader of one whole value. */
  public static ObjectReader reader() {
    return mapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** A mapper for values that stand in a row, one behind the other. */
  public static ObjectMapper mapper() {
    var constraints = StreamReadConstraints.builder()
        .maxNestingDepth(MAX_DEPTH)
        .maxStringLength(MAX_TEXT)
        .build();
    return JsonMapper.builder(
            JsonFactory.builder().streamReadConstraints(constraints).build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /**
   * Names every value by its path, joined by dots. A list of plain values becomes one text with
   * bars between; null is left out; other lists are named by their numbers from 0.
   */
  static void flatten(String path, JsonNode node, BiConsumer<String, String> sink) {
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        flatten(name, field.getValue(), sink);
      }
    } else if (node.isArray()) {
      flattenList(path, node, sink);
    } else if (!node.isNull()) {
      sink.accept(path, node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText());
    }
  }

  private static void flattenList(String path, JsonNode list, BiConsumer<String, String> sink) {
    var joined = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      if (item.isContainerNode()) {
        flatten(path + "." + i, item, sink);
      } else if (!item.isNull()) {
        joined.append(joined.isEmpty() ? "" : "|").append(item.asText());
      }
    }
    if (!joined.isEmpty()) {
      sink.accept(path, joined.toString());
    }
  }
}
