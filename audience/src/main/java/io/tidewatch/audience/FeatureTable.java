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
    return rows(tested(audience), audience);
  }

  /**
   * Only those that are kept, best first. Most features are not significant, and bounds of their TGI,
   * which are the dear part of a row, are not computed.
   */
  List<Weighed> kept(Audience audience) {
    List<Tested> significant =
        tested(audience).stream().filter(this::isSignificant).toList();
    return rows(significant, audience).stream().filter(w -> w.row().kept()).toList();
  }

  private List<Tested> tested(Audience audience) {
    FeatureMatrix matrix = audience.matrix();
    var counts = new ArrayList<Count>();
    var own = new ArrayList<Tested>();
    for (int column = 0; column < matrix.features(); column++) {
      int carriers = matrix.carriers(column).size();
      if (carriers >= config.minUsers()) {
        int among = matrix.carriers(column).overlap(audience.target());
        var count = count(audience, column, carriers, among);
        if (isOwn(audience, count.feature())) {
          own.add(new Tested(count, null, true));
        } else {
          counts.add(count);
        }
      }
    }
    double[] adjusted = BenjaminiHochberg.adjust(
        counts.stream().mapToDouble(c -> c.odds() == null ? 1 : c.odds().p()).toArray());
    var tested = new ArrayList<Tested>();
    for (int i = 0; i < adjusted.length; i++) {
      Count count = counts.get(i);
      tested.add(new Tested(count, count.odds() == null ? null : adjusted[i], false));
    }
    tested.addAll(own);
    return tested;
  }

  private List<Weighed> rows(List<Tested> tested, Audience audience) {
    return tested.parallelStream()
        .map(each -> row(each, audience))
        .sorted(BEST_FIRST)
        .toList();
  }

  private boolean isSignificant(Tested tested) {
    LogOdds odds = tested.count().odds();
    return odds != null && tested.p() != null && odds.delta() > 0 && tested.p() < config.maxP();
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
        (double) targetCarriers / carriers,
        (double) targetCarriers / target,
        LogOdds.of(targetCarriers, target, carriers, users, config.oddsPrior()));
  }

  private Optional<Reason> filtered(Tested tested, @Nullable Double low) {
    Count count = tested.count();
    Double p = tested.p();
    if (p == null || low == null) {
      return Optional.of(Reason.of(
          "no-contrast",
          wording.say("全体用户都具备,或没有可对比的人群", "Everybody carries it, or nobody is left to compare")));
    }
    if (!isSignificant(tested)) {
      return Optional.of(Reason.of(
          "not-significant",
          wording.say(
              "目标人群并不显著更高(校正后 p = %.3f,须 < %.2f)",
              "The target is not significantly higher (adjusted p = %.3f, below %.2f is"
                  + " needed)",
              p,
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

  private Weighed row(Tested tested, Audience audience) {
    Count count = tested.count();
    Feature feature = count.feature();
    LogOdds odds = count.odds();
    var tgi = Tgi.of(
        count.targetCarriers(),
        audience.population().target(),
        count.carriers(),
        audience.population().users(),
        config.tgiPrior());
    Optional<Reason> filtered = tested.own() ? ownReason() : filtered(tested, tgi.low());
    var row = new FeatureRow(
        feature.label(),
        feature.kind().label(),
        wording.name(feature),
        count.carriers(),
        count.targetCarriers(),
        tgi.tgi(),
        tgi.low(),
        tgi.high(),
        count.concentration(),
        count.coverage(),
        odds == null ? null : Double.valueOf(odds.z()),
        tested.p(),
        filtered.isEmpty(),
        filtered.orElse(null),
        audience.population());
    return new Weighed(count.column(), feature, odds == null ? 0 : odds.delta(), row);
  }

  /** {@code p}: adjusted; null without a contrast and for the brand's own. */
  private record Tested(Count count, @Nullable Double p, boolean own) {}

  private record Count(
      int column,
      Feature feature,
      int carriers,
      int targetCarriers,
      double concentration,
      double coverage,
      @Nullable LogOdds odds) {}

  /** A row with its place in the matrix and its log-odds. */
  public record Weighed(int column, Feature feature, double delta, FeatureRow row) {}
}
