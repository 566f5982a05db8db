package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Met;
import io.tidewatch.model.behavior.KeywordMet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people met by keyword, category and brand. A kind of meeting that the store does not hold at
 * all is "no data" everywhere. Not thread-safe.
 */
final class MeetingTally {
  private final List<KeywordMet> rows = new ArrayList<>();
  private boolean impressions;
  private boolean clicks;
  private boolean carts;

  void add(KeywordMet row) {
    rows.add(row);
    impressions |= row.impressions() > 0;
    clicks |= row.clicks() > 0;
    carts |= row.carts() > 0;
  }

  /** Everything that was added. */
  Result result() {
    var byPlace = new HashMap<OrderTally.Place, SortedMap<String, Met>>();
    for (KeywordMet row : rows) {
      byPlace
          .computeIfAbsent(
              new OrderTally.Place(row.keyword(), row.categoryId()), place -> new TreeMap<>())
          .put(row.brandId(), met(row));
    }
    var meetings = new HashMap<OrderTally.Place, Meetings>(byPlace.size() * 2);
    byPlace.forEach((place, brands) -> meetings.put(place, Meetings.of(brands)));
    return new Result(meetings);
  }

  private Met met(KeywordMet row) {
    return new Met(
        impressions ? Long.valueOf(row.impressions()) : null,
        clicks ? Long.valueOf(row.clicks()) : null,
        carts ? Long.valueOf(row.carts()) : null,
        row.impressionsBefore(),
        row.clicksBefore(),
        row.examined().doubleValue(),
        row.examinedClicks());
  }

  /** What was met. */
  record Result(Map<OrderTally.Place, Meetings> meetings) {
    static final Result NOTHING = new Result(Map.of());

    /** What is known of a keyword in a category. */
    Meetings of(String keyword, @Nullable String category) {
      Meetings known =
          category == null ? null : meetings.get(new OrderTally.Place(keyword, category));
      return known == null ? Meetings.NONE : known;
    }

    /** For each keyword the category that was shown most, the first of equals. */
    Map<String, String> categories() {
      var most = new HashMap<String, Map.Entry<OrderTally.Place, Long>>();
      meetings.forEach((place, met) -> {
        Long shown = met.all().impressions();
        if (shown != null && shown > 0) {
          most.merge(place.keyword(), Map.entry(place, shown), (one, other) -> {
            int byCount = Long.compare(one.getValue(), other.getValue());
            return byCount > 0 || (byCount == 0 && one.getKey().compareTo(other.getKey()) < 0)
                ? one
                : other;
          });
        }
      });
      var categories = new HashMap<String, String>();
      most.forEach((word, entry) -> categories.put(word, entry.getKey().category()));
      return categories;
    }
  }
}
