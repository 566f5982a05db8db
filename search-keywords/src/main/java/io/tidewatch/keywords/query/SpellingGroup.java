package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Queries of one key.
 *
 * @param form of the most used spelling
 * @param spellings as typed, most used first; of equals the shorter, then the first in text order
 * @param count of all spellings
 * @param clicks of all spellings
 */
record SpellingGroup(
    QueryForm form, List<QueryCount> spellings, long count, Map<String, Long> clicks) {

  private static final Comparator<QueryCount> ORDER = Comparator.comparingLong(QueryCount::count)
      .reversed()
      .thenComparingInt(q -> q.query().length())
      .thenComparing(QueryCount::query);

  /** Most used first; of equals by id. */
  static List<SpellingGroup> of(Collection<QueryCount> log, Map<String, QueryForm> forms) {
    var byId = new HashMap<String, List<QueryCount>>();
    for (QueryCount query : log) {
      byId.computeIfAbsent(form(query, forms).id(), k -> new ArrayList<>(1)).add(query);
    }
    var ranked = new ArrayList<Ranked>(byId.size());
    byId.forEach((id, queries) -> ranked.add(Ranked.of(group(merged(queries), forms))));
    ranked.sort(Ranked.ORDER);
    return ranked.stream().map(Ranked::group).toList();
  }

  private static QueryForm form(QueryCount query, Map<String, QueryForm> forms) {
    return Objects.requireNonNull(forms.get(query.query()), "a form of every query");
  }

  String id() {
    return form.id();
  }

  /** The normal form of the most used spelling. */
  String text() {
    return form.text();
  }

  /** Empty for a query of signs only. */
  String key() {
    return form.key();
  }

  /** How it was typed most. */
  String name() {
    return spellings.getFirst().query();
  }

  /** How a spelling differs from the name; empty for the name. */
  Optional<JoinReason> difference(String spelling) {
    if (spelling.equals(name())) {
      return Optional.empty();
    }
    return Optional.of(bare(spelling).equals(bare(name())) ? JoinReason.SPACING : JoinReason.WIDTH);
  }

  private static String bare(String spelling) {
    var bare = new StringBuilder();
    spelling.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /** One query was given once or several times. */
  private static List<QueryCount> merged(List<QueryCount> queries) {
    if (queries.size() == 1) {
      return queries;
    }
    var byQuery = new TreeMap<String, QueryCount>();
    for (QueryCount query : queries) {
      byQuery.merge(query.query(), query, (a, b) -> {
        var clicks = new HashMap<>(a.clicks());
        b.clicks().forEach((id, n) -> clicks.merge(id, n, Long::sum));
        return new QueryCount(a.query(), a.count() + b.count(), clicks);
      });
    }
    return new ArrayList<>(byQuery.values());
  }

  private static SpellingGroup group(List<QueryCount> spellings, Map<String, QueryForm> forms) {
    List<QueryCount> sorted =
        spellings.size() == 1 ? spellings : spellings.stream().sorted(ORDER).toList();
    Map<String, Long> clicks = sorted.getFirst().clicks();
    if (sorted.size() > 1) {
      clicks = new HashMap<>();
      for (QueryCount spelling : sorted) {
        for (var click : spelling.clicks().entrySet()) {
          clicks.merge(click.getKey(), click.getValue(), Long::sum);
        }
      }
    }
    return new SpellingGroup(
        form(sorted.getFirst(), forms),
        sorted,
        sorted.stream().mapToLong(QueryCount::count).sum(),
        clicks);
  }

  /**
   * A group with what most often orders it in one number, for a million are sorted: more uses, then
   * the shorter id.
   */
  private record Ranked(long rank, SpellingGroup group) {
    private static final int LENGTHS = 1 << 8;
    private static final Comparator<Ranked> ORDER = Comparator.comparingLong(Ranked::rank)
        .reversed()
        .thenComparingInt(r -> r.group().id().length())
        .thenComparing(r -> r.group().id());

    static Ranked of(SpellingGroup group) {
      long count = Math.min(group.count(), Long.MAX_VALUE / LENGTHS - 1);
      int length = Math.min(group.id().length(), LENGTHS - 1);
      return new Ranked(count * LENGTHS + LENGTHS - 1 - length, group);
    }
  }
}
