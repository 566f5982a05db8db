package io.tidewatch.api.strategy;

import io.tidewatch.api.strategy.InsightStep.Figure;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.trend.Interval3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A dearer brand: where it stands, who would pay more, who stays, what must be mended. */
final class UpgradeScenario {
  /** People in the smallest group about which something is said inside the house. */
  private static final int LEAST = 20;

  private static final int MOST = 3;

  private final Findings findings;
  private final Steps steps;

  UpgradeScenario(Findings findings) {
    this.findings = findings;
    this.steps = findings.steps();
  }

  void run() {
    position();
    payMoreElsewhere();
    List<RivalRow.Standing> standings =
        findings.competition().standings(findings.query(), findings.marketFigures());
    loyal(standings);
    mend();
    losses(standings);
  }

  private void position() {
    String command = steps.command("strategy market", false);
    MarketRow.Brand brand = findings.own();
    if (brand == null || brand.priceIndex() == null || brand.price() == null) {
      steps.missing("position", steps.say("本品牌没有订单", "the brand has no order"), command);
      return;
    }
    double index = brand.priceIndex();
    steps.add(
        "position",
        steps.say(
            "本品牌每件均价 %.2f %s,是品类均价的 %.0f%%",
            "A piece of the brand costs %.2f %s, %.0f%% of the category’s mean",
            brand.price(),
            brand.currency(),
            index),
        List.of(
            Figure.count("price", brand.brandId(), brand.price()),
            Figure.count("priceIndex", brand.brandId(), index)),
        index < 100
            ? steps.say("价格低于品类,有上探空间", "Below the category: there is room upwards")
            : steps.say(
                "价格已高于品类,升级要靠口碑与忠诚", "Above the category: upgrade by judgement and loyalty"),
        command);
  }

