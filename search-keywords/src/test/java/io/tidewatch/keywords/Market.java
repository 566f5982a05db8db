package io.tidewatch.keywords;

import io.tidewatch.keywords.query.FakeScript;
import io.tidewatch.keywords.query.QueryReader;
import io.tidewatch.keywords.query.Readers;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A small market with one keyword of each label for brand {@code alpha}. */
final class Market {
  static final Instant END = Instant.parse("2025-11-11T16:00:00Z");

  static final Catalogue CATALOGUE = new Catalogue(
      List.of(
          new Category("beauty", "美妆", "Beauty", null, false),
          new Category("makeup", "彩妆", "Make-up", "beauty", false),
          new Category("phone", "手机", "Phones", null, true)),
      List.of(
          brand("alpha", "阿尔法", "makeup"),
          brand("beta", "贝塔", "makeup"),
          brand("gamma", "伽马", "makeup"),
          brand("delta", "德尔塔", "makeup"),
          brand("omega", "欧米伽", "phone")),
      List.of(
          product("alpha", "阿尔法口红", "makeup"),
          product("beta", "贝塔粉底液", "makeup"),
          product("gamma", "伽马眼影盘", "makeup"),
          product("omega", "欧米伽手机", "phone")),
      List.of());

  private Market() {}

  static FakeBehaviorStore store() {
    var store = new FakeBehaviorStore();
    orders(store, "阿尔法口红", Map.of("alpha", 54, "beta", 6));
    orders(store, "贝塔粉底液", Map.of("alpha", 4, "beta", 56));
    orders(store, "口红", Map.of("alpha", 40, "beta", 20, "gamma", 20, "delta", 20));
    orders(store, "眼影", Map.of("alpha", 20, "beta", 20, "gamma", 20, "delta", 20));
    orders(store, "粉底液", Map.of("alpha", 1, "beta", 40, "gamma", 39, "delta", 40));
    orders(store, "口红 小众", Map.of("alpha", 3, "gamma", 2));
    for (int i = 0; i < 12; i++) {
      store.search("s" + i, END.minus(Duration.ofDays(3)), "腮红", "makeup");
      store.search("s" + i, END.minus(Duration.ofDays(3)), "拍照手机", "phone");
    }
    return store;
  }

  private static void orders(FakeBehaviorStore store, String keyword, Map<String, Integer> counts) {
    counts.forEach((brand, n) -> {
      for (int i = 0; i < n; i++) {
        String user = keyword + brand + i;
        Instant at = END.minus(Duration.ofHours(1 + 7L * (i % 90)));
        for (int searcher = 0; searcher < 5; searcher++) {
          store.search(user + "-" + searcher, at, keyword, "makeup");
        }
        store.search(user, at, keyword, "makeup");
        store.order(user, at.plusSeconds(600), keyword, brand, "makeup", 100);
      }
    });
  }

  static KeywordDesk desk(FakeBehaviorStore store) {
    return new KeywordDesk(
        store,
        store,
        catalogues(),
        KeywordConfig.DEFAULT,
        families(),
        KeywordCandidates.NONE,
        null,
        InstantSource.system());
  }

  /** Families by the small lexicon and sounds of the queries' tests. */
  static KeywordFamilies families() {
    return new QueryFamilyReader(
        () -> CATALOGUE,
        catalogue -> new QueryReader(catalogue, Readers.lexicon(), new FakeScript()),
        "test");
  }

  static CatalogueStore catalogues() {
    return new CatalogueStore() {
      @Override
      public Catalogue current() {
        return CATALOGUE;
      }

      @Override
      public List<WriteOutcome> accept(List<CatalogueRecord> records) {
        throw new UnsupportedOperationException("fixed catalogue");
      }
    };
  }

  private static Brand brand(String id, String name, String category) {
    return new Brand(id, name, List.of(), List.of(category), List.of());
  }

  private static Product product(String brand, String name, String category) {
    return new Product(brand + ".p", name, brand, category, null, List.of());
  }
}
