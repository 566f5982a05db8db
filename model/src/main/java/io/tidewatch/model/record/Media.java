package io.tidewatch.model.record;

import org.jspecify.annotations.Nullable;

/**
 * A picture or video of a post or product: its address and, where given, its caption and a vector
 * that the sender computed. No model of ours looks at pictures.
 */
public record Media(
    String url, @Nullable String caption, @Nullable MediaVector vector) {

  /** Without a vector. */
  public Media(String url, @Nullable String caption) {
    this(url, caption, null);
  }

  /** Whether words come with it. */
  public boolean hasCaption() {
    return caption != null && !caption.isBlank();
  }
}
