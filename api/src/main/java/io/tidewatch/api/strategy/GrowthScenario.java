package io.tidewatch.api.strategy;

import io.tidewatch.api.strategy.InsightStep.Figure;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.keywords.formula.MetricTrend;
import io.tidewatch.model.trend.Interval3;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A larger category: which people, prices, words and occasions carry its growth. */
final class GrowthScenario {
  private static final int MOST = 3;
  /** Fewer days before the window would make everybody a newcomer. */
  private static final int LEAST_HISTORY = 180;

  private static final int AHEAD = 400;
  private static final Set<String> NOBODY = Set.of(SmallGroups.OTHER, Buyers.UNKNOWN);

  private final Findings findings;
  private final Steps steps;
  private final Supplier<List<SegmentRow>> segments;
  private final Supplier<List<MarketRow>> seasons;
  private final IntSupplier historyDays;
  private final CommerceCalendar calendar;

  GrowthScenario(
      Findings findings,
      Supplier<List<SegmentRow>> segments,
      Supplier<List<MarketRow>> seasons,
      IntSupplier historyDays,
      CommerceCalendar calendar) {
    this.findings = findings;
    this.steps = findings.steps();
    this.segments = segments;
    this.seasons = seasons;
    this.historyDays = historyDays;
    this.calendar = calendar;
  }

  void run() {
    findings.market();
    List<SegmentRow> groups = segments.get();
    newcomers(groups);
    growingGroups(groups);
    growingBands();
    growingWords();
    occasion();
  }

  private void newcomers(List<SegmentRow> groups) {
    String command = steps.command("strategy segments", true);
    int history = historyDays.getAsInt();
    if (history < LEAST_HISTORY) {
      steps.missing(
          "newcomers",
          steps.say(
              "窗口之前只见到 %d 天,少于 %d 天,分不清新客与老客",
              "only %d days were seen before the window, fewer than %d: newcomers cannot be told",
              history,
              LEAST_HISTORY),
          command);
      return;
    }
    for (SegmentRow row : groups) {
      Interval3 share = row.buyerShare();
      Interval3 gmv = row.gmvShare();
      if (row.dimension().equals("history")
          && row.group().equals("new")
          && share != null
          && gmv != null) {
        steps.add(
            "newcomers",
            steps.say(
                "新客占买家 %s,占成交 %s",
                "Newcomers are %s of the buyers and %s of the sales",
                Steps.percent(share),
                Steps.percent(gmv)),
            List.of(Figure.of("buyerShare", "new", share), Figure.of("gmvShare", "new", gmv)),
            share.mid() > 0.5
                ? steps.say("增长靠拉新,先扩大认知人群", "Growth comes from newcomers: widen awareness")
                : steps.say("增长靠复购,先提频次", "Growth comes from those who return: raise frequency"),
            command);
        return;
      }
    }
    steps.missing(
        "newcomers",
        steps.say(
            "新客或老客不足 %d 人", "fewer than %d newcomers or returning buyers", SegmentStudy.LEAST),
        command);
  }

  /** Something that provably grew. */
  private record Grown(String name, Interval3 growth, double weight) {}

  private void growingGroups(List<SegmentRow> groups) {
    var grown = new ArrayList<Grown>();
    for (SegmentRow row : groups) {
      Interval3 growth = row.growth();
      Interval3 gmv = row.gmvShare();
      if (growth != null
          && gmv != null
          && growth.low() > 0
          && !NOBODY.contains(row.group())
          && !row.dimension().equals("history")) {
        grown.add(new Grown(row.name(), growth, gmv.mid()));
      }
    }
    tell(
        "growing-groups",
        grown,
        said -> steps.say("人群在增长:%s", "Groups that grow: %s", said),
        steps.say("没有人群被证明在增长", "no group is proven to grow"),
        first -> steps.say("先投给「%s」", "Reach %s first", first),
        steps.command("strategy segments", true));
  }

