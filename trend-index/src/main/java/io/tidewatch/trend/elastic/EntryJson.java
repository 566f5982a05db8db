package io.tidewatch.trend.elastic;

import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tidewatch.model.document.Seal;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.Seals;
import io.tidewatch.trend.StateCodec;
import io.tidewatch.trend.TextTokens;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.IndexEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Index entries as the JSON documents that Elasticsearch indexes. Texts go in as tokens. */
final class EntryJson {
  private static final JsonFactory JSON = new JsonFactory();

  /** Stands for a position without a token; in no token and no white space. */
  private static final String HOLE = "\u0002";

  private EntryJson() {}

  static BinaryData of(IndexEntry entry) {
    return bytes(json -> {
      json.writeStringField(ElasticNames.KEY, IndexTerm.of(entry.key().toString()));
      json.writeStringField(ElasticNames.ID, IndexTerm.of(entry.key().id()));
      json.writeBinaryField(ElasticNames.BODY, StateCodec.encode(entry.state()));
      json.writeArrayFieldStart(ElasticNames.SEEN);
      for (long hash : entry.state().seen()) {
        json.writeNumber(hash);
      }
      json.writeEndArray();
      IndexEntry.Searchable searchable = entry.searchable();
      if (searchable == null) {
        json.writeStringField(ElasticNames.ENTRY, ElasticNames.TOMBSTONE);
      } else {
        json.writeStringField(ElasticNames.ENTRY, ElasticNames.DOCUMENT);
        searchable(searchable, json);
      }
    });
  }

  /** One day of one source's coverage. */
  static BinaryData of(Coverage.Cell cell, int hours) {
    return bytes(json -> {
      json.writeStringField(ElasticNames.ENTRY, ElasticNames.COVERAGE);
      json.writeStringField(ElasticNames.CELL, cell.term());
      json.writeNumberField(ElasticNames.HOURS, hours);
    });
  }

  static BinaryData of(Seal seal) {
    return bytes(json -> {
      json.writeStringField(ElasticNames.ENTRY, ElasticNames.SEALED);
      json.writeStringField(ElasticNames.CELL, Seals.term(seal));
    });
  }

  private static void searchable(IndexEntry.Searchable searchable, JsonGenerator json)
      throws IOException {
    json.writeNumberField(ElasticNames.AT, searchable.at());
    json.writeObjectFieldStart("n");
    for (Columns.Measure measure : Columns.Measure.values()) {
      json.writeNumberField(ElasticNames.inner(measure), searchable.number(measure));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("f");
    for (var values : searchable.values().entrySet()) {
      strings(json, ElasticNames.inner(values.getKey()), values.getValue());
    }
    json.writeEndObject();
    List<Token> tokens = searchable.tokens();
    Set<String> words = new LinkedHashSet<>();
    tokens.stream().filter(t -> !t.single()).map(Token::text).forEach(words::add);
    strings(json, ElasticNames.WORDS, words);
    json.writeStringField(ElasticNames.CHARS, spaced(tokens));
    json.writeStringField(ElasticNames.PAIRS, spaced(TextTokens.pairs(tokens)));
  }

  /** Tokens with spaces between; a position without a token holds {@link #HOLE}. */
  private static String spaced(List<Token> tokens) {
    var text = new StringBuilder();
    int position = 0;
    for (Token token : tokens) {
      for (; position < token.position(); position++) {
        text.append(HOLE).append(' ');
      }
      text.append(token.text()).append(' ');
      position++;
    }
    return text.toString();
  }

  private static void strings(JsonGenerator json, String name, Iterable<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  @FunctionalInterface
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static BinaryData bytes(Fields fields) {
    var out = new ByteArrayOutputStream(2048);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return BinaryData.of(out.toByteArray(), ContentType.APPLICATION_JSON);
  }
}
