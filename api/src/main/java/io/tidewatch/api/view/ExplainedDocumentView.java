package io.tidewatch.api.view;

import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.ClauseMatch;
import java.time.Instant;
import java.util.List;

/**
 * A search row with the reasons why it is there.
 *
 * @param matched the clauses of the query that it fulfils
 */
public record ExplainedDocumentView(
    String id,
    String source,
    Instant publishedAt,
    String text,
    List<AnnotationView.MentionView> mentions,
    Sentiment sentiment,
    List<ClauseMatch> matched) {

  public static ExplainedDocumentView of(StoredDocument stored, List<ClauseMatch> matched) {
    DocumentView view = DocumentView.of(stored);
    return new ExplainedDocumentView(
        view.id(),
        view.source(),
        view.publishedAt(),
        view.text(),
        view.mentions(),
        view.sentiment(),
        matched);
  }
}
