package io.tidewatch.benchmarks;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long one Lucene index takes to answer. Cold means that the store has just been opened and
 * keeps nothing of any day; the files are in the memory of the operating system, as they were just
 * written. Warm means that other questions have been asked before, but never this one.
 */
final class TrendLatency {
  private static final int COLD = 5;
  private static final int AS_OF = 40;
  private static final int NOW = 20;
  private static final int SEARCHES = 200;
  private static final int MONTH = 28;

  private final Path folder;
  private final Supplier<Catalogue> catalogue;
  private final TrendQuestions questions;
  private final Map<String, Latencies> figures = new LinkedHashMap<>();
  private final List<Object> sameSize = new ArrayList<>();

  /**
   * What came of it.
   *
   * @param sameSize answers that depend on the days asked about only
   */
  record Asked(Map<String, Latencies> figures, List<Object> sameSize) {}

  TrendLatency(Path folder, Supplier<Catalogue> catalogue, TrendQuestions questions) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.questions = questions;
  }

  Asked ask() {
    for (KeyKind kind : List.of(KeyKind.BRAND, KeyKind.TERM)) {
      for (int i = 0; i < COLD; i++) {
        try (var store = open()) {
          rising(store, named(kind, "cold"), questions.rising(kind, i));
        }
      }
    }
    try (var store = open()) {
      for (KeyKind kind : List.of(KeyKind.BRAND, KeyKind.TERM)) {
        store.rising(questions.rising(kind, 0));
        for (int hour = 1; hour <= AS_OF; hour++) {
          rising(store, named(kind, "warm, as of an hour"), questions.rising(kind, hour));
        }
        for (int i = 0; i < NOW; i++) {
          of(named(kind, "warm, now")).time(() -> store.rising(questions.risingNow(kind)));
        }
      }
      series(store, "series by day, 28 days, ", MONTH, true);
      series(store, "series by day, a year, ", TrendCorpus.DAYS, false);
      search(store, "search, 28 days, page of 20", MONTH);
      search(store, "search, all days, page of 20", null);
    }
    return new Asked(figures, sameSize);
  }

  private static String named(KeyKind kind, String how) {
    return "rising " + kind.name().toLowerCase(Locale.ROOT) + ", " + how;
  }

  private void rising(LuceneDocumentStore store, String name, RisingQuery query) {
    sameSize.add(of(name).time(() -> store.rising(query)));
  }

  private void series(LuceneDocumentStore store, String name, int days, boolean same) {
    for (String brand : questions.brands()) {
      SeriesQuery query = questions.series(brand, days);
      var first = of(name + "cold").time(() -> store.series(query));
      var again = of(name + "warm").time(() -> store.series(questions.series(brand, days - 1)));
      if (!first.subList(1, first.size()).equals(again)) {
        throw new IllegalStateException("series of " + brand + ": a later start changes it");
      }
      if (same) {
        sameSize.add(first);
      }
    }
  }

  private void search(LuceneDocumentStore store, String name, @Nullable Integer days) {
    questions.searches(SEARCHES / 4, days, 1).forEach(store::search);
    for (SearchQuery query : questions.searches(SEARCHES, days, 2)) {
      var page = of(name).time(() -> store.search(query));
      if (days != null) {
        sameSize.add(page.documents());
      }
    }
  }

  private Latencies of(String name) {
    return figures.computeIfAbsent(name, n -> new Latencies());
  }

  private LuceneDocumentStore open() {
    return new LuceneDocumentStore(folder, catalogue);
  }
}
