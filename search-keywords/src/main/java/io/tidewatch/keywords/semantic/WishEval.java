package io.tidewatch.keywords.semantic;

import io.tidewatch.model.behavior.KeywordText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures how well wishes find the keywords that people mean, beside plain baselines and with each
 * kind of evidence left out. What was chosen by hand was chosen on the half {@code dev}; {@code
 * test} is the other half, by a hash of the wish.
 */
public final class WishEval {
  private static final int TOP = 10;
  /** What BGE's authors put before a short question that looks for long passages. */
  private static final String INSTRUCTION = "为这个句子生成表示以用于检索相关文章:";

  private final SemanticKeywords keywords;

  public WishEval(SemanticKeywords keywords) {
    this.keywords = keywords;
  }

  /** A wish and the keywords that would do. */
  public record Case(String wish, List<String> keywords) {
    public Case {
      keywords = List.copyOf(keywords);
    }
  }

  /**
   * One figure.
   *
   * @param data {@code dev} or {@code test}
   * @param value a share, 0 to 1, but for weights and counts
   * @param n wishes behind it
   */
  public record Row(String task, String data, String system, String metric, double value, long n) {}

  /** A wish whose ten best hold none of what was meant. */
  public record Lost(String data, String wish, List<String> meant, List<String> found) {
    public Lost {
      meant = List.copyOf(meant);
      found = List.copyOf(found);
    }
  }

  /** {@code lost} are those of the whole method. */
  public record Report(List<Row> rows, List<Lost> lost) {
    public Report {
      rows = List.copyOf(rows);
      lost = List.copyOf(lost);
    }
  }

  /**
   * Evaluates over the behaviour that is stored. Keywords that nobody searched in the window cannot
   * be found and are left out of what is meant; a wish without any is left out and counted.
   *
   * @throws IllegalStateException when the model is missing, or the store holds no behaviour
   */
  public Report evaluate(List<Case> cases) {
    keywords.refresh(Integer.MAX_VALUE);
    Snapshot snapshot = keywords.snapshot();
    Vocabulary vocabulary = snapshot.vocabulary();
    var rows = new ArrayList<Row>();
    var lost = new ArrayList<Lost>();
    var judged = new ArrayList<Judged>();
    for (Case one : cases) {
      Set<String> meant = one.keywords().stream()
          .map(KeywordText::normalise)
          .filter(vocabulary.searchers()::containsKey)
          .collect(Collectors.toSet());
      if (!meant.isEmpty()) {
        judged.add(judge(KeywordText.normalise(one.wish()), meant, snapshot));
      }
    }
    rows.add(
        new Row("wishes", "all", "wishes", "left out", cases.size() - judged.size(), cases.size()));
    weights(snapshot.mix(), rows);
    for (String half : List.of("dev", "test")) {
      List<Judged> part =
          judged.stream().filter(j -> half(j.wish()).equals(half)).toList();
      if (!part.isEmpty()) {
        part.getFirst().ranked().keySet().forEach(system -> figures(half, system, part, rows));
        part.stream()
            .filter(j -> j.recall("tidewatch") == 0)
            .map(j ->
                new Lost(half, j.wish(), j.meant().stream().sorted().toList(), j.top("tidewatch")))
            .forEach(lost::add);
      }
    }
    return new Report(rows, lost);
  }

  private static void weights(Mix mix, List<Row> rows) {
    rows.add(new Row("wishes", "all", "tidewatch", "weight of meaning", mix.meaning(), 0));
    rows.add(new Row("wishes", "all", "tidewatch", "weight of text", mix.text(), 0));
    rows.add(new Row("wishes", "all", "tidewatch", "weight of clicks", mix.clicks(), 0));
    rows.add(new Row("wishes", "all", "tidewatch", "weights were fitted", mix.fitted() ? 1 : 0, 0));
  }

  private static String half(String wish) {
    return (wish.hashCode() * 0x9E3779B9) >>> 31 == 0 ? "dev" : "test";
  }

