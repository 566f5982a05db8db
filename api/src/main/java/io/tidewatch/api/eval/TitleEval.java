package io.tidewatch.api.eval;

import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.KeywordSources;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.eval.QueryEvalRow;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Real sales by the words of product titles: a word that names a brand must be owned by it (E near
 * 0), a word of everybody must be open. The file goes through the door for files into a store of its
 * own; the answers are the table's.
 */
public final class TitleEval {
  /** The format that is read. */
  public static final String FORMAT = "tmall-double11-cosmetics";

  private static final String TASK = "keywords";
  private static final String CATEGORY = "beauty";
  private static final List<String> OWNED = List.of("自然堂", "雪花秀");
  private static final List<String> OPEN = List.of("补水", "精华", "防晒");
  private static final long FLOOR = 1000;
  private static final int EXTREMES = 10;
  private static final int ALL = 10_000;
  private static final String OURS = "tidewatch";
  private static final String RAW = "raw share";

  private final Consumer<String> notes;

  /** {@code notes} hears what became of the file's rows. */
  public TitleEval(Consumer<String> notes) {
    this.notes = notes;
  }

  /**
   * Judges one file.
   *
   * @throws IllegalArgumentException when it holds no sales of several days
   */
  public List<QueryEvalRow> evaluate(Path file) {
    try (var market = TemporaryService.open()) {
      market.takeIn(List.of(file), FORMAT).notes().forEach(notes);
      var service = market.service();
      Instant newest = service
          .behavior()
          .newestEventTime()
          .orElseThrow(() -> new IllegalArgumentException(
              "data: sales of at least two days are required, got none in " + file));
      Instant end = newest.plus(Duration.ofDays(1));
      String brand = brand(service.behavior(), end);
      List<KeywordRow> rows = service
          .keywords()
          .recommend(new KeywordQuery(
              brand,
              CATEGORY,
              null,
              Set.of(KeywordSources.CATEGORY),
              ALL,
              new Span(end, null),
              null,
              Locale.CHINESE))
          .stream()
          .filter(r -> r.E() != null && CATEGORY.equals(r.category()) && orders(r) >= FLOOR)
          .sorted(
              Comparator.comparing(KeywordRow::E, Comparator.nullsLast(Comparator.naturalOrder()))
                  .thenComparing(TitleEval::orders, Comparator.reverseOrder()))
          .toList();
      return figures(String.valueOf(file.getFileName()), rows);
    }
  }

  private static String brand(BehaviorStore store, Instant end) {
    KeywordConfig config = KeywordConfig.DEFAULT;
    return store.keywordTotals(Window.before(end, config.windowDays(), config.zone())).stream()
        .map(KeywordTotals::brandId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("data: sales of a brand are required, got none"));
  }

  private static List<QueryEvalRow> figures(String data, List<KeywordRow> rows) {
    var figures = new ArrayList<QueryEvalRow>();
    for (String word : OWNED) {
      word(figures, data, rows, word, "brand word ");
    }
    for (String word : OPEN) {
      word(figures, data, rows, word, "common word ");
    }
    figures.add(new QueryEvalRow(
        TASK, data, OURS, "words with at least " + FLOOR + " sales", rows.size(), rows.size()));
    rows.stream()
        .limit(EXTREMES)
        .forEach(r -> figures.add(row(data, OURS, "lowest E: " + r.keyword(), e(r), r)));
    rows.reversed().stream()
        .limit(EXTREMES)
        .forEach(r -> figures.add(row(data, OURS, "highest E: " + r.keyword(), e(r), r)));
    return figures;
  }

  private static void word(
      List<QueryEvalRow> into, String data, List<KeywordRow> rows, String word, String kind) {
    for (KeywordRow row : rows) {
      if (row.keyword().equals(word)) {
        long below = rows.stream().filter(r -> e(r) < e(row)).count();
        into.add(row(data, OURS, kind + word + ": E", e(row), row));
        into.add(row(
            data,
            OURS,
            kind + word + ": share of words with a lower E",
            (double) below / rows.size(),
            row));
        into.add(row(
            data, RAW, kind + word + ": leading share", row.owners().getFirst().share(), row));
      }
    }
  }

  private static QueryEvalRow row(
      String data, String system, String metric, double value, KeywordRow row) {
    return new QueryEvalRow(TASK, data, system, metric, value, orders(row));
  }

  private static double e(KeywordRow row) {
    return Objects.requireNonNull(row.E());
  }

  private static long orders(KeywordRow row) {
    return Objects.requireNonNullElse(row.counts().orders(), 0L);
  }
}
