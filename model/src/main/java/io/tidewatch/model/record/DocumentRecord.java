package io.tidewatch.model.record;

import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.document.DocumentKey;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text that somebody published at a known time. */
public sealed interface DocumentRecord extends DataRecord permits Post, Review, ListEntry {

  /** When it was published, in event time (UTC). */
  Instant publishedAt();

  /** The text as published. Offsets of an annotation are UTF-16 offsets into it. */
  String text();

  /**
   * What a search looks through: the text, and after it on lines of their own what else the
   * document says in words. Starts with {@link #text}, so offsets into that hold here too.
   */
  default String searchedText() {
    return text();
  }

  @Nullable
  String authorId();

  /** What one document of this kind counts as. */
  CountingUnit unit();

  /**
   * Who or what is counted at most once per key and local day: an author, or a title. A document
   * without an author counts as an author of its own.
   */
  String unitKey();

  /** Source and id. The source of a document is never null: a decoder refuses one without it. */
  default DocumentKey key() {
    return new DocumentKey(Objects.requireNonNull(envelope().source(), "source"), id());
  }
}
