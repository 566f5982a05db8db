package io.tidewatch.connectors.decode;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.MediaVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that hold several values. */
final class FieldLists {
  private FieldLists() {}

  static List<String> texts(RecordFields fields, String name, JsonNode value) {
    if (!value.isArray()) {
      throw fields.bad(name, "a list of texts", value);
    }
    var texts = new ArrayList<String>(value.size());
    for (JsonNode item : value) {
      if (!item.isTextual() && !item.isIntegralNumber()) {
        throw fields.bad(name, "a list of texts", item);
      }
      texts.add(item.asText());
    }
    return texts;
  }

  static List<Media> media(RecordFields fields, String name, JsonNode value) {
    if (!value.isArray()) {
      throw fields.bad(name, "a list of addresses", value);
    }
    var media = new ArrayList<Media>(value.size());
    for (JsonNode item : value) {
      JsonNode url = item.isObject() ? item.path("url") : item;
      if (!url.isTextual()) {
        throw fields.bad(name, "a list of addresses", item);
      }
      JsonNode caption = item.path("caption");
      media.add(new Media(
          url.textValue(),
          caption.isTextual() ? caption.textValue() : null,
          vector(fields, name, item)));
    }
    return media;
  }

  private static @Nullable MediaVector vector(RecordFields fields, String name, JsonNode item) {
    JsonNode vector = item.path("vector");
    if (vector.isMissingNode() || vector.isNull()) {
      return null;
    }
    if (!vector.isArray() || vector.size() > MediaVector.MAX_LENGTH) {
      throw fields.bad(
          name + ".vector", "a list of 1 to " + MediaVector.MAX_LENGTH + " numbers", vector);
    }
    var numbers = new ArrayList<Float>(vector.size());
    for (JsonNode number : vector) {
      if (!number.isNumber()) {
        throw fields.bad(name + ".vector", "a list of numbers", number);
      }
      numbers.add(number.floatValue());
    }
    try {
      return new MediaVector(item.path("space").asText(), numbers);
    } catch (IllegalArgumentException e) {
      throw fields.bad(name, String.valueOf(e.getMessage()), item.path("space"));
    }
  }

  static Map<String, String> attributes(RecordFields fields, String name, JsonNode value) {
    if (!value.isObject()) {
      throw fields.bad(name, "an object of texts", value);
    }
    var attributes = new LinkedHashMap<String, String>();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (!field.getValue().isValueNode()) {
        throw fields.bad(name + "." + field.getKey(), "text", field.getValue());
      }
      if (!field.getValue().isNull()) {
        attributes.put(field.getKey(), field.getValue().asText());
      }
    }
    return attributes;
  }
}
