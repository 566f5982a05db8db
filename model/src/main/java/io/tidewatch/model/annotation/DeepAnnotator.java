package io.tidewatch.model.annotation;

/** The slow lane: decides what the fast lane leaves open. Safe from any thread. */
public interface DeepAnnotator {

  /**
   * Returns {@code fast} with targets and opinions decided by syntax, its lane set to {@link
   * Lane#DEEP}. What syntax cannot decide stays as it was.
   */
  Annotation refine(String text, Annotation fast);
}
