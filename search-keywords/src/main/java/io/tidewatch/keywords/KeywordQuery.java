package io.tidewatch.keywords;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks which keywords to buy for a brand, a category, a product, a word or a wish, or several of
 * them.
 *
 * @param brandId an id of the catalogue, or a brand with an order in the window; null when no brand
 *     asks: then nothing is said of advantage, label and score
 * @param categoryId only this category and those below it; null for the brand's
 * @param productId of the catalogue: only keywords near its name; null for all
 * @param seed only keywords near this word or wish; null for all
 * @param sources where candidates come from, names of {@link KeywordSources}; empty for the default
 * @param top rows at most, 1 to 10,000
 * @param span the window
 * @param margin of the brand, above 0 and at most 1; null when unknown
 * @param lang of the reasons: English for English, else Chinese
 */
public record KeywordQuery(
    @Nullable String brandId,
    @Nullable String categoryId,
    @Nullable String productId,
    @Nullable String seed,
    Set<String> sources,
    int top,
    Span span,
    @Nullable Double margin,
    Locale lang) {

  private static final int MAX_TOP = 10_000;

  /** Without a product. */
  public KeywordQuery(
      @Nullable String brandId,
      @Nullable String categoryId,
      @Nullable String seed,
      Set<String> sources,
      int top,
      Span span,
      @Nullable Double margin,
      Locale lang) {
    this(brandId, categoryId, null, seed, sources, top, span, margin, lang);
  }

  public KeywordQuery {
    if (brandId == null && categoryId == null && productId == null && seed == null) {
      throw new IllegalArgumentException(
          "brand: a brand, category, product or seed is required, got none");
    }
    sources = Set.copyOf(sources);
    if (top < 1 || top > MAX_TOP) {
      throw new IllegalArgumentException(
          "top: a number from 1 to " + MAX_TOP + " is required, got " + top);
    }
    if (margin != null && !(margin > 0 && margin <= 1)) {
      throw new IllegalArgumentException(
          "margin: a number above 0 and at most 1 is required, got " + margin);
    }
  }

  /**
   * The brand.
   *
   * @throws IllegalArgumentException when there is none
   */
  String requiredBrand() {
    if (brandId == null) {
      throw new IllegalArgumentException("brand: an id of the catalogue is required, got none");
    }
    return brandId;
  }

  /** The same for a brand. */
  KeywordQuery withBrand(String id) {
    return new KeywordQuery(id, categoryId, productId, seed, sources, top, span, margin, lang);
  }

  /**
   * A window by its end and length.
   *
   * @param asOf its exclusive end; null for just after the newest event
   * @param days its length; null for the configured one. Odd lengths become one day longer
   */
  public record Span(@Nullable Instant asOf, @Nullable Integer days) {
    /** The configured window just before the newest event. */
    public static final Span NEWEST = new Span(null, null);

    public Span {
      if (days != null && (days < 2 || days > 200)) {
        throw new IllegalArgumentException(
            "window: 2 to 200 days are required, got " + days + " days");
      }
      days = days == null ? null : Integer.valueOf(days + days % 2);
    }
  }
}
