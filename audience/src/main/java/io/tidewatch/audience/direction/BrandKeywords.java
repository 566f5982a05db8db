package io.tidewatch.audience.direction;

import java.time.Instant;
import java.util.List;

/** Labels keywords for a brand by E, R and A. */
@FunctionalInterface
public interface BrandKeywords {
  /** No keyword is known. */
  BrandKeywords NONE = (brandId, asOf) -> List.of();

  /** The keywords of a brand from what was known before {@code asOf}; empty when there are none. */
  List<BrandKeyword> of(String brandId, Instant asOf);
}
