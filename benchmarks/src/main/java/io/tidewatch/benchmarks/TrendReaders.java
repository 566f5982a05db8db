package io.tidewatch.benchmarks;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Eight readers that search without a pause while a writer adds posts and commits. */
final class TrendReaders {
  private static final int READERS = 8;
  private static final int SEARCHES = 400;
  private static final int BATCH = 500;

  private final Path folder;
  private final Supplier<Catalogue> catalogue;
  private final TrendQuestions questions;
  private final TrendCorpus corpus;

  TrendReaders(
      Path folder, Supplier<Catalogue> catalogue, TrendQuestions questions, TrendCorpus corpus) {
    this.folder = folder;
    this.catalogue = catalogue;
    this.questions = questions;
    this.corpus = corpus;
  }

  void run() {
    var latencies = new Latencies();
    var reading = new AtomicBoolean(true);
    try (var store = new LuceneDocumentStore(folder, catalogue);
        var threads = Executors.newFixedThreadPool(READERS + 1)) {
      long before = store.count();
      questions.searches(SEARCHES, null, 100).forEach(store::search);
      long start = System.nanoTime();
      Future<?> writer = threads.submit(() -> write(store, before, reading));
      var readers = new ArrayList<Future<?>>();
      for (int reader = 0; reader < READERS; reader++) {
        List<SearchQuery> mine = questions.searches(SEARCHES, null, reader);
        readers.add(threads.submit(() -> mine.forEach(q -> latencies.time(() -> store.search(q)))));
      }
      readers.forEach(TrendReaders::await);
      double seconds = (System.nanoTime() - start) / 1e9;
      reading.set(false);
      await(writer);
      System.out.printf(
          "%-44s %s%n  %,.0f searches and %,.0f posts a second%n",
          "search, all days, page of 20",
          latencies,
          latencies.count() / seconds,
          (store.count() - before) / seconds);
    }
  }

  private void write(LuceneDocumentStore store, long from, AtomicBoolean reading) {
    for (long at = from; reading.get(); at += BATCH) {
      store.accept(corpus.posts(at, at + BATCH));
      store.commit();
    }
  }

  private static void await(Future<?> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
