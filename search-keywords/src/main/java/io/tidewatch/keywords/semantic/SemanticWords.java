package io.tidewatch.keywords.semantic;

import io.tidewatch.keywords.KeywordSources;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.keyword.KeywordCandidate;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.keyword.KeywordStart;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keyword candidates by meaning, ranked again by clicks: for a seed or wish, else for a product's
 * name, else for the words that lead most orders to what is asked about. Only keywords that were
 * searched are found; none when T lies before the end of what was read of them.
 */
public final class SemanticWords implements KeywordCandidates {
  private static final int STARTS = 5;
  private static final int ROWS = 20;
  /** Of each start word where there are several. */
  private static final int ROWS_OF_EACH = 10;
  /** Sentences of nothing in common lie below this cosine. */
  private static final double NEAR = .55;
  /** From this likeness of clicks on a lower cosine is enough. */
  private static final double SAME_CLICKS = .6;

  private static final double NOT_FAR = .4;
  /** So many are given to somebody's wish however far they are; each says how near it is. */
  private static final int FIRST = 10;

  private final Supplier<SemanticKeywords> keywords;
  private final CatalogueStore catalogues;

  /** The keywords are opened when they are first needed. */
  public SemanticWords(Supplier<SemanticKeywords> keywords, CatalogueStore catalogues) {
    this.keywords = keywords;
    this.catalogues = catalogues;
  }

  @Override
  public Set<String> sources() {
    return Set.of(KeywordSources.SEMANTIC);
  }

  @Override
  public List<KeywordCandidate> of(KeywordStart start, Set<String> sources, Instant asOf) {
    if (!sources.contains(KeywordSources.SEMANTIC)) {
      return List.of();
    }
    SemanticKeywords semantic = keywords.get();
    Catalogue catalogue = catalogues.current();
    List<String> wishes = wishes(start, catalogue);
    if (wishes.isEmpty() || semantic.end().map(asOf::isBefore).orElse(true)) {
      return List.of();
    }
    String brand = start.brandId() != null && catalogue.brand(start.brandId()).isPresent()
        ? start.brandId()
        : null;
    var found = new LinkedHashMap<String, KeywordCandidate>();
    boolean asked = start.seed() != null;
    for (String wish : wishes) {
      int rows = wishes.size() == 1 ? ROWS : ROWS_OF_EACH;
      List<SimilarKeyword> similar = semantic.similar(wish, brand, rows, Locale.CHINESE);
      for (int i = 0; i < similar.size(); i++) {
        SimilarKeyword near = similar.get(i);
        if (near(near) || (asked && i < FIRST)) {
          found.putIfAbsent(
              near.keyword(),
              new KeywordCandidate(
                  near.keyword(), KeywordSources.SEMANTIC, wish, counts(near), List.of()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static boolean near(SimilarKeyword found) {
    Double meaning = found.meaning();
    Double clicks = found.clicks();
    boolean sameClicks = clicks != null && clicks >= SAME_CLICKS;
    return meaning == null || meaning >= (sameClicks ? NOT_FAR : NEAR);
  }

  private static List<String> wishes(KeywordStart start, Catalogue catalogue) {
    if (start.seed() != null) {
      return TextPieces.of(start.seed()).isEmpty() ? List.of() : List.of(start.seed());
    }
    var wishes = new LinkedHashSet<String>();
    if (start.productId() != null) {
      catalogue.product(start.productId()).map(Product::name).ifPresent(wishes::add);
      return List.copyOf(wishes);
    }
    start.words().stream().limit(STARTS).forEach(wishes::add);
    if (wishes.isEmpty()) {
      start.categoryIds().stream()
          .limit(STARTS)
          .forEach(id -> catalogue.category(id).map(Category::name).ifPresent(wishes::add));
    }
    return wishes.stream().filter(wish -> !TextPieces.of(wish).isEmpty()).toList();
  }

  /** Per cent, the weightiest first. */
  private static Map<String, Long> counts(SimilarKeyword near) {
    var counts = new LinkedHashMap<String, Long>();
    put(counts, "meaningPercent", near.meaning());
    put(counts, "textPercent", near.text());
    put(counts, "clicksPercent", near.clicks());
    counts.put("searchers", near.searchers());
    return counts;
  }

  private static void put(Map<String, Long> counts, String name, @Nullable Double share) {
    if (share != null) {
      counts.put(name, Math.round(100 * share));
    }
  }
}
