package io.tidewatch.keywords.semantic;

import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.Media;
import io.tidewatch.model.record.WriteOutcome;
import java.util.List;

/** A small shop of clothes, creams and phones, and what people did in it. */
final class Shop {
  static final Catalogue CATALOGUE = new Catalogue(
      List.of(
          new Category("fashion", "服饰", "Fashion", null, false),
          new Category("skincare", "护肤", "Skincare", null, false),
          new Category("phone", "手机", "Phones", null, true)),
      List.of(
          new Brand("uni", "优衣", List.of(), List.of("fashion"), List.of()),
          new Brand("lan", "兰蔻", List.of(), List.of("skincare"), List.of()),
          new Brand("mi", "小米", List.of(), List.of("phone"), List.of())),
      List.of(
          new Product("uni.dress", "法式 连衣裙", "uni", "fashion", null, List.of()),
          new Product("lan.cream", "小黑瓶 面霜", "lan", "skincare", null, List.of()),
          new Product(
              "mi.15",
              "小米15",
              "mi",
              "phone",
              null,
              List.of(),
              List.of(new Media("https://example.com/1.jpg", "夜里拍照也清楚")))),
      List.of());

  private Shop() {}

  static CatalogueStore catalogues() {
    return new CatalogueStore() {
      @Override
      public Catalogue current() {
        return CATALOGUE;
      }

      @Override
      public List<WriteOutcome> accept(List<CatalogueRecord> records) {
        throw new UnsupportedOperationException("the shop does not change");
      }
    };
  }

  /** Twenty people a keyword, spread over four weeks. */
  static Behavior behavior() {
    var behavior = new Behavior();
    for (int i = 0; i < 20; i++) {
      visit(behavior, "法式 茶歇裙", "uni.dress", "fashion", i);
      visit(behavior, "小个子 穿搭", "uni.dress", "fashion", i);
      visit(behavior, "保湿 面霜", "lan.cream", "skincare", i);
      visit(behavior, "抗老 精华", "lan.cream", "skincare", i);
      visit(behavior, "拍照 手机", "mi.15", "phone", i);
    }
    return behavior;
  }

  private static void visit(
      Behavior behavior, String keyword, String product, String category, int i) {
    String user = keyword + i;
    behavior.search(user, i, keyword, category).click(user, i, product, category);
  }
}