  private void growingBands() {
    var grown = new ArrayList<Grown>();
    for (MarketRow.PriceBand band : findings.marketFigures().bands()) {
      Interval3 growth = band.growth();
      Interval3 gmv = band.gmvShare();
      if (growth != null && gmv != null && growth.low() > 0) {
        grown.add(new Grown(band.band(), growth, gmv.mid()));
      }
    }
    tell(
        "growing-bands",
        grown,
        said -> steps.say("价格带在增长:%s", "Price bands that grow: %s", said),
        steps.say("没有价格带被证明在增长", "no price band is proven to grow"),
        first -> steps.say("货盘向 %s 倾斜", "Lean the range towards %s", first),
        steps.command("strategy market", false));
  }

  private void growingWords() {
    var grown = new ArrayList<Grown>();
    for (KeywordRow row : findings.competition().words(findings.query())) {
      MetricTrend.Change searchers = row.trend() == null ? null : row.trend().searchers();
      if (searchers != null
          && searchers.change().lo() > 0
          && row.label() != KeywordLabel.INSUFFICIENT) {
        grown.add(new Grown(
            row.keyword(),
            new Interval3(
                Math.expm1(searchers.change().lo()),
                Math.expm1(searchers.change().mid()),
                Math.expm1(searchers.change().hi())),
            row.R() == null ? 0 : row.R()));
      }
    }
    tell(
        "growing-words",
        grown,
        said -> steps.say(
            "搜索人数在增长(窗口后半对前半):%s",
            "Searched by more people (second half of the window against the first): %s", said),
        steps.say("没有搜索词被证明在增长", "no keyword is proven to grow"),
        first -> steps.say("加投「%s」", "Buy more of %s", first),
        steps.command("keywords recommend", true));
  }

  private void tell(
      String code,
      List<Grown> grown,
      Function<String, String> finding,
      String none,
      Function<String, String> decision,
      String command) {
    List<Grown> shown = grown.stream()
        .sorted(Comparator.<Grown>comparingDouble(g -> -g.weight()).thenComparing(Grown::name))
        .limit(MOST)
        .toList();
    if (shown.isEmpty()) {
      steps.missing(code, none, command);
      return;
    }
    steps.add(
        code,
        finding.apply(shown.stream()
            .map(g -> g.name() + " " + Steps.signed(g.growth()))
            .collect(Collectors.joining("; "))),
        shown.stream().map(g -> Figure.of("growth", g.name(), g.growth())).toList(),
        decision.apply(shown.getFirst().name()),
        command);
  }

  private void occasion() {
    String command = steps.command("strategy market", false);
    MarketRow.Season best = null;
    for (MarketRow row : seasons.get()) {
      if (row instanceof MarketRow.Season season
          && season.section().equals("occasion")
          && season.index() != null
          && season.seenDays() > 0
          && (best == null || index(season) > index(best))) {
        best = season;
      }
    }
    if (best == null || index(best) <= 100) {
      steps.missing(
          "occasion",
          steps.say("一年内没有高于平日的节点", "no sale or holiday of the year was above ordinary days"),
          command);
      return;
    }
    LocalDate next = next(best.key());
    steps.add(
        "occasion",
        steps.say(
            "「%s」期间日均 %.1f 单,是平时的 %.0f%%(%d 天)",
            "%s had %.1f orders a day, %.0f%% of an ordinary day (%d days)",
            best.name(),
            best.ordersADay() == null ? 0 : best.ordersADay(),
            index(best),
            best.seenDays()),
        List.of(Figure.count("index", best.key(), index(best))),
        next == null
            ? steps.say("下一次之前备好货", "Stock up before the next one")
            : steps.say(
                "下一次从 %s 开始,提前备货与蓄水", "The next begins on %s: stock up and warm up before", next),
        command);
  }

  private static double index(MarketRow.Season season) {
    return season.index() == null ? 0 : season.index();
  }

  private @Nullable LocalDate next(String occasion) {
    LocalDate today =
        findings.query().window().to().atZone(findings.query().window().zone()).toLocalDate();
    for (int year = today.getYear(); year <= today.plusDays(AHEAD).getYear(); year++) {
      for (CommerceCalendar.Occasion run : calendar.year(year)) {
        CommerceCalendar.DayRange main = run.phases().get(CommerceCalendar.Phase.MAIN);
        LocalDate first = main == null ? run.day() : main.first();
        if (run.id().equals(occasion) && first.isAfter(today)) {
          return first;
        }
      }
    }
    return null;
  }
}
