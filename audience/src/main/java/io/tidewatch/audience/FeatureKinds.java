package io.tidewatch.audience;

import io.tidewatch.audience.answer.FeatureKindRow;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.WordFamilies;
import java.util.ArrayList;
import java.util.List;

/** The catalogue of features: what each kind means and how much of the base it covers. */
final class FeatureKinds {
  private final AudienceConfig config;
  private final Wording wording;
  private final WordFamilies families;

  FeatureKinds(AudienceConfig config, Wording wording, WordFamilies families) {
    this.config = config;
    this.wording = wording;
    this.families = families;
  }

  List<FeatureKindRow> rows(Snapshot snapshot) {
    FeatureMatrix matrix = snapshot.features(null, config.interests(), families);
    var rows = new ArrayList<FeatureKindRow>();
    for (FeatureKind kind : FeatureKind.values()) {
      int values = 0;
      long bytes = 0;
      UserSet users = UserSet.EMPTY;
      for (int column = 0; column < matrix.features(); column++) {
        if (matrix.feature(column).kind() == kind) {
          values++;
          users = users.or(matrix.carriers(column));
          bytes += matrix.carriers(column).bytes();
        }
      }
      int newest = matrix.newest(kind);
      rows.add(new FeatureKindRow(
          kind.label(),
          meaning(kind),
          window(kind),
          values,
          users.size(),
          (double) users.size() / snapshot.base().size(),
          bytes,
          newest < 0 ? null : snapshot.facts().asOf().minusSeconds(newest),
          snapshot.facts().asOf()));
    }
    return rows;
  }

  private String meaning(FeatureKind kind) {
    return switch (kind) {
      case CATEGORY -> wording.say("对类目的衰减兴趣", "Decayed interest in a category");
      case BRAND -> wording.say("对品牌的衰减兴趣", "Decayed interest in a brand");
      case PRODUCT -> wording.say("对商品的衰减兴趣", "Decayed interest in a product");
      case KEYWORD ->
        wording.say("对搜索词族的衰减兴趣", "Decayed interest in a searched word and its spellings");
      case PRICE_BAND ->
        wording.say(
            "对类目内价格档的衰减兴趣,1 最低",
            "Decayed interest in a fifth of its category's prices, 1 the lowest");
      case SEASON -> wording.say("在该季节的行为占比", "Share of the user's acts in a season");
      case HOUR -> wording.say("在该时段的行为占比", "Share of the user's acts in a part of the day");
      case CHANNEL -> wording.say("经该渠道的行为占比", "Share of the user's acts through a channel");
      case SPEND -> wording.say("衰减消费额的五分位,5 最高", "Fifth by decayed spend, 5 the highest");
      case ORDER_VALUE -> wording.say("平均订单额的五分位", "Fifth by mean order value");
      case PRICE_RANK ->
        wording.say(
            "所购商品在类目价格中位次的五分位",
            "Fifth by the mean rank of what was bought in its category's prices");
      case ATTRIBUTE ->
        wording.say(
            "用户属性,含来源(verified/declared/inferred)", "Attribute of the user with its source");
      case ASPECT ->
        wording.say(
            "对他人好评某方面的商品的衰减兴趣(按商品关联,不按作者)",
            "Decayed interest in products that others praise for an aspect (joined by product, not by"
                + " author)");
      case TOPIC ->
        wording.say(
            "对某话题下被提及商品的衰减兴趣(按商品关联)",
            "Decayed interest in products that are named under a hashtag (joined by product)");
      case SOCIAL ->
        wording.say(
            "对类目内热议商品的衰减兴趣,按讨论作者数分五档,5 最高(按商品关联)",
            "Decayed interest in a fifth of its category's products by authors who talk of them, 5 the"
                + " most (joined by product)");
    };
  }

  private String window(FeatureKind kind) {
    return switch (kind) {
      case CATEGORY, BRAND, PRODUCT, KEYWORD, PRICE_BAND, ASPECT, TOPIC, SOCIAL ->
        wording.say(
            "%d 天,按行为半衰期 7–90 天衰减",
            "%d days, fading by half in 7 to 90 days by action", config.reach());
      case SEASON, HOUR, CHANNEL -> wording.say("%d 天,不衰减", "%d days, not fading", config.reach());
      case SPEND ->
        wording.say(
            "%d 天,半衰期 %.0f 天",
            "%d days, fading by half in %.0f days",
            config.reach(),
            config.interests().spendHalfLifeDays());
      case ORDER_VALUE, PRICE_RANK -> wording.say("%d 天", "%d days", config.reach());
      case ATTRIBUTE -> wording.say("最近一次告知", "As told last");
    };
  }
}
