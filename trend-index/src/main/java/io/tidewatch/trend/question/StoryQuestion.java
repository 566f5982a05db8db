package io.tidewatch.trend.question;

import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.Story;
import io.tidewatch.model.trend.StoryQuery;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.detect.StoryGroups;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Groups what rises in one window into stories. One pass over the window's documents notes for each
 * rising key its units; {@link StoryGroups} decides by those that keys have in common.
 */
final class StoryQuestion {
  /** Rising keys of one kind that are looked at. */
  private static final int KEYS = 60;

  private static final List<KeyKind> KINDS =
      List.of(KeyKind.BRAND, KeyKind.PRODUCT, KeyKind.HASHTAG, KeyKind.TERM);

  private final StoryQuery query;
  private final WindowSpan window;
  private final TrendQueries trends;

  StoryQuestion(StoryQuery query, WindowSpan window, TrendQueries trends) {
    this.query = query;
    this.window = window;
    this.trends = trends;
  }

  List<Story> answer(EngineView view) {
    Map<String, RisingRow> rising = rising();
    if (rising.isEmpty()) {
      return List.of();
    }
    var units = KeyUnits.of(
        view,
        new Selection(new Expression.Everything(), window.from(), window.to())
            .counted(query.counting()),
        query.counting().by(),
        query.zone(),
        KINDS.stream().map(Field::of).toList(),
        rising.keySet());
    var keys = new ArrayList<StoryGroups.Key>();
    rising.forEach((id, row) -> {
      int own = units.count(id);
      if (own > 0) {
        boolean named = row.kind() == KeyKind.BRAND || row.kind() == KeyKind.PRODUCT;
        keys.add(new StoryGroups.Key(id, row.score(), own, named));
      }
    });
    return new StoryGroups(Math.max(1, units.all()), units::together)
        .of(keys).stream()
            .limit(query.top())
            .map(story -> story(story, rising, units))
            .toList();
  }

  private Map<String, RisingRow> rising() {
    var rows = new LinkedHashMap<String, RisingRow>();
    if (!window.hasDocuments()) {
      return rows;
    }
    for (KeyKind kind : KINDS) {
      var asked = new RisingQuery(
          kind, query.window(), Micros.instant(window.to()), KEYS, query.zone(), query.counting());
      trends.rising(asked).forEach(row -> rows.put(id(Field.of(kind), row.key()), row));
    }
    return rows;
  }

  /** One name for a key among those of all kinds. */
  static String id(Field field, String key) {
    return field.label() + ':' + key;
  }

  private static Story story(
      StoryGroups.Story story, Map<String, RisingRow> rising, KeyUnits units) {
    RisingRow telling = Objects.requireNonNull(rising.get(story.name()));
    List<Story.StoryKey> keys = story.keys().stream()
        .map(id -> {
          RisingRow row = Objects.requireNonNull(rising.get(id));
          return new Story.StoryKey(
              row.key(), row.name(), row.kind(), units.count(id), row.score());
        })
        .toList();
    return new Story(
        telling.name(),
        telling.kind(),
        telling.key(),
        keys.getFirst().score(),
        units.any(story.keys()),
        keys,
        telling.evidence());
  }
}
