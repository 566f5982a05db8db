package io.tidewatch.model.trend;

import io.tidewatch.model.annotation.Span;
import java.util.List;

/**
 * A clause of a query that a document fulfils.
 *
 * @param clause the clause as the index understood it: a word or phrase, {@code field:value}, or
 *     {@code NOT …} for what the document does not have
 * @param spans where the matched words stand in the text; empty for clauses that are not about the
 *     text, and where folding does not tell the place
 */
public record ClauseMatch(String clause, List<Span> spans) {

  public ClauseMatch {
    spans = List.copyOf(spans);
  }
}
