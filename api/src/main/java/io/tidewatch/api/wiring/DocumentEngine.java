package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.vector.VectorIndex;
import io.tidewatch.trend.elastic.ElasticDocumentStore;
import io.tidewatch.trend.elastic.ElasticSettings;
import io.tidewatch.trend.elastic.ElasticVectorIndex;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import io.tidewatch.trend.lucene.LuceneVectorIndex;
import io.tidewatch.trend.question.IndexedDocuments;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where documents are kept: {@code documents} in {@code tidewatch.yaml}. */
public sealed interface DocumentEngine {

  /** In the data directory. */
  record Lucene() implements DocumentEngine {}

  /** In an index of a cluster. */
  record Elasticsearch(ElasticSettings settings) implements DocumentEngine {}

  /** Opens the store; {@code directory} gives a room of the data directory by its name. */
  default IndexedDocuments open(DataDirectory directory, Supplier<Catalogue> catalogue) {
    return switch (this) {
      case Lucene() -> new LuceneDocumentStore(directory.room("index"), catalogue);
      case Elasticsearch(ElasticSettings settings) -> new ElasticDocumentStore(settings, catalogue);
    };
  }

  /**
   * Opens vectors of one kind, beside the documents.
   *
   * @param name lower-case letters, digits and hyphens
   */
  default VectorIndex openVectors(DataDirectory directory, String name, int dimensions) {
    return switch (this) {
      case Lucene() -> new LuceneVectorIndex(directory.room("vectors").resolve(name), dimensions);
      case Elasticsearch(ElasticSettings s) ->
        new ElasticVectorIndex(
            new ElasticSettings(
                s.urls(),
                s.index() + "-vectors-" + name,
                s.apiKey(),
                s.timeout(),
                s.attempts(),
                s.firstPause()),
            dimensions);
    };
  }

  /**
   * Reads the choice; the API key comes from the environment alone.
   *
   * @param yaml the value of {@code documents}; missing means Lucene
   * @throws IllegalArgumentException naming key, rule and value
   */
  static DocumentEngine read(JsonNode yaml, Map<String, String> environment) {
    for (var names = yaml.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!List.of("engine", "url", "index").contains(name)) {
        throw new IllegalArgumentException(
            "documents: one of engine, url, index is required, got " + name);
      }
    }
    String engine = value(environment, "TIDEWATCH_DOCUMENTS_ENGINE", yaml, "engine", "lucene");
    return switch (engine) {
      case "lucene" -> new Lucene();
      case "elasticsearch" ->
        new Elasticsearch(ElasticSettings.of(
            urls(value(
                environment, "TIDEWATCH_ELASTICSEARCH_URL", yaml, "url", "http://127.0.0.1:9200")),
            value(environment, "TIDEWATCH_ELASTICSEARCH_INDEX", yaml, "index", "tidewatch"),
            blankToNull(environment.get("TIDEWATCH_ELASTICSEARCH_API_KEY"))));
      default ->
        throw new IllegalArgumentException(
            "documents.engine: lucene or elasticsearch is required, got " + engine);
    };
  }

  private static List<URI> urls(String value) {
    try {
      return Arrays.stream(value.split(",", -1))
          .map(String::strip)
          .map(URI::create)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "documents.url: addresses of nodes, separated by commas, are required, got " + value, e);
    }
  }

  private static String value(
      Map<String, String> environment,
      String variable,
      JsonNode yaml,
      String key,
      String otherwise) {
    String value = blankToNull(environment.get(variable));
    if (value != null) {
      return value;
    }
    return yaml.hasNonNull(key) ? yaml.get(key).asText() : otherwise;
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
