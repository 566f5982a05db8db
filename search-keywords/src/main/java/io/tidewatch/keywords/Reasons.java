package io.tidewatch.keywords;

import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.answer.Reason;
import io.tidewatch.keywords.answer.Wording;
import io.tidewatch.keywords.formula.BrandAdvantage;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts into words why a row is as it is, in Chinese or English. Immutable. */
final class Reasons {
  private static final double NOTABLE_TREND = 0.2;
  /** They speak of people, whom a sum of words does not know. */
  private static final Set<String> OF_PEOPLE = Set.of("few-buyers", "no-searchers-known");

  private final Catalogue catalogue;
  private final KeywordConfig config;
  private final Wording wording;

  /** {@code language}: English for English, Chinese for everything else. */
  Reasons(Catalogue catalogue, KeywordConfig config, Locale language) {
    this.catalogue = catalogue;
    this.config = config;
    this.wording = new Wording(language);
  }

  /** The reasons of one row, the weightiest first; {@code root} is what it is rolled up to. */
  List<Reason> of(KeywordCell cell, KeywordExplanation why, @Nullable RootCell root) {
    var reasons = new ArrayList<Reason>();
    label(why, reasons);
    missing(cell, why, reasons);
    if (root != null) {
      reasons.add(say(
          "root-word",
          "数据不足,归入词根「%s」(%d 个词共 %d 单)",
          "Too little data: see its root word \"%s\" (%d words, %d orders)",
          root.cell().keyword(),
          root.words(),
          Objects.requireNonNullElse(root.cell().orders(), 0L)));
    }
    double trend = why.trend().trend();
    if (Math.abs(trend) >= NOTABLE_TREND) {
      reasons.add(say(
          trend > 0 ? "searches-up" : "searches-down",
          "搜索人数由前半窗口的 %d 人变为后半窗口的 %d 人",
          "Searchers went from %d in the first half of the window to %d in the second",
          why.trend().before(),
          why.trend().after()));
    }
    switch (cell.basis()) {
      case BEHAVIOUR -> {}
      case AGGREGATE ->
        reasons.add(say(
            "imported-totals",
            "依据导入的关键词汇总数据,不是逐条行为",
            "From imported keyword totals, not from single events"));
      case TITLE ->
        reasons.add(say(
            "product-titles",
            "没有该词的搜索记录;依据名称含该词的商品的订单",
            "No searches of this word; from orders of products whose name holds it"));
    }
    return reasons;
  }

  /** The reasons of a sum of words. */
  List<Reason> ofSum(KeywordCell cell, KeywordExplanation why) {
    return of(cell, why, null).stream()
        .filter(reason -> !OF_PEOPLE.contains(reason.code()))
        .toList();
  }

  /** Why a word cannot be weighed against a budget. */
  Reason notPlanned(String missing) {
    return switch (missing) {
      case "cost" ->
        say(
            "no-cost-per-click",
            "缺少点击成本,无法放入预算",
            "No cost per click is known, so it is not planned");
      case "click-rate" ->
        say("no-click-rate", "缺少点击率,无法放入预算", "No click rate is known, so it is not planned");
      case "score" ->
        say(
            "no-score",
            "缺少转化概率或搜索人数,无法放入预算",
            "No score or searchers are known, so it is not planned");
      default ->
        say("no-order-value", "缺少客单价,无法放入预算", "No order value is known, so it is not planned");
    };
  }

  /** Why a word is not worth its clicks. {@code breakEven} is null where no cost is known. */
  Reason negative(long clicks, long orders, double upper, @Nullable Double breakEven) {
    return breakEven == null
        ? say(
            "negative-unproven",
            "%d 次点击没有订单(每次点击的订单上限 %.4f);缺少点击成本,无法与盈亏平衡比较",
            "%d clicks and no order (at most %.4f orders a click); no cost per click is known to"
                + " compare with",
            clicks,
            upper)
        : say(
            "negative",
            "%d 次点击 %d 单,每次点击的订单上限 %.4f 低于盈亏平衡 %.4f:设为否定词",
            "%d clicks and %d orders: at most %.4f orders a click, below the break-even of %.4f:"
                + " exclude it",
            clicks,
            orders,
            upper,
            breakEven);
  }

