package io.tidewatch.corpora.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a market's configuration from YAML or JSON: an object with any of the settings of
 * {@link SimulatorConfig}, grouped as there; {@code end} is ISO 8601 with an offset.
 */
public final class SimulatorConfigFile {
  private static final ObjectMapper MAPPER = YAMLMapper.builder()
      .addModule(new SimpleModule()
          .addSerializer(Instant.class, new Writing())
          .addDeserializer(Instant.class, new Reading()))
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .build();

  private SimulatorConfigFile() {}

  /**
   * Settings that the file does not name stay as in {@code base}.
   *
   * @throws IllegalArgumentException naming the file, the setting and the rule that was broken
   * @throws UncheckedIOException when the file cannot be read
   */
  public static SimulatorConfig read(Path file, SimulatorConfig base) {
    try {
      return parse(file.toString(), Files.readString(file), base);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  /** Reads {@code text}, which messages call {@code name}; nothing is taken from elsewhere. */
  static SimulatorConfig parse(String name, String text, @Nullable SimulatorConfig base) {
    try {
      JsonNode given = MAPPER.readTree(text);
      if (!given.isObject()) {
        throw malformed(name, "an object of settings is required", null);
      }
      if (base == null) {
        return MAPPER.treeToValue(given, SimulatorConfig.class);
      }
      ObjectNode fields = MAPPER.valueToTree(base);
      merge(name, "", given, fields);
      return MAPPER.treeToValue(fields, SimulatorConfig.class);
    } catch (JsonProcessingException e) {
      throw malformed(name, rule(e), e);
    }
  }

  /** SHA-256 of all settings but size and seed, in hexadecimal digits. */
  static String digest(SimulatorConfig config) {
    try {
      byte[] all = MAPPER.writerFor(SimulatorConfig.class).writeValueAsBytes(config.sized(1, 1, 0));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("the settings cannot be summed up", e);
    }
  }

  private static void merge(String name, String path, JsonNode given, ObjectNode into) {
    for (var setting : given.properties()) {
      String at = path + setting.getKey();
      JsonNode known = into.get(setting.getKey());
      if (known == null) {
        throw malformed(name, "no setting " + at + " is known", null);
      }
      if (known instanceof ObjectNode group) {
        if (!setting.getValue().isObject()) {
          throw malformed(
              name, at + ": a group of settings is required, got " + setting.getValue(), null);
        }
        merge(name, at + ".", setting.getValue(), group);
      } else {
        into.set(setting.getKey(), setting.getValue());
      }
    }
  }

  private static String rule(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException ours) {
      return String.valueOf(ours.getMessage());
    }
    String where = e instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."))
        : "";
    return where.isEmpty() ? e.getOriginalMessage() : where + ": " + e.getOriginalMessage();
  }

  private static IllegalArgumentException malformed(
      String name, String rule, @Nullable Throwable cause) {
    return new IllegalArgumentException(name + ": " + rule, cause);
  }

  private static final class Writing extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class Reading extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getValueAsString("");
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw context.weirdStringException(text, Instant.class, "ISO 8601 with offset is required");
      }
    }
  }
}