  private static void figures(String data, String system, List<Judged> part, List<Row> rows) {
    int n = part.size();
    rows.add(new Row("wishes", data, system, "recall@10", mean(part, j -> j.recall(system)), n));
    rows.add(new Row("wishes", data, system, "MRR", mean(part, j -> j.reciprocal(system)), n));
    rows.add(
        new Row("wishes", data, system, "category@10", mean(part, j -> j.sameCategory(system)), n));
  }

  private static double mean(List<Judged> part, Function<Judged, Double> figure) {
    return part.stream().mapToDouble(figure::apply).average().orElse(0);
  }

  private Judged judge(String wish, Set<String> meant, Snapshot snapshot) {
    Vocabulary vocabulary = snapshot.vocabulary();
    List<String> all = List.copyOf(vocabulary.searchers().keySet());
    var pairs = new WishBaselines(all, 2);
    var reader = keywords.reader(vocabulary);
    var nearest = keywords.nearest(wish);
    var ranked = new LinkedHashMap<String, List<String>>();
    ranked.put("BM25 of character pairs", order(pairs.bm25(wish)));
    ranked.put("BM25 of characters", order(new WishBaselines(all, 1).bm25(wish)));
    ranked.put("longest common piece", order(pairs.longestPiece(wish)));
    List<Evidence> blind = reader.read(wish, WishReader.Nearest.NONE).candidates();
    List<Evidence> seeing = reader.read(wish, nearest).candidates();
    Mix mix = snapshot.mix();
    ranked.put("text and clicks, no vectors", order(blind, Mix.BLIND));
    ranked.put("meaning", order(seeing, new Mix(1, 0, 0, false)));
    ranked.put(
        "meaning, with BGE's instruction",
        order(
            reader.read(wish, keywords.nearest(INSTRUCTION + wish)).candidates(),
            new Mix(1, 0, 0, false)));
    ranked.put("meaning and text, no clicks", order(seeing, new Mix(.95, .05, 0, false)));
    ranked.put("meaning and clicks, no text", order(seeing, new Mix(.9, 0, .1, false)));
    ranked.put("half meaning, half clicks", order(seeing, new Mix(.5, 0, .5, false)));
    ranked.put("default weights", order(seeing, Mix.DEFAULT));
    ranked.put("tidewatch", order(seeing, mix));
    return new Judged(wish, meant, ranked, vocabulary);
  }

  private static List<String> order(List<Evidence> candidates, Mix mix) {
    var scores = new HashMap<String, Double>();
    candidates.forEach(e -> scores.put(e.keyword(), mix.score(e)));
    return order(scores);
  }

  private static List<String> order(Map<String, Double> scores) {
    return scores.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** One wish with what each system found. */
  private record Judged(
      String wish, Set<String> meant, Map<String, List<String>> ranked, Vocabulary vocabulary) {

    List<String> top(String system) {
      return ranked.getOrDefault(system, List.of()).stream().limit(TOP).toList();
    }

    double recall(String system) {
      long found = top(system).stream().filter(meant::contains).count();
      return (double) found / Math.min(TOP, meant.size());
    }

    double reciprocal(String system) {
      List<String> all = ranked.getOrDefault(system, List.of());
      for (int i = 0; i < all.size(); i++) {
        if (meant.contains(all.get(i))) {
          return 1.0 / (i + 1);
        }
      }
      return 0;
    }

    /** Share of the ten best that lead to a category that what is meant leads to. */
    double sameCategory(String system) {
      var categories = new HashSet<String>();
      for (String keyword : meant) {
        String category = vocabulary.profile(keyword).category();
        if (category != null) {
          categories.add(category);
        }
      }
      long same = top(system).stream()
          .map(keyword -> vocabulary.profile(keyword).category())
          .filter(category -> category != null && categories.contains(category))
          .count();
      return (double) same / TOP;
    }
  }
}
