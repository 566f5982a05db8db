package io.tidewatch.api.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question comes back with, before anybody chose how to print it. */
public sealed interface Answer {

  /**
   * A list, best or first row at the start.
   *
   * @param next cursor of the next page; null on the last
   */
  record Rows(List<?> rows, @Nullable String next) implements Answer {
    public Rows {
      rows = List.copyOf(rows);
    }

    public Rows(List<?> rows) {
      this(rows, null);
    }
  }

  /** One object. */
  record One(Object value) implements Answer {}
}
