package io.tidewatch.keywords.semantic;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keywords of a window, what was clicked after each, and the products whose texts may stand for
 * them. Immutable.
 *
 * @param searchers distinct users by keyword, most first, then by keyword
 * @param profiles of the keywords that were followed by a click
 * @param products whose texts are embedded, the most clicked first, then by id
 */
record Vocabulary(
    Map<String, Long> searchers,
    Map<String, ClickProfile> profiles,
    TextPieces pieces,
    List<Product> products) {
  private static final int LONGEST = 100;

  Vocabulary {
    products = List.copyOf(products);
  }

  static Vocabulary read(
      BehaviorStore store, Catalogue catalogue, Window window, SemanticConfig config) {
    var searchers = new LinkedHashMap<String, Long>();
    store.keywordTraffic(window).stream()
        .filter(
            k -> k.keyword().length() <= LONGEST && !TextPieces.of(k.keyword()).isEmpty())
        .sorted(Comparator.comparingLong(KeywordTraffic::searchers)
            .reversed()
            .thenComparing(KeywordTraffic::keyword))
        .limit(config.maxKeywords())
        .forEach(k -> searchers.put(k.keyword(), k.searchers()));
    Map<String, ClickProfile> profiles = new ClickReader(store).read(window, searchers.keySet());
    return new Vocabulary(
        searchers,
        profiles,
        new TextPieces(List.copyOf(searchers.keySet())),
        products(catalogue, profiles, searchers, config));
  }

  /** Distinct users who searched a keyword; 0 for one that is not in the vocabulary. */
  long searchers(String keyword) {
    return searchers.getOrDefault(keyword, 0L);
  }

  ClickProfile profile(String keyword) {
    return profiles.getOrDefault(keyword, ClickProfile.NONE);
  }

  private static List<Product> products(
      Catalogue catalogue,
      Map<String, ClickProfile> profiles,
      Map<String, Long> searchers,
      SemanticConfig config) {
    var clicked = new HashMap<String, Double>();
    profiles.forEach((keyword, profile) -> profile
        .products()
        .forEach((product, share) ->
            clicked.merge(product, share * searchers.getOrDefault(keyword, 0L), Double::sum)));
    return clicked.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> catalogue.product(e.getKey()))
        .flatMap(Optional::stream)
        .limit(config.maxProducts())
        .toList();
  }

  /**
   * All texts to embed, the most searched keywords first, then names and captions of the products;
   * {@code captions} of other products are left out.
   */
  List<TextVectors.Entry> entries(List<PostCaptions.PostCaption> captions) {
    var entries = new ArrayList<TextVectors.Entry>();
    for (String keyword : searchers.keySet()) {
      entries.add(new TextVectors.Entry(TextVectors.Kind.KEYWORD, keyword, keyword));
    }
    for (Product product : products) {
      entries.add(new TextVectors.Entry(TextVectors.Kind.PRODUCT, product.id(), product.name()));
      product.media().stream()
          .map(media -> media.caption())
          .filter(caption -> caption != null && !caption.isBlank())
          .forEach(caption ->
              entries.add(new TextVectors.Entry(TextVectors.Kind.PRODUCT, product.id(), caption)));
    }
    Set<String> known = products.stream().map(Product::id).collect(Collectors.toSet());
    captions.stream()
        .filter(caption -> known.contains(caption.productId()))
        .map(caption ->
            new TextVectors.Entry(TextVectors.Kind.PRODUCT, caption.productId(), caption.caption()))
        .forEach(entries::add);
    return entries;
  }
}
