package io.tidewatch.model.record;

import io.tidewatch.model.document.CountingUnit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's review of a product.
 *
 * @param productId the product it is about, as the sender knows it; null when not given
 * @param rating stars, 1 to 5; null when not given
 */
public record Review(
    Envelope envelope,
    String id,
    @Nullable String authorId,
    @Nullable String productId,
    @Nullable Integer rating,
    Instant publishedAt,
    @Nullable Instant purchasedAt,
    String text)
    implements DocumentRecord {

  @Override
  public String type() {
    return "review";
  }

  @Override
  public CountingUnit unit() {
    return CountingUnit.AUTHORS;
  }

  @Override
  public String unitKey() {
    return authorId == null ? key().toString() : authorId;
  }
}
