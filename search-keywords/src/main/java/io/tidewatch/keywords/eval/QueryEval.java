package io.tidewatch.keywords.eval;

import io.tidewatch.keywords.query.QueryCount;
import io.tidewatch.keywords.query.QueryFamilies;
import io.tidewatch.keywords.query.QueryReader;
import io.tidewatch.keywords.query.TypedQuery;
import io.tidewatch.model.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Types and families of queries against labels, for all of them and by half: the even half, by the
 * CRC-32 of the text, may be read while rules are made, the odd half is only counted. Losing cases are
 * those of the even half.
 */
public final class QueryEval {
  private static final String TASK = "keywords";
  private static final List<String> PARTS = List.of("", ", even half", ", odd half");

  private final QueryReader reader;
  private final QueryBaselines baselines;

  /** Judges {@code reader}, which reads with {@code catalogue}. */
  public QueryEval(QueryReader reader, Catalogue catalogue) {
    this.reader = reader;
    baselines = new QueryBaselines(catalogue);
  }

  /** Figures in a fixed order, and lost cases. */
  public record Report(List<QueryEvalRow> rows, List<LostQuery> losing) {
    public Report {
      rows = List.copyOf(rows);
      losing = List.copyOf(losing);
    }
  }

  /**
   * Judges labelled queries and pairs. All queries of the pairs are one log.
   *
   * @param data name of the data in rows
   * @param losing how many lost cases to list of queries and of pairs
   */
  public Report evaluate(
      String data, List<LabelledQuery> queries, List<LabelledPair> pairs, int losing) {
    var rows = new ArrayList<QueryEvalRow>();
    var lost = new ArrayList<LostQuery>();
    if (!queries.isEmpty()) {
      types(data, queries, losing, rows, lost);
    }
    if (!pairs.isEmpty()) {
      families(data, pairs, losing, rows, lost);
    }
    return new Report(rows, lost);
  }

  private void types(
      String data,
      List<LabelledQuery> queries,
      int losing,
      List<QueryEvalRow> rows,
      List<LostQuery> lost) {
    var scores = new HashMap<String, SpanScore>();
    var kinds = new HashMap<String, Integer>();
    for (LabelledQuery gold : queries) {
      kinds.merge(gold.type(), 1, Integer::sum);
      TypedQuery typed = reader.typer().type(gold.query());
      var spans = new HashSet<LabelledQuery.Part>();
      typed.spans().forEach(s -> spans.add(new LabelledQuery.Part(s.start(), s.end(), s.part())));
      var aliases = baselines.aliases(gold.query());
      var last = QueryBaselines.lastWord(gold.query());
      for (String part : List.of("", half(gold.query()))) {
        score(scores, "tidewatch" + part).add(gold, typed.type(), spans);
        score(scores, "alias match" + part).add(gold, QueryBaselines.type(aliases), aliases);
        score(scores, "last word" + part).add(gold, QueryBaselines.type(last), last);
      }
      if (!typed.type().equals(gold.type()) && shown(gold.query(), lost, losing)) {
        lost.add(new LostQuery(data, gold.query(), gold.type(), explained(typed)));
      }
    }
    for (String system : List.of("tidewatch", "alias match", "last word")) {
      for (String part : PARTS) {
        SpanScore score = score(scores, system + part);
        if (score.queries() > 0) {
          rows.add(row(data, system, "type accuracy" + part, score.accuracy(), score.queries()));
        }
        if (score.labelled() > 0) {
          rows.add(row(data, system, "span precision" + part, score.precision(), score.labelled()));
          rows.add(row(data, system, "span recall" + part, score.recall(), score.labelled()));
          rows.add(row(data, system, "span F1" + part, score.f1(), score.labelled()));
        }
      }
    }
    int most = kinds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    rows.add(
        row(data, "majority", "type accuracy", most / (double) queries.size(), queries.size()));
  }

  private void families(
      String data,
      List<LabelledPair> pairs,
      int losing,
      List<QueryEvalRow> rows,
      List<LostQuery> lost) {
    Map<String, Long> counts = new HashMap<>();
    for (LabelledPair pair : pairs) {
      counts.merge(pair.a(), pair.countA(), Math::max);
      counts.merge(pair.b(), pair.countB(), Math::max);
    }
    QueryFamilies families = reader.families(counts.entrySet().stream()
        .map(e -> new QueryCount(e.getKey(), e.getValue()))
        .toList());
    var normalizer = reader.normalizer();
    var scores = new HashMap<String, PairScore>();
    var already = lost.size();
    for (LabelledPair pair : pairs) {
      boolean joined = families.of(pair.a()).equals(families.of(pair.b()));
      boolean key = normalizer.key(pair.a()).equals(normalizer.key(pair.b()));
      boolean edit = QueryBaselines.oneEdit(pair.a(), pair.b(), normalizer);
      String text = pair.a() + "|" + pair.b();
      for (String part : List.of("", half(text))) {
        pairs(scores, "tidewatch" + part).add(pair.same(), joined);
        pairs(scores, "equal key" + part).add(pair.same(), key);
        pairs(scores, "edit distance 1" + part).add(pair.same(), edit);
      }
      if (joined != pair.same() && isEven(text) && lost.size() - already < losing) {
        lost.add(
            new LostQuery(data, text, pair.same() ? "same" : "apart", joined ? "same" : "apart"));
      }
    }
    for (String system : List.of("tidewatch", "equal key", "edit distance 1")) {
      for (String part : PARTS) {
        PairScore score = pairs(scores, system + part);
        if (score.pairs() > 0) {
          rows.add(row(data, system, "family precision" + part, score.precision(), score.joined()));
          rows.add(row(data, system, "family recall" + part, score.recall(), score.same()));
        }
      }
    }
  }

  private static SpanScore score(Map<String, SpanScore> scores, String name) {
    return scores.computeIfAbsent(name, n -> new SpanScore());
  }

  private static PairScore pairs(Map<String, PairScore> scores, String name) {
    return scores.computeIfAbsent(name, n -> new PairScore());
  }

  private static QueryEvalRow row(String data, String system, String metric, double value, long n) {
    return new QueryEvalRow(TASK, data, system, metric, value, n);
  }

  private static boolean shown(String text, List<LostQuery> lost, int losing) {
    return isEven(text) && lost.size() < losing;
  }

  private static String half(String text) {
    return isEven(text) ? ", even half" : ", odd half";
  }

  private static boolean isEven(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % 2 == 0;
  }

  private static String explained(TypedQuery typed) {
    var text = new StringBuilder(typed.type());
    typed
        .spans()
        .forEach(s -> text.append(" [")
            .append(s.word())
            .append(' ')
            .append(s.part().label())
            .append(' ')
            .append(s.reason().code().label())
            .append(' ')
            .append(s.reason().detail())
            .append(']'));
    return text.toString();
  }
}
