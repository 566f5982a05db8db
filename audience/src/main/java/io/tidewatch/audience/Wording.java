package io.tidewatch.audience;

import io.tidewatch.model.catalogue.Catalogue;
import java.util.Locale;

/** Says things in Chinese or English. Immutable. */
final class Wording {
  private final Catalogue catalogue;
  private final boolean english;

  /** {@code language}: English for English, Chinese for everything else. */
  Wording(Catalogue catalogue, Locale language) {
    this.catalogue = catalogue;
    this.english = language.getLanguage().equals("en");
  }

  String say(String chinese, String inEnglish, Object... arguments) {
    return String.format(Locale.ROOT, english ? inEnglish : chinese, arguments);
  }

  /** The name of what a feature stands for. */
  String name(Feature feature) {
    return switch (feature.kind()) {
      case CATEGORY ->
        english
            ? catalogue.category(feature.id()).map(c -> c.nameEn()).orElse(feature.id())
            : catalogue.nameOf(feature.id());
      case BRAND, PRODUCT -> catalogue.nameOf(feature.id());
      case KEYWORD -> feature.id();
    };
  }

  /** The kind of a feature, as people say it. */
  String kind(Feature.Kind kind) {
    return switch (kind) {
      case CATEGORY -> english ? "category" : "类目";
      case BRAND -> english ? "brand" : "品牌";
      case PRODUCT -> english ? "product" : "商品";
      case KEYWORD -> english ? "search" : "搜索词";
    };
  }

  String brand(String brandId) {
    return catalogue.nameOf(brandId);
  }
}
