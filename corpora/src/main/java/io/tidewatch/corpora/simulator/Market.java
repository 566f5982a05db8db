package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.catalogue.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop: some brands and products of each category of a catalogue, and the words people type.
 * Brands that events and queries name come first, then those the catalogue names first.
 */
record Market(Catalogue catalogue, List<Shelf> shelves) {
  /** So many categories get the full set of planted words. */
  private static final int RICH = 6;

  Market {
    shelves = List.copyOf(shelves);
  }

  static Market of(SimulatorConfig config, Catalogue catalogue, SampleTexts texts) {
    Map<String, List<Product>> products = new HashMap<>();
    for (Product product : catalogue.products()) {
      products
          .computeIfAbsent(product.categoryId() + " " + product.brandId(), k -> new ArrayList<>())
          .add(product);
    }
    var shelves = new ArrayList<Shelf>();
    var variants = QueryVariants.shipped();
    var festival = FestivalWords.shipped();
    for (Category category : catalogue.categories()) {
      List<Stall> stalls = stalls(config, catalogue, texts, category, products);
      if (stalls.size() >= 2) {
        shelves.add(shelf(
            config, texts, category, stalls, shelves.size(), variants, festival.of(category.id())));
      }
    }
    if (shelves.isEmpty()) {
      throw new IllegalArgumentException(
          "catalogue: a category with products of two brands is required, got none");
    }
    return new Market(catalogue, shelves);
  }

  /** The brand of that name; empty when the catalogue has none or several. */
  static Optional<Brand> brand(Catalogue catalogue, String name) {
    return catalogue.resolve(name, EntityKind.BRAND) instanceof Resolution.Found found
        ? catalogue.brand(found.id())
        : Optional.empty();
  }

  /** The number of a category's shelf, -1 when it has none. */
  int shelf(String categoryId) {
    for (int s = 0; s < shelves.size(); s++) {
      if (shelves.get(s).category().id().equals(categoryId)) {
        return s;
      }
    }
    return -1;
  }

  Weights popularities() {
    return Weights.of(shelves.stream().mapToDouble(Shelf::popularity).toArray());
  }

  private static List<Stall> stalls(
      SimulatorConfig config,
      Catalogue catalogue,
      SampleTexts texts,
      Category category,
      Map<String, List<Product>> products) {
    var wanted = new LinkedHashSet<String>();
    texts.events().stream()
        .filter(e -> e.category().equals(category.id()))
        .forEach(e -> brand(catalogue, e.brand()).ifPresent(b -> wanted.add(b.id())));
    texts.queries().stream()
        .filter(q -> q.category().equals(category.id()))
        .flatMap(q -> q.brands().stream())
        .forEach(name -> brand(catalogue, name).ifPresent(b -> wanted.add(b.id())));
    catalogue.brands().stream()
        .filter(b -> b.categories().contains(category.id()))
        .forEach(b -> wanted.add(b.id()));
    var chosen = wanted.stream()
        .filter(id -> products.containsKey(category.id() + " " + id))
        .limit(config.shop().brandsPerCategory())
        .toList();
    var chance = Chance.of(config.seed(), "stalls " + category.id(), 0);
    return catalogue.brands().stream()
        .filter(b -> chosen.contains(b.id()))
        .map(b -> new Stall(
            b,
            products.getOrDefault(category.id() + " " + b.id(), List.of()).stream()
                .limit(config.shop().productsPerBrand())
                .toList(),
            chance.between(.6, .92)))
        .toList();
  }

  private static Shelf shelf(
      SimulatorConfig config,
      SampleTexts texts,
      Category category,
      List<Stall> stalls,
      int rank,
      QueryVariants variants,
      List<FestivalWords.Word> festival) {
    double[] strength = new double[stalls.size()];
    for (int b = 0; b < strength.length; b++) {
      strength[b] = Math.pow(b + 1, -config.shop().brandSkew());
    }
    double sum = Arrays.stream(strength).sum();
    for (int b = 0; b < strength.length; b++) {
      strength[b] /= sum;
    }
    var chance = Chance.of(config.seed(), "keywords " + category.id(), 0);
    var samples =
        texts.queries().stream().filter(q -> q.category().equals(category.id())).toList();
    var queries = QueryWriter.write(
        category.id(), samples, stalls, config.queries().familiesPerCategory(), chance);
    var planned = new KeywordPlan(config, stalls, strength, rank < RICH, variants)
        .plan(queries, festival, chance);
    double[] prices = stalls.stream()
        .flatMap(s -> s.products().stream())
        .mapToDouble(Stall::price)
        .sorted()
        .toArray();
    return new Shelf(
        category,
        stalls,
        Math.pow(rank + 1, -.9),
        prices[prices.length / 2],
        planned.shares(),
        planned.keywords());
  }
}
