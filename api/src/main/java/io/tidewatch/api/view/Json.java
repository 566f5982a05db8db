package io.tidewatch.api.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.campaign.Receipt;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.identity.LedgerEntry;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.trend.KeyKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The one way answers become JSON: ISO-8601 times, plain decimals, lower-case names of closed sets,
 * and null where a number is not finite. Safe from any thread.
 */
public final class Json {
  private final ObjectMapper mapper;

  public Json() {
    var names = new SimpleModule("names");
    for (Class<? extends Enum<?>> type : List.of(
        KeyKind.class,
        Polarity.class,
        Lane.class,
        MentionKind.class,
        EntityKind.class,
        CountingUnit.class,
        WriteOutcome.class,
        Alert.State.class,
        LedgerEntry.Action.class,
        Receipt.State.class)) {
      names.addSerializer(type, new LowerCaseName());
    }
    names.addSerializer(Intent.class, new IntentLabel());
    names.addSerializer(Double.class, new FiniteNumber());
    names.addSerializer(double.class, new FiniteNumber());
    mapper = JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .addModule(names)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .addMixIn(AudienceRow.class, FurtherIds.class)
        .addMixIn(SelectedRow.class, FurtherIds.class)
        .build();
  }

  /** One line of JSON. */
  public String line(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written as JSON", e);
    }
  }

  public JsonNode tree(Object value) {
    return value instanceof JsonNode node ? node : mapper.valueToTree(value);
  }

  /**
   * Reads JSON text.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  public JsonNode parse(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("json: " + e.getOriginalMessage(), e);
    }
  }

  public ObjectMapper mapper() {
    return mapper;
  }

  private static final class LowerCaseName extends JsonSerializer<Enum<?>> {
    @Override
    public void serialize(Enum<?> value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private static final class IntentLabel extends JsonSerializer<Intent> {
    @Override
    public void serialize(Intent value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.label());
    }
  }

  private static final class FiniteNumber extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }
}
