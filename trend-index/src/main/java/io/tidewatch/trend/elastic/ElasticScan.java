package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.EngineView.DayVisitor;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the doc values of all matching documents in order of time, page by page; answers are read
 * as a stream, because a page has as many documents as the index gives at once.
 */
final class ElasticScan {
  private static final int PAGE = 10_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final ElasticCalls calls;
  private final ZoneId zone;
  private final DayVisitor visitor;
  private final ElasticRow row;
  private final List<FieldAndFormat> fields = new ArrayList<>();
  private @Nullable LocalDay day;

  ElasticScan(ElasticCalls calls, Columns columns, ZoneId zone, DayVisitor visitor) {
    this.calls = calls;
    this.zone = zone;
    this.visitor = visitor;
    this.row = new ElasticRow(columns);
    columns.numbers().forEach(m -> field(ElasticNames.of(m)));
    columns.keys().keySet().forEach(f -> field(ElasticNames.of(f)));
    if (columns.documentKey()) {
      field(ElasticNames.KEY);
    }
  }

  private void field(String name) {
    fields.add(FieldAndFormat.of(f -> f.field(name)));
  }

  void run(Query query, String pointInTime) {
    List<Long> after = List.of();
    do {
      SearchRequest request = request(query, pointInTime, after);
      // a page is visited only once it has come whole, so that a second attempt sees nothing twice
      byte[] page = calls.stream("read", rest -> {
        Request post = new Request("POST", "/_search");
        post.addParameter("filter_path", "hits.hits.sort,hits.hits.fields,_shards.failed");
        post.setJsonEntity(JsonpUtils.toJsonString(request, calls.mapper()));
        try (InputStream in = rest.performRequest(post).getEntity().getContent()) {
          return in.readAllBytes();
        }
      });
      after = visit(page);
    } while (!after.isEmpty());
    if (day != null) {
      visitor.endDay(day);
    }
  }

  private SearchRequest request(Query query, String pointInTime, List<Long> after) {
    return SearchRequest.of(s -> {
      s.query(query)
          .size(PAGE)
          .source(f -> f.fetch(false))
          .trackTotalHits(t -> t.enabled(false))
          .docvalueFields(fields)
          .pit(p -> p.id(pointInTime).keepAlive(k -> k.time("2m")))
          .sort(o -> o.field(f -> f.field(ElasticNames.AT).order(SortOrder.Asc)))
          .sort(o -> o.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
      return after.isEmpty() ? s : s.searchAfter(after.get(0), after.get(1));
    });
  }

  /** Visits a page; gives the place of its last document, empty when there is no further page. */
  private List<Long> visit(byte[] page) {
    List<Long> last = List.of();
    int count = 0;
    try (JsonParser json = JSON.createParser(page)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME
            && json.currentName().equals("hits")
            && json.nextToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            row.clear();
            last = hit(json);
            visit(last.get(0));
            count++;
          }
        }
      }
    } catch (IOException e) {
      throw calls.unavailable("read", e);
    }
    return count < PAGE ? List.of() : last;
  }

  private void visit(long at) {
    LocalDay current = day;
    if (current == null || at >= current.end()) {
      if (current != null) {
        visitor.endDay(current);
      }
      day = LocalDay.of(at, zone);
    }
    row.at(at);
    visitor.row(row);
  }

  /** Reads one hit into the row; gives its sort values. */
  private List<Long> hit(JsonParser json) throws IOException {
    var sort = new ArrayList<Long>(2);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("sort")) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          sort.add(json.getLongValue());
        }
      } else if (name.equals("fields")) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          String field = json.currentName();
          json.nextToken();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            row.value(field, json);
          }
        }
      } else {
        json.skipChildren();
      }
    }
    return sort;
  }
}
