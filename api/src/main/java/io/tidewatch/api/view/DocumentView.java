package io.tidewatch.api.view;

import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.document.StoredDocument;
import java.time.Instant;
import java.util.List;

/** A stored document as search rows and evidence show it. */
public record DocumentView(
    String id,
    String source,
    Instant publishedAt,
    String text,
    List<AnnotationView.MentionView> mentions,
    Sentiment sentiment) {

  public static DocumentView of(StoredDocument stored) {
    var key = stored.record().key();
    return new DocumentView(
        key.toString(),
        key.source(),
        stored.record().publishedAt(),
        stored.record().text(),
        stored.annotation().mentions().stream()
            .map(AnnotationView.MentionView::of)
            .toList(),
        stored.annotation().sentiment());
  }
}
