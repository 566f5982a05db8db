package io.tidewatch.keywords.formula;

import org.jspecify.annotations.Nullable;

/**
 * How often people met the products of one brand, or of all, under a keyword; null is "no data".
 *
 * @param impressionsBefore those of the window's first half, 0 when unknown
 * @param clicksBefore those of the window's first half, 0 when unknown
 * @param examined impressions at known places, each times the examination of its place
 * @param examinedClicks clicks at those places
 */
public record Met(
    @Nullable Long impressions,
    @Nullable Long clicks,
    @Nullable Long carts,
    long impressionsBefore,
    long clicksBefore,
    double examined,
    long examinedClicks) {

  public static final Met NOTHING = new Met(null, null, null, 0, 0, 0, 0);

  public Met plus(Met other) {
    return new Met(
        sum(impressions, other.impressions),
        sum(clicks, other.clicks),
        sum(carts, other.carts),
        impressionsBefore + other.impressionsBefore,
        clicksBefore + other.clicksBefore,
        examined + other.examined,
        examinedClicks + other.examinedClicks);
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : Long.valueOf(one + other);
  }
}
