package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The families of a query log. The same log gives the same families in any order. Equal keys join
 * first, then equal words in another order or by another name, then pinyin, then slips; nothing joins
 * twice. Time grows with the number of distinct queries times their length, but for one sort; all
 * pairs are never compared. Immutable; safe from any thread.
 */
public final class QueryFamilies {
  private final List<QueryFamily> families;
  private final Map<String, QueryFamily> byQuery;
  private final QueryNormalizer normalizer;

  private QueryFamilies(
      List<QueryFamily> families, Map<String, QueryFamily> byQuery, QueryNormalizer normalizer) {
    this.families = families;
    this.byQuery = byQuery;
    this.normalizer = normalizer;
  }

  /** All families, most used first; of equals by name. */
  public List<QueryFamily> all() {
    return families;
  }

  /** The family of a query of the log, or of any spelling of it that differs in signs or width. */
  public Optional<QueryFamily> of(String query) {
    return Optional.ofNullable(byQuery.get(id(query)));
  }

  private String id(String query) {
    String key = normalizer.key(query);
    return key.isEmpty() ? "\n" + query.strip() : key;
  }

  static QueryFamilies build(
      Collection<QueryCount> log,
      Map<String, QueryForm> forms,
      QueryNormalizer normalizer,
      QueryTyper typer,
      QueryVocabulary vocabulary,
      PinyinWords pinyin) {
    List<SpellingGroup> groups = SpellingGroup.of(log, forms);
    if (groups.size() > TypoKeys.capacity()) {
      throw new IllegalArgumentException("queries: at most " + TypoKeys.capacity()
          + " distinct ones are allowed, got " + groups.size());
    }
    var joins = new FamilyJoins(groups, typer, vocabulary, pinyin);
    Kinship kinship = joins.join();
    var byRoot = new LinkedHashMap<Integer, List<Integer>>();
    for (int i = 0; i < groups.size(); i++) {
      byRoot.computeIfAbsent(kinship.root(i), r -> new ArrayList<>()).add(i);
    }
    var families = new ArrayList<QueryFamily>();
    var byQuery = HashMap.<String, QueryFamily>newHashMap(groups.size());
    byRoot.forEach((root, members) -> {
      QueryFamily family =
          family(groups.get(root), groups.get(root).form().root(), members, groups, kinship);
      families.add(family);
      members.forEach(m -> byQuery.put(groups.get(m).id(), family));
    });
    families.sort(
        Comparator.comparingLong(QueryFamily::count).reversed().thenComparing(QueryFamily::name));
    return new QueryFamilies(List.copyOf(families), byQuery, normalizer);
  }

  private static QueryFamily family(
      SpellingGroup root,
      String word,
      List<Integer> members,
      List<SpellingGroup> groups,
      Kinship kinship) {
    var rows = new ArrayList<QueryFamily.Member>();
    for (int member : members) {
      SpellingGroup group = groups.get(member);
      List<JoinReason> path = kinship.path(member);
      for (QueryCount spelling : group.spellings()) {
        var joins = new ArrayList<JoinReason>();
        group.difference(spelling.query()).ifPresent(joins::add);
        joins.addAll(path);
        rows.add(new QueryFamily.Member(spelling.query(), spelling.count(), joins));
      }
    }
    String name = root.name();
    rows.sort(Comparator.comparing((QueryFamily.Member m) -> !m.query().equals(name))
        .thenComparing(Comparator.comparingLong(QueryFamily.Member::count).reversed())
        .thenComparing(QueryFamily.Member::query));
    return new QueryFamily(
        name, word, rows.stream().mapToLong(QueryFamily.Member::count).sum(), rows);
  }
}
