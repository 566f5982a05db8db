package io.tidewatch.trend.engine;

import io.tidewatch.model.document.Seal;
import io.tidewatch.trend.Coverage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index that keeps entries by key. Reading is safe from any thread and never waits for writing;
 * {@link #write}, {@link #drop}, {@link #refresh} and {@link #commit} are called by one thread at a time. Every
 * method may throw {@link io.tidewatch.model.record.StoreUnavailableException}.
 */
public interface IndexEngine extends AutoCloseable {

  /** Asks the last commit; an engine may show later writes as well. */
  <T> T committed(Function<EngineView, T> question);

  /** Asks everything that was refreshed. */
  <T> T latest(Function<EngineView, T> question);

  /**
   * Puts entries in place of those with the same key, each key at most once.
   *
   * @return one version a change, in order; null where the index holds another version than the
   *     one expected, and nothing was changed
   */
  List<@Nullable Version> write(List<Change> changes);

  /** Lets {@link #latest} see everything written. */
  void refresh();

  /**
   * Removes the documents that match, without a trace. Durable and visible after the next commit; a
   * crash before it may leave some of them.
   */
  void drop(Selection selection);

  /** Makes everything written, these hours of coverage and these seals durable and visible. */
  void commit(Map<Coverage.Cell, Integer> coverage, List<Seal> seals);

  /** The hours of coverage as of the last commit, as {@link Coverage#add} takes them. */
  Map<Coverage.Cell, Integer> coverage();

  /** The seals as of the last commit, one a source. */
  List<Seal> seals();

  /** Ends the use of the index; what was not committed may be lost. */
  @Override
  void close();

  /** An entry and the version that it replaces. */
  record Change(IndexEntry entry, Version expected) {}

  /** Which state of an entry the index holds; its numbers mean something to the engine only. */
  record Version(long sequence, long term) {
    /** There is no entry. */
    public static final Version ABSENT = new Version(-2, 0);

    /** Any entry; the engine tells none apart. */
    public static final Version ANY = new Version(-1, 0);
  }
}
