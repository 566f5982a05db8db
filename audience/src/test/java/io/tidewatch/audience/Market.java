package io.tidewatch.audience;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Buyers of {@code alpha} love camping; so do some who do not buy it yet. Everybody drinks coffee.
 */
public final class Market {
  public static final Instant END = Instant.parse("2025-11-11T16:00:00Z");
  public static final Instant LATELY = END.minus(Duration.ofDays(4));

  public static final Catalogue CATALOGUE = new Catalogue(
      List.of(
          new Category("makeup", "彩妆", "Make-up", null, false),
          new Category("camping", "露营", "Camping", null, false),
          new Category("coffee", "咖啡", "Coffee", null, false)),
      List.of(
          new Brand("alpha", "阿尔法", List.of("AA"), List.of("makeup"), List.of()),
          new Brand("beta", "贝塔", List.of(), List.of("makeup"), List.of()),
          new Brand("tent", "帐篷客", List.of(), List.of("camping"), List.of()),
          new Brand("bean", "豆子", List.of(), List.of("coffee"), List.of()),
          new Brand("young", "小新", List.of(), List.of("coffee"), List.of()),
          new Brand("ghost", "无人", List.of(), List.of("makeup"), List.of())),
      List.of(
          new Product("alpha.p", "阿尔法口红", "alpha", "makeup", null, List.of("小A管")),
          new Product("tent.p", "双人帐", "tent", "camping", null, List.of())),
      List.of());

  private Market() {}

  public static FakeBehaviorStore store() {
    var store = new FakeBehaviorStore();
    for (int i = 0; i < 60; i++) {
      String user = "buyer%03d".formatted(i);
      store.add(user, LATELY, "order", "alpha", "makeup");
      store.search(user, LATELY, "小a管 试色", "makeup");
      store.add(user, LATELY, "click", "bean", "coffee");
      if (i < 45) {
        store.add(user, LATELY, "click", "tent", "camping");
        store.search(user, LATELY, "露营", "camping");
      }
    }
    for (int i = 0; i < 340; i++) {
      String user = "other%03d".formatted(i);
      store.add(user, LATELY, "click", "bean", "coffee");
      if (i < 40) {
        store.add(user, LATELY, "click", "tent", "camping");
        if (i < 20) {
          store.search(user, LATELY, "露营", "camping");
        }
      }
      if (i >= 330) {
        store.add(user, LATELY, "click", "young", "coffee");
      }
    }
    return store;
  }

  public static AudienceDesk desk(FakeBehaviorStore store) {
    return new AudienceDesk(sources(store));
  }

  /** What a store knows, every id and every word alone. */
  public static AudienceSources sources(FakeBehaviorStore store) {
    return AudienceSources.of(store, store, catalogues(), AudienceConfig.DEFAULT);
  }

  public static CatalogueStore catalogues() {
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
}
