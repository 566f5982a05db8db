package io.tidewatch.trend.lucene;

import io.tidewatch.model.record.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
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
  private static final double BUFFER_MEGABYTES = 64;

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

  static IndexAccess open(Path path) {
    FSDirectory directory = null;
    IndexWriter writer = null;
    try {
      directory = FSDirectory.open(path);
      IndexWriterConfig config = new IndexWriterConfig()
          .setIndexSort(new Sort(new SortField(Names.AT, SortField.Type.LONG)))
          .setRAMBufferSizeMB(BUFFER_MEGABYTES)
          .setCommitOnClose(false);
      writer = new IndexWriter(directory, config);
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
      throw new StoreUnavailableException("the index " + path + " cannot be opened", e);
    }
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
    } catch (IOException | AlreadyClosedException e) {
      throw unavailable("written", e);
    }
  }

  /** Lets the write side see what was written; nothing becomes durable. */
  void refreshLatest() {
    try {
      latest.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw unavailable("read", e);
    }
  }

  /** Makes everything written durable and visible. Nothing may be written meanwhile. */
  void commit() {
    try {
      writer.commit();
      latest.maybeRefreshBlocking();
      committed.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
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
    } catch (IOException | AlreadyClosedException e) {
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
