package io.tidewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.TextTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The posts in an Elasticsearch index with a mapping made for these questions alone, and the
 * questions as one would write them by hand. One shard, sorted by time; texts come as tokens.
 */
final class PlainElastic {
  private static final String INDEX = "plain";
  private static final int PAGE = 10_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final Catalogue catalogue;

  PlainElastic(URI url, Catalogue catalogue) {
    this.url = url;
    this.catalogue = catalogue;
    send("PUT", "/" + INDEX, """
        {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1",
            "sort.field": "at", "sort.order": "desc"},
         "mappings": {"dynamic": "strict", "properties": {
            "at": {"type": "date"}, "author": {"type": "keyword"},
            "brand": {"type": "keyword"}, "direct": {"type": "keyword"},
            "term": {"type": "keyword"}, "polarity": {"type": "keyword"},
            "text": {"type": "text", "analyzer": "whitespace", "norms": false}}}}
        """);
  }

  void add(List<AnnotatedDocument> documents) {
    var lines = new StringBuilder();
    for (AnnotatedDocument document : documents) {
      lines.append("{\"create\":{\"_id\":\"").append(document.record().id()).append("\"}}\n");
      lines.append(source(document)).append('\n');
    }
    if (send("POST", "/" + INDEX + "/_bulk", lines.toString()).get("errors").asBoolean()) {
      throw new IllegalStateException("Elasticsearch refused documents");
    }
  }

  private ObjectNode source(AnnotatedDocument document) {
    DocumentRecord record = document.record();
    DocumentKeys keys = DocumentKeys.of(record, document.annotation(), catalogue);
    ObjectNode source = JSON.createObjectNode();
    source.put("at", record.publishedAt().toEpochMilli());
    source.put("author", record.authorId());
    source.put("polarity", document.annotation().sentiment().polarity().name());
    source.put(
        "text",
        TextTokens.of(record.text()).stream()
            .map(TextTokens.Token::text)
            .collect(Collectors.joining(" ")));
    keys.brands().forEach(source.withArray("/brand")::add);
    keys.direct().forEach(source.withArray("/direct")::add);
    keys.terms().forEach(source.withArray("/term")::add);
    return source;
  }

  void refresh() {
    send("POST", "/" + INDEX + "/_refresh", "");
  }

  /** The keys of a window that stand out against the days before, by Elasticsearch's own score. */
  int significant(String field, Instant from, Instant split, Instant to) {
    return search("""
        {"size": 0, "query": %s, "aggs": {"k": {"significant_terms":
          {"field": "%s", "size": 20, "background_filter": %s}}}}
        """.formatted(range(split, to), field, range(from, to)))
        .at("/aggregations/k/buckets")
        .size();
  }

  /** Documents of the thousand largest keys by hour. */
  int histogram(String field, Instant from, Instant to) {
    return search("""
        {"size": 0, "query": %s, "aggs": {"k": {"terms": {"field": "%s", "size": 1000},
          "aggs": {"h": {"date_histogram": {"field": "at", "fixed_interval": "1h",
            "min_doc_count": 1}}}}}}
        """.formatted(range(from, to), field))
        .at("/aggregations/k/buckets")
        .size();
  }

  /** When each author first spoke of each key on each day: what our rising counts from. */
  long firstSightings(String field, Instant from, Instant to) {
    return composite(range(from, to), """
        {"day": {"date_histogram": {"field": "at", "calendar_interval": "1d",
          "time_zone": "Asia/Shanghai"}}}, {"key": {"terms": {"field": "%s"}}},
        {"author": {"terms": {"field": "author"}}}""".formatted(field), """
        "aggs": {"first": {"min": {"field": "at"}}}""", new TreeMap<>());
  }

  /** Documents, polarities and about how many authors of a brand by day. */
  int series(String brand, Instant from, Instant to) {
    return search("""
        {"size": 0, "query": %s, "aggs": {"d": {"date_histogram": {"field": "at",
          "calendar_interval": "1d", "time_zone": "Asia/Shanghai"}, "aggs": {
            "authors": {"cardinality": {"field": "author"}},
            "polarity": {"terms": {"field": "polarity"}}}}}}
        """.formatted(of(brand, from, to)))
        .at("/aggregations/d/buckets")
        .size();
  }

  /** Authors, exactly, and documents of a brand by day; gives the authors of each day. */
  Map<Long, Long> exactSeries(String brand, Instant from, Instant to) {
    var authors = new TreeMap<Long, Long>();
    composite(of(brand, from, to), """
        {"day": {"date_histogram": {"field": "at", "calendar_interval": "1d",
          "time_zone": "Asia/Shanghai"}}}, {"author": {"terms": {"field": "author"}}}""", """
        "aggs": {"polarity": {"terms": {"field": "polarity"}}}""", authors);
    return authors;
  }

  /** Pages through all buckets and counts them, by day as well. */
  private long composite(String query, String sources, String inner, Map<Long, Long> byDay) {
    long buckets = 0;
    String after = "";
    while (true) {
      JsonNode page =
          search("""
          {"size": 0, "query": %s, "aggs": {"c": {"composite": {"size": %d %s,
            "sources": [%s]}, %s}}}
          """.formatted(query, PAGE, after, sources, inner)).at("/aggregations/c");
      for (JsonNode bucket : page.get("buckets")) {
        byDay.merge(bucket.at("/key/day").asLong(), 1L, Long::sum);
        buckets++;
      }
      if (!page.has("after_key")) {
        return buckets;
      }
      after = ", \"after\": " + page.get("after_key");
    }
  }

  private static String of(String brand, Instant from, Instant to) {
    return """
        {"bool": {"filter": [{"term": {"brand": "%s"}}, %s]}}""".formatted(brand, range(from, to));
  }

  private static String range(Instant from, Instant to) {
    return """
        {"range": {"at": {"gte": %d, "lt": %d, "format": "epoch_millis"}}}""".formatted(from.toEpochMilli(), to.toEpochMilli());
  }

  private JsonNode search(String body) {
    return send("POST", "/" + INDEX + "/_search?request_cache=false", body);
  }

  private JsonNode send(String method, String path, String body) {
    var request = HttpRequest.newBuilder(url.resolve(path))
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(body))
        .build();
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException("Elasticsearch: " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
