package io.tidewatch.benchmarks;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions of the trend benchmark, each asked of every store in the same order. */
final class TrendQuestions {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Duration WINDOW = Duration.ofHours(24);

  private static final int TOP = 20;
  private static final int NAMES = 40;
  private static final int PHRASE = 4;

  private final TrendTexts texts;
  private final int pastDays;
  private final List<String> brands;
  private final List<String> words;

  TrendQuestions(TrendTexts texts, int pastDays) {
    this.texts = texts;
    this.pastDays = pastDays;
    this.brands = frequent(
        a -> a.mentions().stream().map(Mention::brandId).filter(b -> b != null).distinct());
    this.words = frequent(a -> a.terms().stream());
  }

  private List<String> frequent(Function<Annotation, Stream<@Nullable String>> keys) {
    Map<String, Integer> counts = new HashMap<>();
    texts
        .annotations()
        .forEach(a -> keys.apply(a).forEach(key -> {
          if (key != null) {
            counts.merge(key, 1, Integer::sum);
          }
        }));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(NAMES)
        .map(Map.Entry::getKey)
        .toList();
  }

  int pastDays() {
    return pastDays;
  }

  /** Brands, the most frequent first. */
  List<String> brands() {
    return brands;
  }

  /** {@code hoursBefore} the end of the year. */
  RisingQuery rising(KeyKind kind, int hoursBefore) {
    return rising(kind, TrendCorpus.END.minus(Duration.ofHours(hoursBefore)));
  }

  /** Just after the newest document. */
  RisingQuery risingNow(KeyKind kind) {
    return rising(kind, null);
  }

  private RisingQuery rising(KeyKind kind, @Nullable Instant asOf) {
    return new RisingQuery(kind, WINDOW, asOf, TOP, ZONE, Counting.USUAL, pastDays);
  }

  /** One brand by day, over the whole year or its last days. */
  SeriesQuery series(String brand, int days) {
    return new SeriesQuery(
        "brand:" + brand,
        Duration.ofDays(1),
        TrendCorpus.END.minus(Duration.ofDays(days)),
        TrendCorpus.END,
        ZONE);
  }

  /**
   * {@code count} Boolean queries of five kinds: two words; two words and not a third; one of two
   * words with a third; a phrase of four characters of a text; a brand and a polarity.
   *
   * @param days before the end of the year; null for all documents
   */
  List<SearchQuery> searches(int count, @Nullable Integer days, long seed) {
    var random = new SplittableRandom(seed);
    Instant from = days == null ? null : TrendCorpus.END.minus(Duration.ofDays(days));
    Instant to = days == null ? null : TrendCorpus.END;
    var queries = new ArrayList<SearchQuery>(count);
    for (int i = 0; i < count; i++) {
      String a = quoted(words.get(random.nextInt(words.size())));
      String b = quoted(words.get(random.nextInt(words.size())));
      String c = quoted(words.get(random.nextInt(words.size())));
      String query = switch (i % 5) {
        case 0 -> a + " AND " + b;
        case 1 -> a + " AND " + b + " NOT " + c;
        case 2 -> "(" + a + " OR " + b + ") AND " + c;
        case 3 -> quoted(phrase(random));
        default ->
          brands.isEmpty()
              ? a
              : "brand:" + brands.get(random.nextInt(brands.size())) + " sentiment:negative";
      };
      queries.add(new SearchQuery(query, from, to, TOP, null));
    }
    return queries;
  }

  private String phrase(SplittableRandom random) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      String text = texts.texts().get(random.nextInt(texts.size()));
      int from = random.nextInt(Math.max(1, text.length() - PHRASE));
      String piece = text.substring(from, Math.min(text.length(), from + PHRASE));
      if (piece.codePoints().allMatch(Character::isIdeographic)) {
        return piece;
      }
    }
    return words.getFirst();
  }

  private static String quoted(String word) {
    return '"' + word.replace("\"", "") + '"';
  }
}
