package io.tidewatch.api.strategy;

import io.tidewatch.api.strategy.InsightStep.Figure;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.model.trend.Interval3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A new product: is there room, at which price, with which claims and words, from whom. */
final class LaunchScenario {
  /** A band with less of the category's sales is not worth a product. */
  private static final double WORTH = 0.05;

  private static final int BANDS = 3;

  private final Findings findings;
  private final Steps steps;

  LaunchScenario(Findings findings) {
    this.findings = findings;
    this.steps = findings.steps();
  }

  void run() {
    findings.market();
    whiteSpace();
    findings.wantedAspects();
    findings.keywords(
        "open-keywords",
        Set.of(KeywordLabel.CONTESTED_ADVANTAGE, KeywordLabel.OPEN_NEUTRAL),
        steps.say(
            "新品先用这些没有归属的词小预算测试",
            "Test the new product on these words, which nobody owns, with a small budget"));
    rivalAudience();
  }

  /** A band with sales in which the brand is provably weaker than in the category. */
  private record Space(MarketRow.PriceBand band, Interval3 gmvShare, Interval3 own) {}

  private void whiteSpace() {
    String command = steps.command("strategy market", false);
    MarketRow.Brand brand = findings.own();
    Interval3 usual = brand == null ? null : brand.orderShare();
    if (usual == null) {
      steps.missing("white-space", steps.say("窗口内没有订单", "no order in the window"), command);
      return;
    }
    var spaces = new ArrayList<Space>();
    for (MarketRow.PriceBand band : findings.marketFigures().bands()) {
      Space space = space(band, usual);
      if (space != null) {
        spaces.add(space);
      }
    }
    spaces.sort(Comparator.<Space>comparingDouble(s -> -s.gmvShare().mid())
        .thenComparing(s -> s.band().low()));
    List<Space> shown = spaces.stream().limit(BANDS).toList();
    if (shown.isEmpty()) {
      steps.missing(
          "white-space",
          steps.say(
              "没有价格带证明本品牌偏弱(本品牌占品类订单 %s)",
              "no price band in which the brand is provably weak (it has %s of the category's"
                  + " orders)",
              Steps.percent(usual)),
          command);
      return;
    }
    var figures = new ArrayList<Figure>();
    shown.forEach(space -> {
      figures.add(Figure.of("gmvShare", space.band().band(), space.gmvShare()));
      figures.add(Figure.of("ownShare", space.band().band(), space.own()));
    });
    steps.add(
        "white-space",
        steps.say(
            "本品牌占品类订单 %s,而在这些价格带更少:%s",
            "The brand has %s of the category's orders and less in these price bands: %s",
            Steps.percent(usual),
            shown.stream().map(this::said).collect(Collectors.joining("; "))),
        figures,
        steps.say(
            "新品定价先考虑 %s",
            "Consider a price of %s first", shown.getFirst().band().band()),
        command);
  }

  private @Nullable Space space(MarketRow.PriceBand band, Interval3 usual) {
    Interval3 share = band.gmvShare();
    String id = findings.query().requiredBrand();
    Interval3 own = findings.marketFigures().shareInBand(id, band);
    return share == null || own == null || share.mid() < WORTH || own.high() >= usual.mid()
        ? null
        : new Space(band, share, own);
  }

  private String said(Space space) {
    MarketRow.BandBrand first = space.band().brands().getFirst();
    return steps.say(
        "%s 占品类成交 %s,本品牌在其中占 %s,最强的是 %s(%d 单)",
        "%s makes %s of its sales, the brand has %s of its orders, the strongest is %s (%d orders)",
        space.band().band(),
        Steps.percent(space.gmvShare()),
        Steps.percent(space.own()),
        first.name(),
        first.orders());
  }

  private void rivalAudience() {
    String command = steps.people("audience expand", " --directions competitor");
    List<RivalRow.Standing> rivals =
        findings.competition().standings(findings.query(), findings.marketFigures()).stream()
            .filter(row -> !row.own() && row.flow() != null && row.flow() > 0)
            .sorted(Comparator.<RivalRow.Standing>comparingDouble(
                    row -> row.flow() == null ? 0 : -row.flow())
                .thenComparing(RivalRow.Standing::brandId))
            .limit(BANDS)
            .toList();
    if (rivals.isEmpty()) {
      steps.missing(
          "rival-audience", steps.say("没有买家从竞品转来过", "no buyer ever came from a rival"), command);
      return;
    }
    steps.add(
        "rival-audience",
        steps.say(
            "从竞品转来的:%s",
            "Who comes from rivals: %s",
            rivals.stream()
                .map(row -> steps.say(
                    "%s 的后续订单有 %.1f%% 转来(赢 %d、输 %d),其 A、I 状态 %d 人",
                    "of %s’s next orders %.1f%% (won %d, lost %d), %d of its people in A and I",
                    row.name(),
                    100 * (row.flow() == null ? 0 : row.flow()),
                    RivalRow.or0(row.won()),
                    RivalRow.or0(row.lost()),
                    row.people().getOrDefault("A", 0) + row.people().getOrDefault("I", 0)))
                .collect(Collectors.joining("; "))),
        rivals.stream()
            .map(row -> Figure.count("flow", row.brandId(), row.flow() == null ? 0 : row.flow()))
            .toList(),
        steps.say(
            "首批人群从 %s 的用户里找",
            "Look for the first audience among users of %s", rivals.getFirst().name()),
        command);
  }
}
