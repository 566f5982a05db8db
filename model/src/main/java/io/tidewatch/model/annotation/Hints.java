package io.tidewatch.model.annotation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a text besides its characters.
 *
 * @param productId the product a review is about
 * @param categoryId the category a text belongs to
 * @param reach followers and reactions of a post
 */
public record Hints(
    @Nullable String productId,
    @Nullable String categoryId,
    @Nullable Reach reach) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(null, null, null);

  /** What a text is about, without its reach. */
  public Hints(@Nullable String productId, @Nullable String categoryId) {
    this(productId, categoryId, null);
  }
}