  /** Buyers of the brand who bought another brand of the category in a dearer band. */
  private void payMoreElsewhere() {
    String command = steps.people("audience features", "");
    Sales now = findings.marketFigures().now();
    String own = findings.query().requiredBrand();
    PriceSteps bands = now.steps();
    Map<String, PriceSteps.Band> ours = new HashMap<>();
    Map<String, PriceSteps.Band> theirs = new HashMap<>();
    for (MarketOrder order : now.orders()) {
      if (order.currency().equals(now.currency())) {
        (order.brandId().equals(own) ? ours : theirs)
            .merge(
                order.userId(),
                bands.band(order.piecePrice()),
                (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    long dearer = ours.entrySet().stream()
        .filter(e -> theirs.containsKey(e.getKey())
            && theirs.getOrDefault(e.getKey(), e.getValue()).compareTo(e.getValue()) > 0)
        .count();
    Interval3 share = CompetitionStudy.ofCounts(dearer, ours.size() - dearer);
    if (share == null || ours.size() < LEAST) {
      steps.missing(
          "pay-more-elsewhere",
          steps.say(
              "本品牌买家只有 %d 人,少于 %d 人", "the brand has %d buyers, fewer than %d", ours.size(), LEAST),
          command);
      return;
    }
    steps.add(
        "pay-more-elsewhere",
        steps.say(
            "本品牌 %d 位买家里,%s 在同品类为别的品牌付过更高的价格带",
            "Of the brand’s %d buyers %s paid a dearer price band of another brand",
            ours.size(),
            Steps.percent(share)),
        List.of(
            Figure.count("buyers", own, ours.size()), Figure.of("payMoreElsewhere", own, share)),
        share.low() > 0.05
            ? steps.say("这些人先收到升级款", "Offer the dearer product to them first")
            : steps.say("自家买家里愿意付更高的人少,升级要找新人群", "Few of them pay more: look for new people"),
        command);
  }

  private void loyal(List<RivalRow.Standing> standings) {
    String command = steps.people("audience assets", "");
    var figures = new ArrayList<Figure>();
    var said = new ArrayList<String>();
    for (RivalRow.Standing row : standings) {
      int loyal = row.people().getOrDefault("L", 0);
      int bought = row.people().getOrDefault("P", 0);
      Interval3 share = CompetitionStudy.ofCounts(loyal, bought);
      if (share != null && loyal + bought >= LEAST) {
        figures.add(Figure.of("loyalShare", row.brandId(), share));
        said.add(row.name() + " " + Steps.percent(share));
      } else if (row.own()) {
        break;
      }
    }
    if (figures.isEmpty()) {
      steps.missing(
          "loyal",
          steps.say("买过本品牌的人不足 %d 人", "fewer than %d people bought the brand", LEAST),
          command);
      return;
    }
    boolean behind = figures.stream()
        .skip(1)
        .anyMatch(f -> f.low() != null
            && figures.getFirst().high() != null
            && f.low() > figures.getFirst().high());
    steps.add(
        "loyal",
        steps.say(
            "买过的人里忠诚(L)的比例:%s",
            "Loyal ones (L) among those who bought: %s", String.join("; ", said)),
        figures,
        behind
            ? steps.say(
                "忠诚低于对手,先做复购再涨价", "Less loyal than at a rival: win repeats before raising prices")
            : steps.say(
                "忠诚没有低于对手,可从忠诚用户开始升级", "Not less loyal than at rivals: begin with loyal users"),
        command);
  }

  private void mend() {
    String command = steps.command("strategy competition", true);
    List<RivalRow.Aspect> behind =
        findings.competition().aspects(findings.query(), findings.marketFigures()).stream()
            .filter(row -> row.verdict().equals("behind"))
            .limit(MOST)
            .toList();
    var figures = new ArrayList<Figure>();
    var said = new ArrayList<String>();
    var evidence = new ArrayList<String>();
    for (RivalRow.Aspect row : behind) {
      RivalRow.Judgement own = row.own();
      Interval3 share = own == null ? null : own.positiveShare();
      Interval3 rivals = row.rivalPositiveShare();
      if (own != null && share != null && rivals != null) {
        figures.add(Figure.of("positiveShare", row.aspect(), share));
        figures.add(Figure.of("rivalPositiveShare", row.aspect(), rivals));
        said.add(steps.say(
            "%s 好评 %s,对手 %s",
            "%s %s positive, rivals %s", row.name(), Steps.percent(share), Steps.percent(rivals)));
        evidence.addAll(own.evidence());
      }
    }
    if (figures.isEmpty()) {
      steps.missing(
          "mend",
          steps.say("没有属性被证明不如对手", "no aspect is proven to be judged worse than rivals’"),
          command);
      return;
    }
    steps.add(
        "mend",
        steps.say("不如对手的属性:%s", "Judged worse than rivals: %s", String.join("; ", said)),
        figures,
        evidence.stream().distinct().toList(),
        steps.say("升级之前先改这些属性", "Mend these before raising the price"),
        command);
  }

  private void losses(List<RivalRow.Standing> standings) {
    String command = steps.command("strategy competition", true);
    var losing = new ArrayList<RivalRow.Standing>();
    for (RivalRow.Standing row : standings) {
      Interval3 won = row.wonShare();
      if (won != null && won.high() < 0.5) {
        losing.add(row);
      }
    }
    losing.sort(Comparator.comparingInt((RivalRow.Standing row) -> -lost(row))
        .thenComparing(RivalRow.Standing::brandId));
    if (losing.isEmpty()) {
      steps.missing(
          "losses",
          steps.say("没有对手被证明赢走更多买家", "no rival is proven to win more buyers than it loses"),
          command);
      return;
    }
    steps.add(
        "losses",
        steps.say(
            "买家流向:%s",
            "Buyers leave for: %s",
            losing.stream()
                .limit(MOST)
                .map(row -> steps.say(
                    "%s(输 %d、赢 %d)",
                    "%s (lost %d, won %d)", row.name(), lost(row), RivalRow.or0(row.won())))
                .collect(Collectors.joining("; "))),
        losing.stream()
            .limit(MOST)
            .map(row -> Figure.count("lost", row.brandId(), lost(row)))
            .toList(),
        steps.say(
            "升级款对标 %s",
            "Measure the dearer product against %s", losing.getFirst().name()),
        command);
  }

  private static int lost(RivalRow.Standing row) {
    return RivalRow.or0(row.lost());
  }
}
