package io.tidewatch.api.fusion;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rising talk that nobody searches for yet: rising products, hashtags and terms whose words stand in
 * no keyword that was searched in the four weeks before.
 */
public final class TalkWithoutKeyword {
  private static final int SEARCH_DAYS = 28;
  /** Rising keys of one kind that are looked at. */
  private static final int KEYS = 300;

  private static final List<KeyKind> KINDS =
      List.of(KeyKind.PRODUCT, KeyKind.HASHTAG, KeyKind.TERM);

  private final TrendQueries talk;
  private final BehaviorStore behavior;

  public TalkWithoutKeyword(TrendQueries talk, BehaviorStore behavior) {
    this.talk = talk;
    this.behavior = behavior;
  }

  /**
   * A rising key without a keyword.
   *
   * @param keywords keywords that were compared, 0 when no search is stored: then nothing is known
   *     of what people search, and every rising key is listed
   */
  public record Row(
      String key,
      String name,
      KeyKind kind,
      long count,
      double score,
      Interval3 growth,
      int keywords,
      List<String> evidence) {}

  /** Highest score first, then key; {@code asOf} is exclusive. */
  public List<Row> of(Duration window, Instant asOf, int top, ZoneId zone) {
    List<String> searched = behavior.keywordTraffic(Window.before(asOf, SEARCH_DAYS, zone)).stream()
        .map(KeywordTraffic::keyword)
        .toList();
    var rows = new ArrayList<Row>();
    for (KeyKind kind : KINDS) {
      for (RisingRow row : talk.rising(new RisingQuery(kind, window, asOf, KEYS, zone))) {
        if (searched.stream().noneMatch(keyword -> holds(keyword, row))) {
          rows.add(new Row(
              row.key(),
              row.name(),
              kind,
              row.count(),
              row.score(),
              row.growth(),
              searched.size(),
              row.evidence()));
        }
      }
    }
    return rows.stream()
        .sorted(Comparator.comparingDouble(Row::score).reversed().thenComparing(Row::key))
        .limit(top)
        .toList();
  }

  private static boolean holds(String keyword, RisingRow row) {
    String name = KeywordText.normalise(row.name()).replace(" ", "");
    return !name.isEmpty() && keyword.replace(" ", "").contains(name);
  }
}
