package io.tidewatch.audience.direction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a keyword is to a brand.
 *
 * @param keyword normalised query, the head of its family
 * @param spellings all of the family, itself too
 * @param label such as {@code CONTESTED_ADVANTAGE}
 * @param competition E, 0 (owned) to 1 (open); null without a value
 * @param revenue R in the configured currency; null without a value
 * @param advantage the lower bound of A; null without a value
 * @param score chance, 0 to 1, that a searcher who does not have the brand yet buys it within four
 *     weeks; null without a value
 */
public record BrandKeyword(
    String keyword,
    List<String> spellings,
    String label,
    @Nullable Double competition,
    @Nullable Double revenue,
    @Nullable Double advantage,
    @Nullable Double score) {

  public BrandKeyword {
    spellings = List.copyOf(spellings);
  }
}
