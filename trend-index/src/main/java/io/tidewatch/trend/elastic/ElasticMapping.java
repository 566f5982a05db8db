package io.tidewatch.trend.elastic;

import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.engine.Columns;
import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The mapping of the index: strict, so that nothing is indexed that is not meant to be. A text comes
 * as tokens with spaces between, values come as they are compared. Of a document only what the
 * store reads back is kept as source.
 */
final class ElasticMapping {
  /** Grows with each change that an existing index cannot follow. */
  private static final int FORMAT = 2;

  private ElasticMapping() {}

  /** Creates the index when it is absent; refuses one of another format. */
  static void ensure(ElasticCalls calls, String index) {
    boolean there =
        calls.ask("opened", c -> c.indices().exists(e -> e.index(index)).value());
    if (!there) {
      create(calls, index);
    }
    var format = calls
        .ask("opened", c -> c.indices().getMapping(m -> m.index(index)))
        .mappings()
        .values()
        .iterator()
        .next()
        .mappings()
        .meta()
        .get("format");
    if (format == null || format.to(Integer.class) != FORMAT) {
      throw new StoreUnavailableException(
          "the index " + index + " was made by another version; fill a new one");
    }
  }

  private static void create(ElasticCalls calls, String index) {
    try {
      calls.ask(
          "created",
          c -> c.indices().create(i -> i.index(index).withJson(new StringReader(definition()))));
    } catch (StoreUnavailableException e) {
      // another process, or an attempt whose answer was lost, may have created it
      if (!calls.ask("opened", c -> c.indices().exists(x -> x.index(index)).value())) {
        throw e;
      }
    }
  }

  private static String definition() {
    String values = Arrays.stream(Field.values())
        .filter(f -> f != Field.TEXT && f != Field.AT && f != Field.ENGAGEMENT)
        .map(f -> "\"" + ElasticNames.inner(f) + "\":{\"type\":\"keyword\",\"doc_values\":"
            + counted(f) + "}")
        .collect(Collectors.joining(","));
    String numbers = Arrays.stream(Columns.Measure.values())
        .map(m -> "\"" + ElasticNames.inner(m) + "\":{\"type\":\"long\",\"index\":"
            + (m == Columns.Measure.ENGAGEMENT) + "}")
        .collect(Collectors.joining(","));
    return """
        {"settings": {"refresh_interval": "-1", "max_result_window": 20000,
            "auto_expand_replicas": "0-1", "translog.durability": "request",
            "sort.field": "at", "sort.order": "desc", "sort.missing": "_last"},
         "mappings": {"dynamic": "strict", "_meta": {"format": %d},
            "_source": {"includes": ["body", "seen", "cell", "hours"]},
            "properties": {
              "entry": {"type": "keyword"},
              "key": {"type": "keyword"},
              "id": {"type": "keyword", "doc_values": false},
              "at": {"type": "long"},
              "seen": {"type": "long", "index": false, "doc_values": false},
              "body": {"type": "binary"},
              "words": {"type": "keyword", "doc_values": false},
              "chars": {"type": "text", "analyzer": "whitespace", "norms": false},
              "pairs": {"type": "text", "analyzer": "whitespace", "norms": false},
              "cell": {"type": "keyword"},
              "hours": {"type": "integer", "index": false},
              "n": {"properties": {%s}},
              "f": {"properties": {%s}}}}}
        """.formatted(FORMAT, numbers, values);
  }

  private static boolean counted(Field field) {
    return switch (field) {
      case BRAND, PRODUCT, ASPECT, HASHTAG, SOURCE, DIRECT, TERM, UNLINKED, SURFACE -> true;
      case TEXT,
          AUTHOR,
          SENTIMENT,
          INTENT,
          KIND,
          CATEGORY,
          SPAM,
          MEDIA,
          AT,
          ENGAGEMENT,
          DICTIONARY,
          DEEP -> false;
    };
  }
}
