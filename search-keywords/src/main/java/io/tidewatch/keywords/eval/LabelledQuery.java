package io.tidewatch.keywords.eval;

import io.tidewatch.model.query.QueryPart;
import java.util.List;

/**
 * A query that a person has labelled.
 *
 * @param type what the whole asks for, such as {@code brand+category}
 * @param spans every part that has a type, in order; none when only the whole was labelled
 */
public record LabelledQuery(String query, String type, List<Part> spans) {

  public LabelledQuery {
    spans = List.copyOf(spans);
  }

  /** A part with half-open UTF-16 offsets. */
  public record Part(int start, int end, QueryPart type) {}
}
