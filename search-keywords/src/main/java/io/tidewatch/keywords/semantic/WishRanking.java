package io.tidewatch.keywords.semantic;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders the candidates of a wish and says why each stands where it does. */
final class WishRanking {
  private final Vocabulary vocabulary;
  private final Mix mix;
  private final boolean vectors;
  private final Catalogue catalogue;
  private final SemanticReasons reasons;

  /** {@code vectors} tells whether meanings were compared; without them {@code mix} does not hold. */
  WishRanking(
      Vocabulary vocabulary, Mix mix, boolean vectors, Catalogue catalogue, Locale language) {
    this.vocabulary = vocabulary;
    this.mix = vectors ? mix : Mix.BLIND;
    this.vectors = vectors;
    this.catalogue = catalogue;
    this.reasons = new SemanticReasons(language);
  }

  /** The {@code top} best. */
  List<SimilarKeyword> best(WishReader.Reading reading, @Nullable String brandId, int top) {
    Set<String> places = brandId == null ? Set.of() : categories(brandId);
    return reading.candidates().stream()
        .filter(e -> brandId == null || leads(e.keyword(), places))
        .sorted(Comparator.comparingDouble(mix::score)
            .reversed()
            .thenComparing(
                Comparator.comparingLong((Evidence e) -> vocabulary.searchers(e.keyword()))
                    .reversed())
            .thenComparing(Evidence::keyword))
        .limit(top)
        .map(e -> row(e, reading, brandId))
        .toList();
  }

  private SimilarKeyword row(
      Evidence evidence, WishReader.Reading reading, @Nullable String brandId) {
    ClickProfile profile = vocabulary.profile(evidence.keyword());
    return new SimilarKeyword(
        evidence.keyword(),
        profile.category(),
        mix.score(evidence),
        evidence.meaning(),
        evidence.text(),
        evidence.clicks(),
        vocabulary.searchers(evidence.keyword()),
        brandId == null || profile.isEmpty() ? null : share(profile, brandId),
        reasons.of(evidence, reading, mix, vectors));
  }

  private boolean leads(String keyword, Set<String> places) {
    String category = vocabulary.profile(keyword).category();
    return category != null && places.contains(category);
  }

  private double share(ClickProfile profile, String brandId) {
    return profile.products().entrySet().stream()
        .filter(e -> catalogue
            .product(e.getKey())
            .map(Product::brandId)
            .filter(brandId::equals)
            .isPresent())
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private Set<String> categories(String brandId) {
    var places = new HashSet<>(catalogue.brand(brandId).map(Brand::categories).orElse(List.of()));
    catalogue.products().stream()
        .filter(p -> p.brandId().equals(brandId))
        .map(Product::categoryId)
        .forEach(places::add);
    return places;
  }
}
