package io.tidewatch.trend.engine;

import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.trend.DocumentState;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.TextTokens.Token;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state as an engine keeps it.
 *
 * @param searchable null for a tombstone
 */
public record IndexEntry(DocumentState state, @Nullable Searchable searchable) {

  public DocumentKey key() {
    return state.key();
  }

  /**
   * What a document is found and counted by.
   *
   * @param at publishedAt in microseconds
   * @param numbers one for each {@link Columns.Measure}
   * @param values as {@link io.tidewatch.trend.IndexTerm} gives them
   * @param tokens of the text
   */
  public record Searchable(
      long at,
      Map<Columns.Measure, Long> numbers,
      Map<Field, Collection<String>> values,
      List<Token> tokens) {

    public long number(Columns.Measure column) {
      return numbers.getOrDefault(column, 0L);
    }
  }
}
