package io.tidewatch.trend.question;

import io.tidewatch.trend.Micros;
import io.tidewatch.trend.engine.EngineView;
import io.tidewatch.trend.engine.EngineView.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of time that a question is about, [from, to) in microseconds.
 *
 * @param oldest time of the oldest document
 * @param newest time of the newest document; without any, before {@code oldest}
 */
record WindowSpan(long from, long to, long oldest, long newest) {
  private static final Span NO_DOCUMENTS = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

  /** Without bounds from the oldest document to just after the newest; empty on an empty index. */
  static WindowSpan of(EngineView view, @Nullable Instant from, @Nullable Instant to) {
    Span documents = view.span().orElse(NO_DOCUMENTS);
    boolean none = documents.equals(NO_DOCUMENTS);
    if (none && (from == null || to == null)) {
      return new WindowSpan(0, 0, documents.oldest(), documents.newest());
    }
    return new WindowSpan(
        from == null ? documents.oldest() : Micros.up(from),
        to == null ? documents.newest() + 1 : Micros.up(to),
        documents.oldest(),
        documents.newest());
  }

  boolean isEmpty() {
    return from >= to;
  }

  /** The window of {@code length} microseconds that ends where this span does. */
  WindowSpan last(long length) {
    return new WindowSpan(to - length, to, oldest, newest);
  }

  /** Whether there is any document at all. */
  boolean hasDocuments() {
    return oldest <= newest;
  }

  /** Whether documents may lie at or after the end. */
  boolean isCut() {
    return to <= newest;
  }
}
