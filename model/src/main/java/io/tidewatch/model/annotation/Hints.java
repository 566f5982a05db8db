package io.tidewatch.model.annotation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a text besides its characters.
 *
 * @param productId the product a review is about
 * @param categoryId the category a text belongs to
 */
public record Hints(@Nullable String productId, @Nullable String categoryId) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(null, null);
}
