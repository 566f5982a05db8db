package io.tidewatch.model.keyword;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keywords are looked for: a brand, categories, a product, a word, or several of them.
 *
 * @param brandId null when no brand asks
 * @param categoryIds those that are asked about, with the ones below them, in order; empty for none
 * @param productId null when no product is asked about
 * @param seed a word or wish as it was typed; null when there is none
 * @param words keywords to walk from, the best first: the seed, or those that lead most orders to
 *     what is asked about
 */
public record KeywordStart(
    @Nullable String brandId,
    List<String> categoryIds,
    @Nullable String productId,
    @Nullable String seed,
    List<String> words) {

  public KeywordStart {
    categoryIds = List.copyOf(categoryIds);
    words = List.copyOf(words);
  }
}
