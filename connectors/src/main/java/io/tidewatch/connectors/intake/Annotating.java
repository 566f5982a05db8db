package io.tidewatch.connectors.intake;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DocumentAnnotator;
import io.tidewatch.model.record.DocumentRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Annotates documents on a pool of its own, a few at a time. Safe from any thread. */
final class Annotating implements AutoCloseable {
  private static final int SLICE = 64;

  private final ExecutorService pool;
  private final DocumentHints hints = new DocumentHints();

  Annotating(int threads) {
    this.pool = Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().name("annotate-", 0).daemon(true).factory());
  }

  /** An annotation, or what the annotator threw instead. */
  record Result(@Nullable Annotation annotation, @Nullable RuntimeException failure) {}

  /** Starts at once; the results come in the order of the documents. */
  Started start(DocumentAnnotator annotator, List<DocumentRecord> documents) {
    var slices = new ArrayList<Future<List<Result>>>();
    for (int from = 0; from < documents.size(); from += SLICE) {
      var slice = documents.subList(from, Math.min(documents.size(), from + SLICE));
      slices.add(pool.submit(() -> annotate(annotator, slice)));
    }
    return new Started(slices);
  }

  private List<Result> annotate(DocumentAnnotator annotator, List<DocumentRecord> documents) {
    var results = new ArrayList<Result>(documents.size());
    for (DocumentRecord document : documents) {
      try {
        results.add(new Result(
            annotator.annotate(document.text(), hints.of(document, annotator.catalogue())), null));
      } catch (RuntimeException e) {
        results.add(new Result(null, e));
      }
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  /** Annotations on their way. */
  record Started(List<Future<List<Result>>> slices) {

    List<Result> await() {
      var results = new ArrayList<Result>();
      try {
        for (Future<List<Result>> slice : slices) {
          results.addAll(slice.get());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while texts were annotated", e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("annotating stopped", e.getCause());
      }
      return results;
    }
  }
}
