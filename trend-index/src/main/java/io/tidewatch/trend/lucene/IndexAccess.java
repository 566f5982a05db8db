package io.tidewatch.trend.lucene;

import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One index directory, opened for writing and reading. Readers see either the last commit or, on
 * the write side, everything flushed since. Lucene's errors leave as {@link
 * StoreUnavailableException}.
 */
final class IndexAccess implements AutoCloseable {
  /** Threads that write beside each other. */
  static final int LANES = Math.min(4, Runtime.getRuntime().availableProcessors());

  private static final String FORMAT = "format";
  private static final double BUFFER_MEGABYTES = 128;

  /** Below this one thread flushes all. */
  private static final long LARGE_FLUSH_BYTES = 8 << 20;

  /** Smaller segments count as this large, so that those of single commits merge with each other. */
  private static final double SMALL_SEGMENT_MEGABYTES = 8;

  /** Larger segments stay as they are. */
  private static final double LARGE_SEGMENT_MEGABYTES = 300;

  private final Path path;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager committed;
  private final SearcherManager latest;

  /** A question put to a searcher. */
  @FunctionalInterface
  interface Question<T> {
    T ask(IndexSearcher searcher) throws IOException;
  }

  /** Something done to the writer. */
  @FunctionalInterface
  interface Change {
    void apply(IndexWriter writer) throws IOException;
  }

  private IndexAccess(
      Path path,
      FSDirectory directory,
      IndexWriter writer,
      SearcherManager committed,
      SearcherManager latest) {
    this.path = path;
    this.directory = directory;
    this.writer = writer;
    this.committed = committed;
    this.latest = latest;
  }

  /**
   * Opens or creates an index.
   *
   * @param order of the documents of a segment; null keeps them as they came
   * @param format of the documents; an index of another format is refused
   */
  static IndexAccess open(Path path, @Nullable Sort order, String format) {
    FSDirectory directory = null;
    IndexWriter writer = null;
    try {
      directory = FSDirectory.open(path);
      IndexWriterConfig config =
          new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false);
      if (order != null) {
        config.setIndexSort(order);
      }
      config.setMergePolicy(neighbours());
      if (DirectoryReader.indexExists(directory)
          && !format.equals(
              SegmentInfos.readLatestCommit(directory).getUserData().get(FORMAT))) {
        throw new IllegalArgumentException("it was made by another version; fill a new one");
      }
      writer = new IndexWriter(directory, config);
      writer.setLiveCommitData(Map.of(FORMAT, format).entrySet());
      writer.commit();
      SearcherFactory factory = new SearcherFactory();
      return new IndexAccess(
          path,
          directory,
          writer,
          new SearcherManager(writer, factory),
          new SearcherManager(writer, factory));
    } catch (LockObtainFailedException e) {
      closeQuietly(writer, directory, e);
      throw new StoreUnavailableException("the index " + path + " is in use by another process", e);
    } catch (IOException | IllegalArgumentException e) {
      closeQuietly(writer, directory, e);
      throw new StoreUnavailableException(
          "the index " + path + " cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Merges segments that follow each other, so that a segment holds one stretch of time. */
  private static MergePolicy neighbours() {
    var policy = new LogByteSizeMergePolicy();
    policy.setMinMergeMB(SMALL_SEGMENT_MEGABYTES);
    policy.setMaxMergeMB(LARGE_SEGMENT_MEGABYTES);
    return policy;
  }

  /** Asks the last commit. */
  <T> T committed(Question<T> question) {
    return ask(committed, question);
  }

  /** Asks everything that was refreshed. */
  <T> T latest(Question<T> question) {
    return ask(latest, question);
  }

  void change(Change change) {
    try {
      change.apply(writer);
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      throw unavailable("written", e);
    }
  }

  /** One of several parts of a piece of work. */
  @FunctionalInterface
  interface Part {
    void run(int part) throws IOException;
  }

  /** Does the parts beside each other, the calling thread included, until all are done. */
  static void beside(int parts, Part work) {
    IntStream.range(0, parts).parallel().forEach(part -> {
      try {
        work.run(part);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  /** Gives each thread's part of what is in memory to the disk; a commit or refresh ends it. */
  private void flush() {
    if (writer.ramBytesUsed() > LARGE_FLUSH_BYTES) {
      beside(LANES, lane -> writer.flushNextBuffer());
    }
  }

  /** Lets the write side see what was written; nothing becomes durable. */
  void refreshLatest() {
    try {
      flush();
      latest.maybeRefreshBlocking();
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      throw unavailable("read", e);
    }
  }

  /** Makes everything written durable and visible. Nothing may be written meanwhile. */
  void commit() {
    try {
      flush();
      writer.commit();
      latest.maybeRefreshBlocking();
      committed.maybeRefreshBlocking();
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      throw unavailable("written", e);
    }
  }

  /** Gives up what was not committed. */
  @Override
  public void close() {
    try {
      committed.close();
      latest.close();
      writer.rollback();
      directory.close();
    } catch (IOException | AlreadyClosedException e) {
      throw unavailable("closed", e);
    }
  }

  private <T> T ask(SearcherManager manager, Question<T> question) {
    try {
      IndexSearcher searcher = manager.acquire();
      try {
        return question.ask(searcher);
      } finally {
        manager.release(searcher);
      }
    } catch (IOException | UncheckedIOException | AlreadyClosedException e) {
      throw unavailable("read", e);
    }
  }

  private StoreUnavailableException unavailable(String what, Exception cause) {
    return new StoreUnavailableException(
        "the index " + path + " cannot be " + what + ": " + cause.getMessage(), cause);
  }

  private static void closeQuietly(
      @Nullable IndexWriter writer, @Nullable FSDirectory directory, Exception cause) {
    try {
      if (writer != null) {
        writer.rollback();
      }
      if (directory != null) {
        directory.close();
      }
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
