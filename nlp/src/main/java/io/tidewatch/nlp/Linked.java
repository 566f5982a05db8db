package io.tidewatch.nlp;

import org.jspecify.annotations.Nullable;

/** A range of normalised characters that names an entity. */
record Linked(int start, int end, Entity entity, @Nullable String reason) {

  boolean overlaps(int from, int to) {
    return start < to && from < end;
  }
}
