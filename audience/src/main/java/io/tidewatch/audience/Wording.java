package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.Locale;
import java.util.Map;

/** Says things in Chinese or English. Immutable. */
public final class Wording {
  private static final Map<String, String> TIMES = Map.of(
      "night", "凌晨",
      "morning", "上午",
      "afternoon", "下午",
      "evening", "晚间",
      "winter", "冬季",
      "spring", "春季",
      "summer", "夏季",
      "autumn", "秋季");

  private final Catalogue catalogue;
  private final Locale language;
  private final TalkSource talk;
  private final boolean english;

  /** Aspects go by their ids; {@code language}: English for English, Chinese for everything else. */
  public Wording(Catalogue catalogue, Locale language) {
    this(catalogue, language, TalkSource.SILENT);
  }

  /** {@code talk}: names aspects. */
  Wording(Catalogue catalogue, Locale language, TalkSource talk) {
    this.catalogue = catalogue;
    this.language = language;
    this.talk = talk;
    this.english = language.getLanguage().equals("en");
  }

  /** The text in the language, with its arguments filled in. */
  public String say(String chinese, String inEnglish, Object... arguments) {
    return String.format(Locale.ROOT, english ? inEnglish : chinese, arguments);
  }

  /** The name of what a feature stands for. */
  public String name(Feature feature) {
    String id = feature.id();
    return switch (feature.kind()) {
      case CATEGORY -> category(id);
      case BRAND, PRODUCT -> catalogue.nameOf(id);
      case KEYWORD, CHANNEL, ATTRIBUTE -> id;
      case ASPECT -> say("口碑:%s", "praised for: %s", talk.aspect(id, language));
      case TOPIC -> "#" + id + "#";
      case SOCIAL -> say("热议度第%s档(共5档)", "talk level %s of 5", id);
      case PRICE_BAND, SPEND, ORDER_VALUE, PRICE_RANK -> say("第%s档(共5档)", "fifth %s of 5", id);
      case SEASON, HOUR -> english ? id : TIMES.getOrDefault(id, id);
    };
  }

  /** The name of a category. */
  public String category(String id) {
    return english ? catalogue.category(id).map(c -> c.nameEn()).orElse(id) : catalogue.nameOf(id);
  }

  /** The name of a state. */
  public String state(AiplState state) {
    return switch (state) {
      case O -> say("机会", "opportunity");
      case A -> say("认知", "awareness");
      case I -> say("兴趣", "interest");
      case P -> say("购买", "purchase");
      case L -> say("忠诚", "loyalty");
    };
  }

  /** The kind of a feature, as people say it. */
  public String kind(FeatureKind kind) {
    return switch (kind) {
      case CATEGORY -> say("类目", "category");
      case BRAND -> say("品牌", "brand");
      case PRODUCT -> say("商品", "product");
      case KEYWORD -> say("搜索词", "search");
      case PRICE_BAND -> say("价格带", "price band");
      case SEASON -> say("季节", "season");
      case HOUR -> say("时段", "time of day");
      case CHANNEL -> say("渠道", "channel");
      case SPEND -> say("消费力", "spending power");
      case ORDER_VALUE -> say("客单价", "order value");
      case PRICE_RANK -> say("购买价位", "price rank");
      case ATTRIBUTE -> say("属性", "attribute");
      case ASPECT -> say("商品特点", "product trait");
      case TOPIC -> say("话题", "topic");
      case SOCIAL -> say("社交热度", "talk level");
    };
  }

  /** The name of a brand. */
  public String brand(String brandId) {
    return catalogue.nameOf(brandId);
  }
}