  private void label(KeywordExplanation why, List<Reason> reasons) {
    KeywordLabel label = why.label();
    if (label == null) {
      return;
    }
    var own = why.brandOwnership();
    var rival = why.rivalOwnership();
    var edge = why.advantage();
    switch (label) {
      case OWNED -> {
        if (own != null) {
          reasons.add(say(
              "owned",
              "订单 %d/%d 属于本品牌,占比下限 %.0f%%,不低于一半:守住",
              "%d of %d orders are the brand's, share at least %.0f%%, half or more: defend",
              own.keywordBrandOrders(),
              own.keywordOrders(),
              100 * own.shareLow()));
        }
      }
      case RIVAL_OWNED -> {
        if (rival != null) {
          reasons.add(say(
              "rival-owned",
              "订单 %d/%d 属于「%s」,占比下限 %.0f%%:攻占需投入",
              "%d of %d orders belong to %s, share at least %.0f%%: conquest costs",
              rival.keywordBrandOrders(),
              rival.keywordOrders(),
              catalogue.nameOf(rival.brandId()),
              100 * rival.shareLow()));
        }
      }
      case CONTESTED_ADVANTAGE ->
        edge(
            edge,
            "contested-advantage",
            "无主之词,本品牌占比 %.1f%% 高于类目 %.1f%%(A 下限 %+.2f > 0):主推扩散词",
            "Nobody owns it; the brand has %.1f%% here, %.1f%% in the category (A at least"
                + " %+.2f > 0): a main diffusion word",
            edge == null || edge.A() == null ? 0 : edge.A().lo(),
            reasons);
      case OPEN_NEUTRAL ->
        edge(
            edge,
            "open-neutral",
            "无主之词,本品牌占比 %.1f%%,类目 %.1f%%,差异未证实(A 上限 %+.2f):测试预算",
            "Nobody owns it; the brand has %.1f%% here, %.1f%% in the category, not proven"
                + " different (A at most %+.2f): test budget",
            edge == null || edge.A() == null ? 0 : edge.A().hi(),
            reasons);
      case OPEN_WEAK ->
        edge(
            edge,
            "open-weak",
            "无主之词,本品牌占比 %.1f%% 低于类目 %.1f%%(A 上限 %+.2f < 0)",
            "Nobody owns it; the brand has %.1f%% here, less than %.1f%% in the category (A at"
                + " most %+.2f < 0)",
            edge == null || edge.A() == null ? 0 : edge.A().hi(),
            reasons);
      case INSUFFICIENT -> {}
    }
  }

  private void edge(
      BrandAdvantage.@Nullable Explanation edge,
      String code,
      String chinese,
      String inEnglish,
      double bound,
      List<Reason> reasons) {
    if (edge != null) {
      double s =
          edge.keywordOrders() == 0 ? 0 : (double) edge.keywordBrandOrders() / edge.keywordOrders();
      reasons.add(say(code, chinese, inEnglish, 100 * s, 100 * edge.q(), bound));
    }
  }

  private void missing(KeywordCell cell, KeywordExplanation why, List<Reason> reasons) {
    Long orders = cell.orders();
    if (orders == null) {
      reasons.add(say("no-orders-known", "缺少该词的总订单数", "The word's orders are not known"));
    } else if (orders < config.minOrders()) {
      reasons.add(say(
          "few-orders",
          "订单只有 %d 单,少于 %d 单",
          "Only %d orders, fewer than %d",
          orders,
          config.minOrders()));
    }
    Long buyers = cell.buyers();
    if (buyers == null) {
      reasons.add(say("no-buyers-known", "缺少购买人数", "The number of buyers is not known"));
    } else if (buyers < config.minBuyers()) {
      reasons.add(say(
          "few-buyers",
          "购买人数只有 %d 人,少于 %d 人",
          "Only %d buyers, fewer than %d",
          buyers,
          config.minBuyers()));
    }
    if (cell.searchers() == null) {
      reasons.add(say("no-searchers-known", "缺少搜索人数,无法计算 R", "Searchers are not known, so no R"));
    }
    if (cell.gmv() == null) {
      reasons.add(say("no-gmv-known", "缺少成交额,无法计算 R", "Revenue is not known, so no R"));
    }
    if (!cell.complete()) {
      reasons.add(say(
          "no-rival-orders", "缺少竞争品牌的订单,无法计算 E", "Orders of rival brands are not known, so no E"));
    }
    if (cell.category() == null) {
      reasons.add(say("no-category", "类目未知,无法与类目比较", "No category is known to compare with"));
    }
    if (why.brandId() != null && cell.brandOrders(why.brandId()) == null) {
      reasons.add(say(
          "no-brand-orders",
          "缺少本品牌在该词的订单,无法计算 A",
          "The brand's orders of the word are not known, so no A"));
    }
    if (cell.foreign() > 0) {
      reasons.add(say(
          "other-currency",
          "%d 笔其他币种的金额未计入(只计 %s)",
          "%d amounts in other currencies are left out (only %s counts)",
          cell.foreign(),
          config.currency()));
    }
    if (why.score() != null && !why.model().fitted()) {
      reasons.add(say(
          "default-score",
          "历史数据不足以拟合,分数用默认系数",
          "Too little history to fit: the score uses default coefficients"));
    }
  }

  private Reason say(String code, String chinese, String inEnglish, Object... arguments) {
    return wording.say(code, chinese, inEnglish, arguments);
  }
}
