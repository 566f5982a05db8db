package io.tidewatch.model.vector;

/**
 * Turns texts into vectors whose cosine says how near their topics are. Topical, not polar: praise
 * and blame of one thing stand close together. Safe from any thread; the same version gives the
 * same vector for the same text.
 */
public interface TextEmbedder {

  /** Names model and preparation; vectors of two versions must not be compared. */
  String version();

  /** Numbers in each vector. */
  int dimensions();

  /**
   * The vector of a text, of length 1. What a long text holds beyond the model's limit is not read.
   *
   * @throws IllegalArgumentException for a text without a visible character
   * @throws IllegalStateException when the model is missing or damaged, saying which
   */
  float[] embed(String text);
}
