package io.tidewatch.benchmarks;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingRow;
import io.tidewatch.model.trend.SeriesPoint;
import io.tidewatch.trend.elastic.ElasticDocumentStore;
import io.tidewatch.trend.elastic.ElasticSettings;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import io.tidewatch.trend.question.IndexedDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The same posts and questions in Lucene, in our Elasticsearch engine and in an Elasticsearch index
 * with queries written by hand. No question is asked twice of the same store, and Elasticsearch's
 * cache of whole answers is off; warm stores of ours know the days from other questions.
 */
final class TrendPeer {
  private static final int WARM = 40;
  private static final int COLD = 5;
  private static final int EXACT = 3;
  private static final List<KeyKind> KINDS = List.of(KeyKind.BRAND, KeyKind.TERM);

  private final TrendCorpus corpus;
  private final TrendQuestions questions;
  private final Catalogue catalogue;
  private final Path work;
  private final Path distribution;
  private final TrendIndexing indexing;
  private final Map<String, Latencies> figures = new LinkedHashMap<>();

  TrendPeer(
      TrendCorpus corpus,
      TrendQuestions questions,
      Catalogue catalogue,
      Path work,
      Path distribution) {
    this.corpus = corpus;
    this.questions = questions;
    this.catalogue = catalogue;
    this.work = work;
    this.distribution = distribution;
    this.indexing = new TrendIndexing(corpus);
  }

  void run() throws IOException {
    long all = corpus.documents();
    double textBytes = indexing.textBytes(0, all);
    System.out.printf("%nbeside Elasticsearch, %,d posts over the year%n", all);
    Path folder = work.resolve("beside");
    try (var node = new ElasticNodeProcess(distribution)) {
      try (var lucene = lucene(folder)) {
        TrendBenchmark.report("Lucene", indexing.fill(lucene, 0, all), folder, textBytes);
      }
      try (var elastic = elastic(node)) {
        TrendBenchmark.report(
            "our Elasticsearch engine", indexing.fill(elastic, 0, all), node.data(), textBytes);
      }
      var plain = new PlainElastic(node.url(), catalogue);
      var took = new Stopwatch().time(() -> {
        for (long at = 0; at < all; at += TrendIndexing.BATCH) {
          plain.add(corpus.posts(at, Math.min(all, at + TrendIndexing.BATCH)));
        }
        plain.refresh();
        return all;
      });
      System.out.printf("written by hand: %,.0f posts a second%n", took.perSecond());
      KINDS.forEach(kind -> rising(plain, kind));
      series(plain);
      ours("Lucene", () -> lucene(folder));
      ours("our Elasticsearch engine", () -> elastic(node));
      check(folder, node, plain);
    }
    TrendBenchmark.print(figures);
    ratios();
  }

  private void rising(PlainElastic plain, KeyKind kind) {
    String field = kind.name().toLowerCase(Locale.ROOT);
    for (int hour = 0; hour < WARM; hour++) {
      Instant to = TrendCorpus.END.minus(Duration.ofHours(hour));
      Instant split = to.minus(TrendQuestions.WINDOW);
      Instant from = split.minus(Duration.ofDays(questions.pastDays()));
      of("significant_terms", kind).time(() -> plain.significant(field, from, split, to));
      of("terms by hour", kind).time(() -> plain.histogram(field, from, to));
      if (hour < EXACT) {
        of("composite, the same counts", kind)
            .time(() -> plain.firstSightings(field, from, to)
                + (kind == KeyKind.BRAND ? plain.firstSightings("direct", from, to) : 0));
      }
    }
  }

  private void series(PlainElastic plain) {
    for (String brand : questions.brands()) {
      of("series, date_histogram")
          .time(() -> plain.series(brand, TrendCorpus.START, TrendCorpus.END));
      of("series, composite, the same counts")
          .time(() -> plain.exactSeries(brand, TrendCorpus.START, TrendCorpus.END));
    }
  }

