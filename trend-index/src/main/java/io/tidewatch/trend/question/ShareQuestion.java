package io.tidewatch.trend.question;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.ShareQuery;
import io.tidewatch.model.trend.ShareRow;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.ShareInterval;
import io.tidewatch.trend.engine.EngineView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Share of voice: each entity's units, once a local day as in a series, over the sum of all that
 * were asked for. Brands count on all their mentions.
 */
final class ShareQuestion {
  private final ShareQuery query;
  private final Catalogue catalogue;
  private final WindowSpan span;

  ShareQuestion(ShareQuery query, WindowSpan span, Catalogue catalogue) {
    this.query = query;
    this.catalogue = catalogue;
    this.span = span;
  }

  List<ShareRow> answer(EngineView view, CountDays days, DayVersions versions) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String id : query.entityIds()) {
      counts.put(id, count(view, id, days, versions));
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

  private long count(EngineView view, String id, CountDays days, DayVersions versions) {
    boolean product = catalogue.brand(id).isEmpty() && catalogue.product(id).isPresent();
    var carries = new Expression.Value(product ? Field.PRODUCT : Field.BRAND, id);
    var line = new CountDays.Line(carries, query.counting(), query.zone());
    long[] count = new long[1];
    new CountedSpan(span, query.zone())
        .count(view, line, days, versions, (start, day, hour) -> count[0] += day.units(hour));
    return count[0];
  }
}
