package io.tidewatch.api.view;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One annotated text as {@code annotate} prints it. */
public record AnnotationView(
    String id,
    Intent intent,
    Sentiment sentiment,
    List<MentionView> mentions,
    List<AspectView> aspects) {

  public static AnnotationView of(String id, Annotation annotation) {
    return new AnnotationView(
        id,
        annotation.intent(),
        annotation.sentiment(),
        annotation.mentions().stream().map(MentionView::of).toList(),
        annotation.aspects().stream().map(AspectView::of).toList());
  }

  /** A mention; the offsets are half-open UTF-16 offsets into the text as given. */
  public record MentionView(
      String id,
      int start,
      int end,
      String surface,
      MentionKind kind,
      @Nullable String entityId,
      Polarity polarity) {

    public static MentionView of(Mention m) {
      return new MentionView(
          m.id(),
          m.span().start(),
          m.span().end(),
          m.surface(),
          m.kind(),
          m.entityId(),
          m.polarity());
    }
  }

  /** A judged aspect. */
  public record AspectView(
      int start,
      int end,
      String aspect,
      @Nullable Span opinion,
      Polarity polarity,
      @Nullable String target) {

    static AspectView of(AspectOpinion a) {
      return new AspectView(
          a.span().start(), a.span().end(), a.aspect(), a.opinion(), a.polarity(), a.target());
    }
  }
}
