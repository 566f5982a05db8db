package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import io.tidewatch.model.document.Seal;
import io.tidewatch.trend.Coverage;
import io.tidewatch.trend.Seals;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.IndexEngine;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One index of a cluster. A write is on disk when it returns; readers see it after the next refresh,
 * which is the next commit, or earlier when the write side needs to search what it wrote. Each
 * question reads one point in time.
 */
final class ElasticEngine implements IndexEngine {
  private static final int PAGE = 10_000;

  private final ElasticCalls calls;
  private final String index;
  private final BulkWrite bulk;
  private final BulkDrop drop;

  ElasticEngine(ElasticSettings settings) {
    this.calls = new ElasticCalls(settings);
    this.index = settings.index();
    this.bulk = new BulkWrite(calls, index);
    this.drop = new BulkDrop(calls, index);
    try {
      ElasticMapping.ensure(calls, index);
      refresh();
    } catch (RuntimeException e) {
      calls.close();
      throw e;
    }
  }

  @Override
  public <T> T committed(Function<EngineView, T> question) {
    return ask(question, false);
  }

  @Override
  public <T> T latest(Function<EngineView, T> question) {
    return ask(question, true);
  }

  private <T> T ask(Function<EngineView, T> question, boolean unrefreshed) {
    try (var view = new ElasticView(calls, index, unrefreshed)) {
      return question.apply(view);
    }
  }

  @Override
  public List<@Nullable Version> write(List<Change> changes) {
    return bulk.write(changes.stream().map(ElasticEngine::item).toList());
  }

  private static BulkWrite.Item item(Change change) {
    return new BulkWrite.Item(
        ElasticNames.id(change.entry().key().toString()),
        EntryJson.of(change.entry()),
        change.entry().state(),
        change.expected());
  }

  @Override
  public void refresh() {
    calls.ask("refreshed", c -> c.indices().refresh(r -> r.index(index)));
  }

  @Override
  public void drop(Selection selection) {
    refresh();
    drop.run(ElasticQuery.of(selection));
  }

  @Override
  public void commit(Map<Coverage.Cell, Integer> coverage, List<Seal> seals) {
    var items = new ArrayList<BulkWrite.Item>();
    coverage.forEach((cell, hours) ->
        items.add(mark(ElasticNames.COVERAGE, cell.term(), EntryJson.of(cell, hours))));
    seals.forEach(seal -> items.add(mark(ElasticNames.SEALED, seal.source(), EntryJson.of(seal))));
    bulk.write(items);
    refresh();
  }

  private static BulkWrite.Item mark(String kind, String name, BinaryData json) {
    return new BulkWrite.Item(kind + ElasticNames.id(name), json, null, Version.ANY);
  }

  @Override
  public Map<Coverage.Cell, Integer> coverage() {
    var cells = new HashMap<Coverage.Cell, Integer>();
    for (ElasticSource mark : marks(ElasticNames.COVERAGE)) {
      cells.put(
          Coverage.Cell.parse(Objects.requireNonNull(mark.cell())),
          Objects.requireNonNull(mark.hours()));
    }
    return cells;
  }

  @Override
  public List<Seal> seals() {
    return marks(ElasticNames.SEALED).stream()
        .map(mark -> Seals.parse(Objects.requireNonNull(mark.cell())))
        .toList();
  }

  /** All entries of a kind that is no document. */
  private List<ElasticSource> marks(String kind) {
    var marks = new ArrayList<ElasticSource>();
    List<FieldValue> after = List.of();
    while (true) {
      List<FieldValue> last = after;
      List<Hit<ElasticSource>> hits = calls
          .ask(
              "read",
              c -> c.search(
                  s -> {
                    s.index(index)
                        .size(PAGE)
                        .query(ElasticQuery.term(ElasticNames.ENTRY, kind))
                        .sort(o -> o.field(f -> f.field(ElasticNames.CELL).order(SortOrder.Asc)));
                    return last.isEmpty() ? s : s.searchAfter(last);
                  },
                  ElasticSource.class))
          .hits()
          .hits();
      hits.forEach(hit -> marks.add(Objects.requireNonNull(hit.source())));
      if (hits.size() < PAGE) {
        return marks;
      }
      after = hits.getLast().sort();
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
