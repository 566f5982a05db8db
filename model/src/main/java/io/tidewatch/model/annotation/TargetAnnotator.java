package io.tidewatch.model.annotation;

import java.util.List;

/** Judges spans that somebody else has marked. Safe from any thread. */
public interface TargetAnnotator {

  /** One opinion a target, in the order given. A target outside the text is refused. */
  List<TargetOpinion> judge(String text, List<Span> targets);

  /** What the text says of one target. */
  record TargetOpinion(Span target, Sentiment sentiment) {}
}
