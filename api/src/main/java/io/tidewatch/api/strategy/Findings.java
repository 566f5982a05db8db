package io.tidewatch.api.strategy;

import io.tidewatch.api.fusion.AspectNames;
import io.tidewatch.api.strategy.CategoryTalk.Judged;
import io.tidewatch.api.strategy.InsightStep.Figure;
import io.tidewatch.audience.Wording;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.model.trend.Interval3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Findings that more than one scenario needs. */
final class Findings {
  private static final int WORDS = 5;
  private static final int ASPECTS = 3;
  private static final int FEW = 10;

  private final StrategyQuery query;
  private final MarketStudy.Market market;
  private final CategoryTalk talk;
  private final CompetitionStudy competition;
  private final AspectNames names;
  private final Wording wording;
  private final Steps steps;

  Findings(
      StrategyQuery query,
      MarketStudy.Market market,
      CategoryTalk talk,
      CompetitionStudy competition,
      AspectNames names,
      Wording wording,
      Steps steps) {
    this.query = query;
    this.market = market;
    this.talk = talk;
    this.competition = competition;
    this.names = names;
    this.wording = wording;
    this.steps = steps;
  }

  /** Size and growth. */
  void market() {
    MarketRow.Size size = market.size();
    Interval3 change = size.before().gmv();
    String command = steps.command("strategy market", false);
    String counted = steps.say(
        "「%s」有 %d 位买家、%d 单、成交 %s %s",
        "%s has %d buyers, %d orders and sales of %s %s",
        size.name(),
        size.buyers(),
        size.orders(),
        size.gmv().toPlainString(),
        size.currency());
    var figures = new ArrayList<>(List.of(
        Figure.count("buyers", "", (double) size.buyers()),
        Figure.count("orders", "", (double) size.orders()),
        Figure.count("gmv", "", size.gmv().doubleValue())));
    if (change == null) {
      steps.add(
          "market",
          counted + steps.say(";与此前同长时段无法比较", "; it cannot be compared with the window before"),
          figures,
          steps.say("先补齐历史数据,再谈趋势", "Bring in history before counting on a trend"),
          command);
      return;
    }
    figures.add(Figure.of("growth", "", change));
    String decision = change.low() > 0
        ? steps.say("品类在长,可以顺势加码", "The category grows: go with it")
        : change.high() < 0
            ? steps.say("品类在缩,增量只能从对手那里来", "The category shrinks: growth must come from rivals")
            : steps.say("增减都没有得到证明,预算不要押在大盘上", "No change is proven: do not bank on the market");
    steps.add(
        "market",
        counted + steps.say(";比此前同长时段 %s", "; against the window before %s", Steps.signed(change)),
        figures,
        decision,
        command);
  }

  /** Aspects of which the category speaks more than before. */
  void wantedAspects() {
    List<String> brands = market.brands().stream().map(MarketRow.Brand::brandId).toList();
    Map<String, Judged> now = talk.aspects(brands, query.window());
    Map<String, Judged> before = talk.aspects(brands, query.before());
    int days = market.now().days();
    int seen = days - talk.unobservedDays(query.window());
    int seenBefore = days - talk.unobservedDays(query.before());
    var rises = new ArrayList<Rise>();
    for (Judged judged : now.values()) {
      Judged earlier = before.get(judged.aspect());
      Interval3 change = earlier == null || judged.documents() < FEW
          ? null
          : Estimates.change(units(judged), seen, units(earlier), seenBefore);
      if (change != null && change.low() > 0) {
        rises.add(new Rise(judged, change));
      }
    }
    rises.sort(Comparator.<Rise>comparingDouble(rise -> -rise.change().low())
        .thenComparing(rise -> rise.judged().aspect()));
    List<Rise> shown = rises.stream().limit(ASPECTS).toList();
    String command = steps.talk();
    if (shown.isEmpty()) {
      steps.missing(
          "wanted-aspects",
          steps.say(
              "没有属性的声量被证明在上升(当前 %d 个属性有评价)",
              "no aspect is proven to be talked of more (%d are judged now)", now.size()),
          command);
      return;
    }
    steps.add(
        "wanted-aspects",
        steps.say(
            "被说得更多的属性:%s",
            "Talked of more than before: %s",
            shown.stream()
                .map(rise -> steps.say(
                    "%s %s,好评 %d、差评 %d",
                    "%s %s, %d for and %d against",
                    names.of(rise.judged().aspect(), query.lang()),
                    Steps.signed(rise.change()),
                    rise.judged().positive(),
                    rise.judged().negative()))
                .collect(Collectors.joining("; "))),
        shown.stream()
            .map(rise -> Figure.of("documentsGrowth", rise.judged().aspect(), rise.change()))
            .toList(),
        shown.stream()
            .flatMap(rise -> rise.judged().evidence().stream())
            .distinct()
            .toList(),
        steps.say("产品卖点与内容先回答这些属性", "Let claims and content answer these aspects first"),
        command);
  }

  private record Rise(Judged judged, Interval3 change) {}

  private static Total units(Judged judged) {
    return Total.of(judged.documents());
  }

  /** Words with these labels, by R. */
  void keywords(String code, Set<KeywordLabel> labels, String decision) {
    List<KeywordRow> words = competition.words(query).stream()
        .filter(row -> labels.contains(row.label()) && row.R() != null)
        .sorted(Comparator.comparingDouble((KeywordRow row) -> -revenue(row))
            .thenComparing(KeywordRow::keyword))
        .limit(WORDS)
        .toList();
    String command = steps.command("keywords recommend", true);
    if (words.isEmpty()) {
      steps.missing(
          code,
          steps.say(
              "没有搜索词得到这样的标签:%s",
              "no keyword has such a label: %s",
              labels.stream().map(KeywordLabel::name).sorted().collect(Collectors.joining(", "))),
          command);
      return;
    }
    steps.add(
        code,
        steps.say(
            "搜索词:%s",
            "Keywords: %s",
            words.stream()
                .map(row -> steps.say(
                    "%s(R %.0f,E %s)",
                    "%s (R %.0f, E %s)",
                    row.keyword(),
                    revenue(row),
                    row.E() == null ? "—" : "%.2f".formatted(row.E())))
                .collect(Collectors.joining("; "))),
        words.stream()
            .map(row -> Figure.count("R", row.keyword(), revenue(row)))
            .toList(),
        decision,
        command);
  }

  private static double revenue(KeywordRow row) {
    return row.R() == null ? 0 : row.R();
  }

  /** The brand's row; null when it sold and said nothing here. */
  MarketRow.@Nullable Brand own() {
    return market.brand(query.requiredBrand()).orElse(null);
  }

  StrategyQuery query() {
    return query;
  }

  MarketStudy.Market marketFigures() {
    return market;
  }

  CompetitionStudy competition() {
    return competition;
  }

  Wording wording() {
    return wording;
  }

  Steps steps() {
    return steps;
  }
}
