package io.tidewatch.trend.lucene;

import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.trend.Candidate;
import io.tidewatch.trend.DocumentKeys;
import io.tidewatch.trend.DocumentState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
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

  List<Candidate> answer(IndexSearcher searcher) throws IOException {
    if (from >= to) {
      return List.of();
    }
    List<Tally> best = count(searcher).values().stream()
        .sorted(Comparator.comparingInt(Tally::authors)
            .thenComparingLong(Tally::documents)
            .reversed()
            .thenComparing(t -> t.key.substring(1))
            .thenComparing(t -> t.key))
        .limit(top)
        .toList();
    var rows = new ArrayList<Candidate>();
    StateReader reader = new StateReader(searcher);
    for (Tally tally : best) {
      rows.add(row(
          tally,
          reader.newest(QueryTranslator.carrying(Names.UNLINKED, tally.key, from, to), READ)));
    }
    return rows;
  }

  private Map<String, Tally> count(IndexSearcher searcher) throws IOException {
    var carrying = new BooleanQuery.Builder()
        .add(QueryTranslator.documents(from, to), Occur.FILTER)
        .add(new FieldExistsQuery(Names.UNLINKED), Occur.FILTER)
        .build();
    Map<String, Tally> tallies = new HashMap<>();
    for (LeafDocuments leaf : LeafDocuments.of(searcher, carrying)) {
      SortedSetDocValues names = leaf.keys(Names.UNLINKED);
      NumericDocValues unit = leaf.numbers(Names.UNIT);
      NumericDocValues kind = leaf.numbers(Names.UNIT_KIND);
      Map<Long, Tally> byOrdinal = new HashMap<>();
      while (leaf.next()) {
        if (!names.advanceExact(leaf.doc())) {
          continue;
        }
        boolean authored = leaf.value(kind) == Codes.AUTHORS;
        long author = leaf.value(unit);
        for (int i = names.docValueCount(); i > 0; i--) {
          long ordinal = names.nextOrd();
          Tally tally = byOrdinal.get(ordinal);
          if (tally == null) {
            tally = tallies.computeIfAbsent(names.lookupOrd(ordinal).utf8ToString(), Tally::new);
            byOrdinal.put(ordinal, tally);
          }
          tally.documents++;
          tally.first = Math.min(tally.first, leaf.time());
          if (authored) {
            tally.authors.add(author);
          }
        }
      }
    }
    return tallies;
  }

  private static Candidate row(Tally tally, List<DocumentState.Live> newest) {
    Map<String, Integer> surfaces = new HashMap<>();
    Map<String, Integer> brands = new HashMap<>();
    var examples = new ArrayList<Candidate.Example>();
    for (DocumentState.Live live : newest) {
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
        Names.instant(tally.first),
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
