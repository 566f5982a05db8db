package io.tidewatch.trend.lucene;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.ShareInterval;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * Share of voice: each entity's units, once a local day as in a series, over the sum of all that
 * were asked for. Brands count on all their mentions.
 */
final class ShareQuestion {
  private final ShareQuery query;
  private final Catalogue catalogue;
  private final long from;
  private final long to;

  /** {@code from} and {@code to} in microseconds, [from, to). */
  ShareQuestion(ShareQuery query, long from, long to, Catalogue catalogue) {
    this.query = query;
    this.catalogue = catalogue;
    this.from = from;
    this.to = to;
  }

  List<ShareRow> answer(IndexSearcher searcher) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String id : query.entityIds()) {
      counts.put(id, count(searcher, id));
    }
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.entrySet().stream()
        .map(e -> new ShareRow(
            e.getKey(),
            catalogue.nameOf(e.getKey()),
            e.getValue(),
            ShareInterval.of(e.getValue(), total)))
        .sorted(Comparator.comparingLong(ShareRow::count).reversed().thenComparing(ShareRow::key))
        .toList();
  }

  private long count(IndexSearcher searcher, String id) throws IOException {
    if (from >= to) {
      return 0;
    }
    boolean product = catalogue.brand(id).isEmpty() && catalogue.product(id).isPresent();
    String field = Names.of(product ? Field.PRODUCT : Field.BRAND);
    long dayStart = LocalDay.of(from, query.zone()).start();
    long[] count = new long[1];
    UnitDays firsts = new UnitDays((unit, first) -> count[0] += first >= from ? 1 : 0);
    DayScan.run(
        searcher,
        QueryTranslator.counted(
            QueryTranslator.carrying(field, id, dayStart, to), query.counting()),
        query.zone(),
        segment -> {
          LeafDocuments.Units unit = segment.units(query.counting());
          NumericDocValues kind = segment.numbers(Names.UNIT_KIND);
          return (current, day) ->
              firsts.see((int) current.value(kind), unit.unit(), current.time());
        },
        firsts::endDay);
    return count[0];
  }
}
