package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.TextSignature;
import io.tidewatch.model.trend.DuplicateGroup;
import io.tidewatch.model.trend.GroupQuery;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.LocalDay;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.Row;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups the documents of one day by their SimHashes: two whose hashes differ in at most three of 64
 * bits belong together, and so do those that a third one joins. Such two agree in one of the four
 * bands at least, so only hashes of one band are compared. For one thread.
 *
 * <p>Charikar, "Similarity estimation techniques from rounding algorithms" (STOC 2002); Manku, Jain
 * and Das Sarma, "Detecting near-duplicates for web crawling" (WWW 2007).
 */
final class GroupQuestion implements EngineView.DayVisitor {
  private static final int MAX_DISTANCE = 3;

  private final GroupQuery query;
  private final Map<TextSignature, List<Member>> byHash = new HashMap<>();

  private record Member(String key, long at, long unit, long wording) {}

  GroupQuestion(GroupQuery query) {
    this.query = query;
  }

  List<DuplicateGroup> answer(EngineView view) {
    LocalDay day = LocalDay.of(query.day(), query.zone());
    view.scan(
        new Selection(new Expression.Everything(), day.start(), day.end()),
        query.zone(),
        Columns.of(Measure.SIMHASH, Measure.UNIT, Measure.WORDING).withDocumentKey(),
        this);
    return groups().stream()
        .filter(members -> members.size() >= query.minimum())
        .map(GroupQuestion::group)
        .sorted(Comparator.comparingLong(DuplicateGroup::documents)
            .reversed()
            .thenComparing(DuplicateGroup::id))
        .limit(query.top())
        .toList();
  }

  @Override
  public void row(Row row) {
    byHash
        .computeIfAbsent(
            new TextSignature(0, row.number(Measure.SIMHASH)), hash -> new ArrayList<>())
        .add(new Member(
            row.documentKey(), row.at(), row.number(Measure.UNIT), row.number(Measure.WORDING)));
  }

  @Override
  public void endDay(LocalDay day) {}

  private List<List<Member>> groups() {
    List<TextSignature> hashes = List.copyOf(byHash.keySet());
    int[] parents = new int[hashes.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = i;
    }
    for (int band = 0; band < TextSignature.BANDS; band++) {
      Map<Integer, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < hashes.size(); i++) {
        buckets
            .computeIfAbsent(hashes.get(i).band(band), b -> new ArrayList<>())
            .add(i);
      }
      buckets.values().forEach(bucket -> join(bucket, hashes, parents));
    }
    Map<Integer, List<Member>> groups = new HashMap<>();
    for (int i = 0; i < hashes.size(); i++) {
      groups
          .computeIfAbsent(root(parents, i), r -> new ArrayList<>())
          .addAll(byHash.getOrDefault(hashes.get(i), List.of()));
    }
    return List.copyOf(groups.values());
  }

  private static void join(List<Integer> bucket, List<TextSignature> hashes, int[] parents) {
    for (int a = 0; a < bucket.size(); a++) {
      TextSignature hash = hashes.get(bucket.get(a));
      for (int b = a + 1; b < bucket.size(); b++) {
        if (hash.distance(hashes.get(bucket.get(b))) <= MAX_DISTANCE) {
          parents[root(parents, bucket.get(a))] = root(parents, bucket.get(b));
        }
      }
    }
  }

  private static int root(int[] parents, int i) {
    int at = i;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private static DuplicateGroup group(List<Member> members) {
    List<String> keys = members.stream().map(Member::key).sorted().toList();
    return new DuplicateGroup(
        keys.getFirst(),
        members.size(),
        members.stream().mapToLong(Member::unit).distinct().count(),
        members.stream().mapToLong(Member::wording).distinct().count(),
        Micros.instant(members.stream().mapToLong(Member::at).min().getAsLong()),
        Micros.instant(members.stream().mapToLong(Member::at).max().getAsLong()),
        keys.subList(0, Math.min(keys.size(), DuplicateGroup.KEYS)));
  }
}
