package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.engine.Codes;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Hit;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the names outside the catalogue and reads examples of the best ones. For one thread. */
final class CandidateQuestion {
  /** Newest documents of one name that are read for its surfaces and the brand beside it. */
  private static final int READ = 20;

  private final long from;
  private final long to;
  private final int top;

  /** {@code from} and {@code to} in microseconds, [from, to). */
  CandidateQuestion(long from, long to, int top) {
    this.from = from;
    this.to = to;
    this.top = top;
  }

  private static final class Tally {
    private final String key;
    private final Set<Long> authors = new HashSet<>();
    private long documents;
    private long first = Long.MAX_VALUE;

    private Tally(String key) {
      this.key = key;
    }

    private int authors() {
      return authors.size();
    }

    private long documents() {
      return documents;
    }
  }

  List<Candidate> answer(EngineView view) {
    if (from >= to) {
      return List.of();
    }
    var tallies = new Tallies();
    view.scan(
        new Selection(new Expression.Exists(Field.UNLINKED), from, to),
        ZoneOffset.UTC,
        Columns.of(Measure.UNIT, Measure.UNIT_KIND).with(Field.UNLINKED, tallies),
        tallies);
    List<Tally> best = tallies.all.stream()
        .sorted(Comparator.comparingInt(Tally::authors)
            .thenComparingLong(Tally::documents)
            .reversed()
            .thenComparing(t -> t.key.substring(1))
            .thenComparing(t -> t.key))
        .limit(top)
        .toList();
    var rows = new ArrayList<Candidate>();
    for (Tally tally : best) {
      var carrying = Selection.carrying(Field.UNLINKED, tally.key, from, to);
      rows.add(row(tally, view.newest(carrying, null, READ)));
    }
    return rows;
  }

  private static final class Tallies implements EngineView.DayVisitor, Columns.KeyIds {
    private final List<Tally> all = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    @Override
    public int id(String key) {
      return numbers.computeIfAbsent(key, k -> {
        all.add(new Tally(k));
        return all.size() - 1;
      });
    }

    @Override
    public void row(Row row) {
      boolean authored = row.number(Measure.UNIT_KIND) == Codes.AUTHORS;
      for (int i = row.keys(Field.UNLINKED); i > 0; i--) {
        Tally tally = all.get(row.nextKey(Field.UNLINKED));
        tally.documents++;
        tally.first = Math.min(tally.first, row.at());
        if (authored) {
          tally.authors.add(row.number(Measure.UNIT));
        }
      }
    }

    @Override
    public void endDay(LocalDay day) {}
  }

  private static Candidate row(Tally tally, List<Hit> newest) {
    Map<String, Integer> surfaces = new HashMap<>();
    Map<String, Integer> brands = new HashMap<>();
    var examples = new ArrayList<Candidate.Example>();
    for (Hit hit : newest) {
      DocumentState.Live live = hit.document();
      List<Mention> mentions = live.annotation().mentions();
      for (Mention mention : mentions) {
        if (mention.entityId() == null && DocumentKeys.unlinked(mention).equals(tally.key)) {
          surfaces.merge(mention.surface(), 1, Integer::sum);
          String beside = beside(mention, mentions);
          if (beside != null) {
            brands.merge(beside, 1, Integer::sum);
          }
        }
      }
      if (examples.size() < Candidate.EXAMPLES) {
        examples.add(
            new Candidate.Example(live.record().key().toString(), live.record().text()));
      }
    }
    List<String> likeliest = commonest(brands);
    return new Candidate(
        tally.key.substring(1),
        tally.key.charAt(0) == DocumentKeys.BRAND ? MentionKind.BRAND : MentionKind.PRODUCT,
        commonest(surfaces),
        tally.documents,
        tally.authors.isEmpty() ? null : (Long) (long) tally.authors.size(),
        Micros.instant(tally.first),
        likeliest.isEmpty() ? null : likeliest.getFirst(),
        examples);
  }

  /** The brand of the linked mention that stands nearest; null when there is none. */
  private static @Nullable String beside(Mention candidate, List<Mention> mentions) {
    String brand = null;
    int nearest = Integer.MAX_VALUE;
    for (Mention other : mentions) {
      int distance = Math.max(
          other.span().start() - candidate.span().end(),
          candidate.span().start() - other.span().end());
      if (other.brandId() != null && distance < nearest) {
        nearest = distance;
        brand = other.brandId();
      }
    }
    return brand;
  }

  private static List<String> commonest(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
