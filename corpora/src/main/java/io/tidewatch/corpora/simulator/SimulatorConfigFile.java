package io.tidewatch.corpora.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a market's configuration from YAML or JSON: an object with any of the fields of {@link
 * SimulatorConfig}; {@code end} is ISO 8601 with an offset.
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
   * Fields that the file does not name stay as in {@code base}.
   *
   * @throws IllegalArgumentException naming the file and the rule that was broken
   * @throws UncheckedIOException when the file cannot be read
   */
  public static SimulatorConfig read(Path file, SimulatorConfig base) {
    try {
      ObjectNode fields = MAPPER.valueToTree(base);
      JsonNode given = MAPPER.readTree(Files.readString(file));
      if (!given.isObject()) {
        throw malformed(file, "an object of settings is required", null);
      }
      for (var setting : given.properties()) {
        if (!fields.has(setting.getKey())) {
          throw malformed(file, "no setting " + setting.getKey() + " is known", null);
        }
        fields.set(setting.getKey(), setting.getValue());
      }
      return MAPPER.treeToValue(fields, SimulatorConfig.class);
    } catch (JsonProcessingException e) {
      String rule = e.getCause() instanceof IllegalArgumentException ours
          ? ours.getMessage()
          : e.getOriginalMessage();
      throw malformed(file, String.valueOf(rule), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static IllegalArgumentException malformed(
      Path file, String rule, @Nullable Throwable cause) {
    return new IllegalArgumentException(file + ": " + rule, cause);
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
