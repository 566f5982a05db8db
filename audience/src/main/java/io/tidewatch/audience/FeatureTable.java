package io.tidewatch.audience;

import io.tidewatch.audience.answer.FeatureRow;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.formula.BenjaminiHochberg;
import io.tidewatch.audience.formula.LogOdds;
import io.tidewatch.audience.formula.Tgi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weighs every feature of a target audience against its base. A feature is kept when it lifts the
 * log-odds with an adjusted p below the limit, its TGI's lower bound and its coverage exceed theirs,
 * and it is not the brand itself. Features of fewer than k users are left out.
 */
public final class FeatureTable {
  private static final Comparator<Weighed> BEST_FIRST = Comparator.comparing(
          (Weighed w) -> w.row().kept())
      .thenComparing(w -> w.row().z(), Comparator.nullsFirst(Comparator.naturalOrder()))
      .reversed()
      .thenComparing(Weighed::feature);

  private final AudienceConfig config;
  private final Wording wording;

  FeatureTable(AudienceConfig config, Wording wording) {
    this.config = config;
    this.wording = wording;
  }

  /** Kept ones first, then by z, best first. */
  List<Weighed> weigh(Audience audience) {
    FeatureMatrix matrix = audience.matrix();
    int[] carriers = new int[matrix.features()];
    int[] targetCarriers = new int[matrix.features()];
    for (int column = 0; column < carriers.length; column++) {
      carriers[column] = matrix.carriers(column).size();
      targetCarriers[column] = matrix.carriers(column).overlap(audience.target());
    }
    var tested = new ArrayList<Count>();
    var own = new ArrayList<Count>();
    for (int column = 0; column < carriers.length; column++) {
      if (carriers[column] >= config.minUsers()) {
        var count = count(audience, column, carriers[column], targetCarriers[column]);
        boolean isOwn = isOwn(audience, count.feature());
        (isOwn ? own : tested).add(count);
      }
    }
    var weighed = new ArrayList<Weighed>();
    double[] adjusted = BenjaminiHochberg.adjust(
        tested.stream().mapToDouble(c -> c.odds() == null ? 1 : c.odds().p()).toArray());
    for (int i = 0; i < adjusted.length; i++) {
      Count count = tested.get(i);
      weighed.add(row(
          count,
          count.odds() == null ? null : Double.valueOf(adjusted[i]),
          filtered(count, adjusted[i]),
          audience));
    }
    own.forEach(count -> weighed.add(row(count, null, ownReason(), audience)));
    weighed.sort(BEST_FIRST);
    return weighed;
  }

  private static boolean isOwn(Audience audience, Feature feature) {
    BrandScope own = audience.own();
    if (own == null) {
      return false;
    }
    return switch (feature.kind()) {
      case BRAND -> feature.id().equals(own.brandId());
      case PRODUCT -> own.hasProduct(audience.facts().products().number(feature.id()));
      case KEYWORD -> own.hasKeyword(audience.facts().keywords().number(feature.id()));
      case CATEGORY,
          PRICE_BAND,
          SEASON,
          HOUR,
          CHANNEL,
          SPEND,
          ORDER_VALUE,
          PRICE_RANK,
          ATTRIBUTE,
          ASPECT,
          TOPIC,
          SOCIAL -> false;
    };
  }

  private Count count(Audience audience, int column, int carriers, int targetCarriers) {
    int users = audience.population().users();
    int target = audience.population().target();
    return new Count(
        column,
        audience.matrix().feature(column),
        carriers,
        targetCarriers,
        Tgi.of(targetCarriers, target, carriers, users, config.tgiPrior()),
        (double) targetCarriers / carriers,
        (double) targetCarriers / target,
        LogOdds.of(targetCarriers, target, carriers, users, config.oddsPrior()));
  }

  private Optional<Reason> filtered(Count count, double adjusted) {
    LogOdds odds = count.odds();
    Double low = count.tgi().low();
    if (odds == null || low == null) {
      return Optional.of(Reason.of(
          "no-contrast",
          wording.say("全体用户都具备,或没有可对比的人群", "Everybody carries it, or nobody is left to compare")));
    }
    if (odds.delta() <= 0 || adjusted >= config.maxP()) {
      return Optional.of(Reason.of(
          "not-significant",
          wording.say(
              "目标人群并不显著更高(校正后 p = %.3f,须 < %.2f)",
              "The target is not significantly higher (adjusted p = %.3f, below %.2f is"
                  + " needed)",
              adjusted,
              config.maxP())));
    }
    if (low <= config.minTgi()) {
      return Optional.of(Reason.of(
          "low-tgi",
          wording.say(
              "TGI 下限 %.0f,须高于 %.0f",
              "TGI is at least %.0f, above %.0f is needed", low, config.minTgi())));
    }
    if (count.coverage() <= config.minCoverage()) {
      return Optional.of(Reason.of(
          "low-coverage",
          wording.say(
              "只覆盖目标人群的 %.1f%%,须高于 %.1f%%",
              "Covers %.1f%% of the target, above %.1f%% is needed",
              100 * count.coverage(),
              100 * config.minCoverage())));
    }
    return Optional.empty();
  }

  private Optional<Reason> ownReason() {
    return Optional.of(Reason.of(
        "own-feature",
        wording.say(
            "品牌自身的特征,等同于标签,不用于扩散",
            "The brand itself: it restates the label, so it may not score users")));
  }

  private Weighed row(
      Count count, @Nullable Double p, Optional<Reason> filtered, Audience audience) {
    Feature feature = count.feature();
    LogOdds odds = count.odds();
    var row = new FeatureRow(
        feature.label(),
        feature.kind().label(),
        wording.name(feature),
        count.carriers(),
        count.targetCarriers(),
        count.tgi().tgi(),
        count.tgi().low(),
        count.tgi().high(),
        count.concentration(),
        count.coverage(),
        odds == null ? null : Double.valueOf(odds.z()),
        p,
        filtered.isEmpty(),
        filtered.orElse(null),
        audience.population());
    return new Weighed(count.column(), feature, odds == null ? 0 : odds.delta(), row);
  }

  private record Count(
      int column,
      Feature feature,
      int carriers,
      int targetCarriers,
      Tgi tgi,
      double concentration,
      double coverage,
      @Nullable LogOdds odds) {}

  /** A row with its place in the matrix and its log-odds. */
  public record Weighed(int column, Feature feature, double delta, FeatureRow row) {}
}