  private void ours(String name, Supplier<? extends IndexedDocuments> open) {
    for (KeyKind kind : KINDS) {
      for (int i = 0; i < COLD; i++) {
        int hour = i;
        try (var store = open.get()) {
          of(name + ", cold", kind).time(() -> store.rising(questions.rising(kind, hour)));
        }
      }
    }
    try (var store = open.get()) {
      for (KeyKind kind : KINDS) {
        store.rising(questions.rising(kind, 0));
        for (int i = 1; i <= WARM; i++) {
          int hour = i;
          of(name + ", warm", kind).time(() -> store.rising(questions.rising(kind, hour)));
        }
      }
      for (String brand : questions.brands()) {
        int days = TrendCorpus.DAYS;
        of("series, " + name + ", cold").time(() -> store.series(questions.series(brand, days)));
        of("series, " + name + ", warm")
            .time(() -> store.series(questions.series(brand, days - 1)));
      }
    }
  }

  /** The engines give the same rows, and the composite query the same authors a day. */
  private void check(Path folder, ElasticNodeProcess node, PlainElastic plain) {
    try (var lucene = lucene(folder);
        var elastic = elastic(node)) {
      for (KeyKind kind : KINDS) {
        List<RisingRow> rows = lucene.rising(questions.rising(kind, 0));
        same("rising", rows, elastic.rising(questions.rising(kind, 0)));
      }
      for (String brand : questions.brands()) {
        var query = questions.series(brand, TrendCorpus.DAYS);
        List<SeriesPoint> points = lucene.series(query);
        same("series", points, elastic.series(query));
        var authors = plain.exactSeries(brand, TrendCorpus.START, TrendCorpus.END);
        for (SeriesPoint point : points) {
          long known = Objects.requireNonNullElse(point.authors(), 0L);
          same(
              "authors of " + brand + " on " + point.start(),
              known,
              authors.getOrDefault(point.start().toEpochMilli(), 0L));
        }
      }
    }
  }

  private static void same(String what, Object ours, Object theirs) {
    if (!ours.equals(theirs)) {
      throw new IllegalStateException(what + ": " + ours + " and " + theirs + " differ");
    }
  }

  private void ratios() {
    System.out.println("\nmedian of the first over median of the second");
    for (KeyKind kind : KINDS) {
      for (String how : List.of(", cold", ", warm")) {
        for (String query :
            List.of("significant_terms", "terms by hour", "composite, the same counts")) {
          ratio(named(query, kind), named("Lucene" + how, kind));
        }
        ratio(
            named("our Elasticsearch engine" + how, kind),
            named("composite, the same counts", kind));
      }
    }
    for (String how : List.of(", cold", ", warm")) {
      ratio("series, date_histogram", "series, Lucene" + how);
      ratio("series, composite, the same counts", "series, Lucene" + how);
      ratio("series, our Elasticsearch engine" + how, "series, composite, the same counts");
    }
  }

  private void ratio(String first, String second) {
    System.out.printf("%8.2f  %s / %s%n", of(first).median() / of(second).median(), first, second);
  }

  private Latencies of(String name, KeyKind kind) {
    return of(named(name, kind));
  }

  private static String named(String name, KeyKind kind) {
    return "rising " + kind.name().toLowerCase(Locale.ROOT) + ", " + name;
  }

  private Latencies of(String name) {
    return figures.computeIfAbsent(name, n -> new Latencies());
  }

  private LuceneDocumentStore lucene(Path folder) {
    return new LuceneDocumentStore(folder, () -> catalogue);
  }

  private ElasticDocumentStore elastic(ElasticNodeProcess node) {
    var settings = new ElasticSettings(
        List.of(node.url()), "ours", null, Duration.ofMinutes(2), 5, Duration.ofMillis(200));
    return new ElasticDocumentStore(settings, () -> catalogue);
  }
}
