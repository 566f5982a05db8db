package io.tidewatch.trend.lucene;

import io.tidewatch.model.trend.SourceStatus;
import io.tidewatch.trend.Field;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;

/** How many documents each source has and how fresh they are. */
final class SourceTable {
  private final Map<String, Row> rows = new TreeMap<>();

  private static final class Row {
    private long documents;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    private long received = Long.MIN_VALUE;
  }

  private SourceTable() {}

  static List<SourceStatus> answer(IndexSearcher searcher) throws IOException {
    SourceTable table = new SourceTable();
    for (LeafDocuments leaf : LeafDocuments.of(searcher, QueryTranslator.documents())) {
      table.read(leaf);
    }
    return table.rows.entrySet().stream()
        .map(e -> new SourceStatus(
            e.getKey(),
            e.getValue().documents,
            Names.instant(e.getValue().oldest),
            Names.instant(e.getValue().newest),
            Names.instant(e.getValue().received)))
        .toList();
  }

  private void read(LeafDocuments leaf) throws IOException {
    SortedDocValues sources = DocValues.getSorted(leaf.reader(), Names.of(Field.SOURCE));
    NumericDocValues received = leaf.numbers(Names.RECEIVED);
    Row[] byOrd = new Row[sources.getValueCount()];
    while (leaf.next()) {
      if (!sources.advanceExact(leaf.doc())) {
        continue;
      }
      int ord = sources.ordValue();
      Row row = byOrd[ord];
      if (row == null) {
        String name = sources.lookupOrd(ord).utf8ToString();
        row = rows.computeIfAbsent(name, n -> new Row());
        byOrd[ord] = row;
      }
      row.documents++;
      row.oldest = Math.min(row.oldest, leaf.time());
      row.newest = Math.max(row.newest, leaf.time());
      row.received = Math.max(row.received, leaf.value(received));
    }
  }
}
