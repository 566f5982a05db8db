package io.tidewatch.audience.learning;

import static java.util.Map.entry;

import io.tidewatch.audience.Wording;
import java.util.Locale;
import java.util.Map;

/** Says what the numbers of a selection model mean, in Chinese or English. Immutable. */
final class ColumnWords {
  private static final Map<String, String> CHINESE = Map.ofEntries(
      entry(RelativeColumns.DIRECTION + "interest", "方向「兴趣偏好」的证据"),
      entry(RelativeColumns.DIRECTION + "category", "方向「关联类目」的证据"),
      entry(RelativeColumns.DIRECTION + "competitor", "方向「竞品用户」的证据"),
      entry(RelativeColumns.DIRECTION + "search", "方向「搜索意图」的证据"),
      entry(RelativeColumns.DIRECTION + "lost", "方向「流失召回」的证据"),
      entry(RelativeColumns.DIRECTION + "peer", "方向「相似人群」的证据"),
      entry("like buyers, tag diffusion", "与买家相似(标签扩散)"),
      entry("like buyers, tag-based collaborative filtering", "与买家相似(标签协同过滤)"),
      entry("like buyers, plain lookalike", "与买家相似(lookalike)"),
      entry("days since last act", "距上次行为天数"),
      entry("acts in 28 days", "28 天内行为次数"),
      entry("spent in 90 days", "90 天内消费金额"),
      entry("acts in 7 days", "7 天内行为次数"),
      entry("orders in 90 days", "90 天内订单数"),
      entry("category: days since sought", "距上次搜索、点击或浏览本类目天数"),
      entry("category: sought in 7 days", "7 天内搜索、点击或浏览本类目次数"),
      entry("category: sought in 28 days", "28 天内搜索、点击或浏览本类目次数"),
      entry("category: kept in 28 days", "28 天内本类目加购或收藏次数"),
      entry("category: days since order", "距上次本类目下单天数"),
      entry("category: orders in 90 days", "90 天内本类目订单数"),
      entry("brand: days since seen", "距上次看到本品牌天数"),
      entry("brand: seen in 15 days", "15 天内看到本品牌次数"),
      entry("brand: days since met", "距上次与本品牌互动天数"),
      entry("brand: met in 90 days", "90 天内与本品牌互动次数"),
      entry("active days in 28 days", "28 天内活跃天数"),
      entry("category: acts in 180 days", "180 天内本类目行为次数"),
      entry("category: days sought in 28 days", "28 天内搜索、点击或浏览本类目的天数"),
      entry("category: orders", "本类目订单数"),
      entry("category: days since order over usual gap", "距上次本类目下单天数与平均间隔之比"),
      entry("category: kept in 14 days and not bought", "14 天内本类目加购或收藏未买次数"),
      entry("category: usual price", "本类目常看价位"),
      entry("category: usual price off the brand's", "常看价位与本品牌价位之差"),
      entry("brand: acts", "与本品牌的行为次数"),
      entry("brand: share of acts in category", "本品牌在本类目行为中的占比"));

  private final Wording wording;

  ColumnWords(Wording wording) {
    this.wording = wording;
  }

  /** The name of a number. */
  String name(String feature) {
    return wording.say("%1$s", "%2$s", CHINESE.getOrDefault(feature, feature), feature);
  }

  /**
   * What a number does to a user's odds.
   *
   * @param value NaN when it is not known
   * @param added log-odds
   */
  String contribution(String feature, double value, double added) {
    String shown = Double.isNaN(value)
        ? wording.say("未知", "not known")
        : String.format(Locale.ROOT, "%.4g", value);
    return wording.say(
        added > 0 ? "%s = %s:提高,几率 × %.2f" : "%s = %s:降低,几率 × %.2f",
        added > 0 ? "%s = %s: raises the odds, × %.2f" : "%s = %s: lowers the odds, × %.2f",
        name(feature),
        shown,
        Math.exp(added));
  }
}
