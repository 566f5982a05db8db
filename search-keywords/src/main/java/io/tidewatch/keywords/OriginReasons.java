package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.answer.Wording;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.List;
import java.util.Locale;

/** Puts into words where a row comes from. Immutable. */
final class OriginReasons {
  private final Catalogue catalogue;
  private final Wording wording;

  /** {@code language}: English for English, Chinese for everything else. */
  OriginReasons(Catalogue catalogue, Locale language) {
    this.catalogue = catalogue;
    this.wording = new Wording(language);
  }

  Reason sharesText(String seed) {
    return wording.say("seed-text", "与种子词「%s」有共同的词", "Shares a word with the seed \"%s\"", seed);
  }

  Reason sharesCategory(String seed, String category) {
    return wording.say(
        "seed-category",
        "与种子词「%s」通向同一类目「%s」",
        "Leads to the same category as the seed \"%s\": %s",
        seed,
        wording.english()
            ? catalogue.category(category).map(c -> c.nameEn()).orElse(category)
            : catalogue.nameOf(category));
  }

  /** Why a word is a candidate. */
  Reason source(KeywordRow.Source source) {
    long count = source.counts().values().stream().findFirst().orElse(0L);
    String with = source.with();
    return switch (source.source()) {
      case KeywordSources.CO_SEARCH ->
        wording.say(
            "co-search", "%d 人也搜索了「%s」", "%d searchers of \"%s\" searched it too", count, with);
      case KeywordSources.CO_CLICK ->
        wording.say(
            "co-click",
            "有 %d 件商品在它与「%s」之下都被点击",
            "%d products are clicked under it and under \"%s\"",
            count,
            with);
      case KeywordSources.ORDER_PATH ->
        wording.say(
            "order-path",
            "%d 位买家在购买前一周内搜索过它",
            "%d buyers searched it in the week before they bought",
            count);
      case KeywordSources.CATALOGUE ->
        wording.say("catalogue", "含有「%s」的名称", "Holds a name of %s", catalogue.nameOf(with));
      case KeywordSources.COMPETITOR ->
        wording.say(
            "competitor", "含有竞品「%s」的名称", "Holds a name of the rival %s", catalogue.nameOf(with));
      case KeywordSources.TALK ->
        wording.say(
            "talk",
            "近 7 天上升的话题(%d 次提及),还没有关键词",
            "Talk that rose in the last 7 days (%d mentions) and has no keyword yet",
            count);
      case KeywordSources.ASPECT ->
        wording.say(
            "aspect",
            "「%s」的口碑点:%d 条好评",
            "People praise this of %s: %d times",
            catalogue.nameOf(with),
            count);
      case KeywordSources.HOLIDAY ->
        wording.say("holiday", "临近的节日:%s", "An occasion that comes: %s", with);
      case KeywordSources.SEMANTIC ->
        wording.say(
            "semantic",
            "与「%s」语义相近(%d%%),按点击重新排序",
            "Near \"%s\" in meaning (%d %%), ranked again by clicks",
            with,
            count);
      default ->
        wording.say(
            source.source(),
            "来源 %s:%s(%d)",
            "From %s: %s (%d)",
            source.source(),
            with.isEmpty() ? "-" : with,
            count);
    };
  }

  /** Why the row is not of the word that was asked for. */
  Reason spelling(String asked, String head, List<String> joins) {
    return wording.say(
        "spelling",
        "「%s」是「%s」的另一种写法(%s)",
        "\"%s\" is another spelling of \"%s\" (%s)",
        asked,
        head,
        String.join(", ", joins));
  }

  /** What a sum of words can tell and what not. */
  Reason sums(RootCell root) {
    return wording.say(
        "root-sum",
        "词根汇总:%d 个词之和,订单按(用户、词、品牌、日)计;去重后的搜索人数在 %d 到 %d 之间,购买人数在 %d 到 %d 之间,"
            + "无法由各词相加得出,故为空,R 也为空;购买人数按下限判断是否足够",
        "Sum of %d words, an order counted once a user, word, brand and day; distinct searchers lie"
            + " between %d and %d, buyers between %d and %d: they cannot be added, so they are null,"
            + " and so is R; whether buyers suffice is judged by the least number",
        root.words(),
        root.fewestSearchers(),
        root.mostSearchers(),
        root.fewestBuyers(),
        root.mostBuyers());
  }
}
