package io.tidewatch.trend.question;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.CoMention;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.detect.LogOdds;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Hit;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Contrasts the keys of one selection with those of another. The selections are disjoint, so that
 * {@link LogOdds} holds.
 */
final class CoMentionQuestion {
  /** Fewest units of a key beside the query. */
  private static final int FLOOR = 3;

  private static final Comparator<CoMention> ORDER =
      Comparator.comparingDouble(CoMention::z).reversed().thenComparing(CoMention::key);

  private final KeyKind kind;
  private final Counting counting;
  private final ZoneId zone;
  private final Catalogue catalogue;

  CoMentionQuestion(KeyKind kind, Counting counting, ZoneId zone, Catalogue catalogue) {
    this.kind = kind;
    this.counting = counting;
    this.zone = zone;
    this.catalogue = catalogue;
  }

  /** The documents of the same stretch of time that do not match. */
  static Selection others(Selection matching) {
    return new Selection(new Expression.Not(matching.expression()), matching.from(), matching.to());
  }

  /** The keys that the query itself asks for, which stand in every match. */
  static Map<Field, String> asked(Expression expression) {
    return expression instanceof Expression.Value(Field field, String key)
        ? Map.of(field, key)
        : Map.of();
  }

  /** At most {@code top} keys; those that {@code hidden} holds are left out. */
  List<CoMention> answer(
      EngineView view, Selection matching, Selection others, Map<Field, String> hidden, int top) {
    Field field = Field.of(kind);
    var numbers = new KeyNumbers();
    KeyTally with = KeyTally.of(view, matching, field, counting, zone, numbers);
    KeyTally without = KeyTally.of(view, others, field, counting, zone, numbers);
    var rows = new ArrayList<CoMention>();
    for (int i = 0; i < with.size(); i++) {
      String key = numbers.key(i);
      if (with.count(i) >= FLOOR && !key.equals(hidden.get(field))) {
        rows.add(
            row(key, new LogOdds(with.count(i), with.units(), without.count(i), without.units())));
      }
    }
    return rows.stream()
        .sorted(ORDER)
        .limit(top)
        .map(r -> proven(view, matching, field, r))
        .toList();
  }

  private CoMention row(String key, LogOdds odds) {
    return new CoMention(
        key,
        kind == KeyKind.BRAND || kind == KeyKind.PRODUCT ? catalogue.nameOf(key) : key,
        kind,
        odds.y1(),
        odds.y2(),
        (double) odds.y1() / odds.n1(),
        odds.lift(),
        odds.z(),
        List.of());
  }

  private static CoMention proven(EngineView view, Selection matching, Field field, CoMention row) {
    var both = new Selection(
        new Expression.And(List.of(matching.expression(), new Expression.Value(field, row.key()))),
        matching.from(),
        matching.to());
    List<String> evidence = view.newest(both, null, CoMention.EVIDENCE).stream()
        .map(Hit::document)
        .map(d -> d.key().toString())
        .toList();
    return new CoMention(
        row.key(),
        row.name(),
        row.kind(),
        row.count(),
        row.others(),
        row.share(),
        row.lift(),
        row.z(),
        evidence);
  }
}
