package io.tidewatch.keywords.semantic;

import io.tidewatch.keywords.semantic.TextVectors.Kind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.vector.Neighbor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects the evidence for every keyword that may be meant by a wish. The wish itself need never
 * have been typed: the keywords and products nearest to it lend it their clicks, the nearest most,
 * and each candidate is compared with the mixture. This is one step of a random walk from the wish
 * over its neighbours to products, met half-way by one step from each keyword.
 */
final class WishReader {
  private static final int NEAREST_KEYWORDS = 400;
  private static final int NEAREST_PRODUCTS = 40;

  private final Vocabulary vocabulary;
  private final Map<String, Product> products;
  private final SemanticConfig config;

  WishReader(Vocabulary vocabulary, SemanticConfig config) {
    this.vocabulary = vocabulary;
    this.products = vocabulary.products().stream()
        .collect(Collectors.toUnmodifiableMap(Product::id, Function.identity(), (a, b) -> a));
    this.config = config;
  }

  /**
   * A wish as it is read.
   *
   * @param lenders the keywords whose clicks it borrows, the nearest first
   * @param candidates in no particular order
   */
  record Reading(List<String> lenders, List<Evidence> candidates) {}

  /**
   * Nearest keywords and products of a wish's vector; empty when there is none.
   */
  record Nearest(List<Neighbor> keywords, List<Neighbor> products) {
    static final Nearest NONE = new Nearest(List.of(), List.of());

    static Nearest of(float[] vector, TextVectors vectors) {
      return new Nearest(
          vectors.nearest(vector, Kind.KEYWORD, NEAREST_KEYWORDS),
          vectors.nearest(vector, Kind.PRODUCT, NEAREST_PRODUCTS));
    }
  }

  /** Reads a normalised wish; the keyword of the same text is no candidate and lends nothing. */
  Reading read(String wish, Nearest nearest) {
    Map<String, Double> meaning = new HashMap<>();
    for (Neighbor neighbor : nearest.keywords()) {
      if (vocabulary.searchers().containsKey(neighbor.id())) {
        meaning.put(neighbor.id(), neighbor.score());
      }
    }
    meaning.remove(wish);
    Map<String, Double> text = most(vocabulary.pieces().near(wish));
    text.remove(wish);
    List<Lender> lenders = lenders(meaning, text, nearest.products());
    ClickProfile borrowed = borrowed(lenders);
    Set<String> candidates = new HashSet<>(meaning.keySet());
    candidates.addAll(text.keySet());
    var evidence = new ArrayList<Evidence>(candidates.size());
    for (String keyword : candidates) {
      evidence.add(new Evidence(
          keyword,
          meaning.get(keyword),
          text.getOrDefault(keyword, 0.0),
          likeness(vocabulary.profile(keyword), borrowed)));
    }
    return new Reading(
        lenders.stream().filter(l -> !l.product()).map(Lender::name).toList(), evidence);
  }

  /** A common character alone brings in thousands. */
  private static Map<String, Double> most(Map<String, Double> text) {
    var most = new HashMap<String, Double>();
    text.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(NEAREST_KEYWORDS)
        .forEach(e -> most.put(e.getKey(), e.getValue()));
    return most;
  }

  private static @Nullable Double likeness(ClickProfile keyword, ClickProfile wish) {
    return keyword.isEmpty() || wish.isEmpty() ? null : keyword.likeness(wish);
  }

  /** A keyword or product near the wish, and how near. */
  private record Lender(String name, boolean product, ClickProfile profile, double nearness) {}

  private List<Lender> lenders(
      Map<String, Double> meaning, Map<String, Double> text, List<Neighbor> nearProducts) {
    var near = new ArrayList<Lender>();
    Set<String> keywords = new HashSet<>(meaning.keySet());
    keywords.addAll(text.keySet());
    for (String keyword : keywords) {
      ClickProfile profile = vocabulary.profile(keyword);
      if (!profile.isEmpty()) {
        double nearness = (meaning.isEmpty() ? text : meaning).getOrDefault(keyword, 0.0);
        near.add(new Lender(keyword, false, profile, nearness));
      }
    }
    for (Neighbor neighbor : nearProducts) {
      Product product = products.get(neighbor.id());
      if (product != null) {
        var profile = new ClickProfile.Builder();
        profile.add(product.id(), product.categoryId(), 1);
        near.add(new Lender(product.id(), true, profile.build(), neighbor.score()));
      }
    }
    return near.stream()
        .sorted(Comparator.comparingDouble(Lender::nearness).reversed().thenComparing(Lender::name))
        .limit(config.neighbors())
        .toList();
  }

  private ClickProfile borrowed(List<Lender> lenders) {
    if (lenders.isEmpty()) {
      return ClickProfile.NONE;
    }
    double most = lenders.getFirst().nearness();
    var mixture = new ClickProfile.Builder();
    for (Lender lender : lenders) {
      mixture.add(lender.profile(), Math.exp((lender.nearness() - most) / config.temperature()));
    }
    return mixture.build();
  }
}
