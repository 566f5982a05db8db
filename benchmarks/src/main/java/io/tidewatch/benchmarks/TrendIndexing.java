package io.tidewatch.benchmarks;

import io.tidewatch.benchmarks.Stopwatch.Took;
import io.tidewatch.model.document.DocumentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Fills stores with posts, batch by batch, durably. */
final class TrendIndexing {
  static final int BATCH = 1000;

  /** Commits are what makes posts durable; the largest file chunk of a bulk load. */
  static final int COMMIT_EVERY = 50;

  private final TrendCorpus corpus;
  private final Stopwatch stopwatch = new Stopwatch();

  TrendIndexing(TrendCorpus corpus) {
    this.corpus = corpus;
  }

  /** Writes posts [from, to); making them is part of the time. */
  Took fill(DocumentStore store, long from, long to) {
    return stopwatch.time(() -> {
      long started = System.nanoTime();
      int batches = 0;
      for (long at = from; at < to; at += BATCH) {
        store.accept(corpus.posts(at, Math.min(to, at + BATCH)));
        if (++batches % COMMIT_EVERY == 0) {
          store.commit();
        }
        if (batches % 500 == 0) {
          System.out.printf(
              "  %,d posts, %,.0f a second%n",
              at + BATCH - from, (at + BATCH - from) * 1e9 / (System.nanoTime() - started));
        }
      }
      store.commit();
      return to - from;
    });
  }

  /** UTF-8 bytes of a post's text, the mean of every thousandth of [from, to). */
  double textBytes(long from, long to) {
    long bytes = 0;
    long posts = 0;
    for (long number = from; number < to; number += 1000) {
      bytes += corpus.textBytes(number);
      posts++;
    }
    return (double) bytes / posts;
  }

  /** Bytes of the files in a folder. */
  static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
