package io.tidewatch.api.eval;

import io.tidewatch.corpora.simulator.Regime;
import io.tidewatch.corpora.simulator.SimulatorConfig;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which simulated markets are judged. Each is a shipped regime, made denser: the regimes' own rates
 * give a word thirty orders a month only among millions of people. So the shop has four categories
 * with sixteen families each, people visit more often and buy more readily, and machines search
 * oftener by the same factor as people. What makes regimes differ stays.
 *
 * @param regimes names of {@link Regime}
 * @param users people a market, at least 100
 * @param days length, at least {@value #SHORTEST}: the score is fitted on four weeks, read on four,
 *     judged on four
 */
public record MarketPlan(List<Long> seeds, List<String> regimes, int users, int days) {
  public static final int SHORTEST = 84;

  private static final int CATEGORIES = 4;
  private static final int FAMILIES = 16;
  private static final double VISITS = 0.05;
  private static final double CLICKS = 0.34;
  private static final double CARTS = 0.7;
  private static final double ORDERS = 0.9;

  public MarketPlan {
    seeds = List.copyOf(seeds);
    regimes = List.copyOf(regimes);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("seeds: at least one is required, got none");
    }
    for (String regime : regimes) {
      if (!Regime.NAMES.contains(regime)) {
        throw new IllegalArgumentException(
            "regimes: some of " + String.join(", ", Regime.NAMES) + " are required, got " + regime);
      }
    }
    if (users < 100) {
      throw new IllegalArgumentException("users: at least 100 are required, got " + users);
    }
    if (days < SHORTEST) {
      throw new IllegalArgumentException(
          "days: at least " + SHORTEST + " are required, got " + days);
    }
  }

  /** The settings of one market. */
  SimulatorConfig market(String regime, long seed) {
    SimulatorConfig shipped = Regime.read(regime);
    return market(shipped, seed, shipped.end(), shipped.truth().horizonDays());
  }

  /** The settings of one that ends at another time; {@code horizon}: days its truth looks ahead. */
  SimulatorConfig market(String regime, long seed, Instant end, int horizon) {
    return market(Regime.read(regime), seed, end, horizon);
  }

  private SimulatorConfig market(SimulatorConfig shipped, long seed, Instant end, int horizon) {
    var traffic = shipped.traffic();
    var queries = shipped.queries();
    var funnel = shipped.funnel();
    return new SimulatorConfig(
            shipped.name(),
            shipped.users(),
            shipped.days(),
            shipped.seed(),
            end,
            shipped.shop(),
            new SimulatorConfig.Traffic(
                VISITS,
                traffic.activitySpread(),
                traffic.searchShare(),
                traffic.adExposures(),
                traffic.resultsPerPage(),
                traffic.positionBias()),
            new SimulatorConfig.Queries(
                FAMILIES,
                queries.zipf(),
                queries.plantedShare(),
                queries.ownerShare(),
                queries.namedShare(),
                queries.ownershipSpread(),
                queries.variantShare()),
            new SimulatorConfig.Funnel(
                CLICKS,
                CARTS,
                ORDERS,
                funnel.refundShare(),
                funnel.ratingShare(),
                funnel.reviewShare()),
            shipped.crowd(),
            shipped.social(),
            shipped.events(),
            new SimulatorConfig.BotTraffic(
                shipped.bots().share(), shipped.bots().searches() * VISITS / traffic.visits()),
            shipped.stores(),
            shipped.delivery(),
            new SimulatorConfig.Records(shipped.records().dimensions(), false),
            new SimulatorConfig.Truth(shipped.truth().focalBrands(), horizon))
        .sized(users, days, seed);
  }

  /** The first categories of a catalogue in which at least two brands have products. */
  static Catalogue shop(Catalogue whole) {
    Set<String> kept = whole.categories().stream()
        .map(Category::id)
        .filter(id -> whole.products().stream()
                .filter(p -> p.categoryId().equals(id))
                .map(Product::brandId)
                .distinct()
                .count()
            >= 2)
        .limit(CATEGORIES)
        .collect(Collectors.toSet());
    return new Catalogue(
        whole.categories().stream().filter(c -> kept.contains(c.id())).toList(),
        whole.brands(),
        whole.products().stream().filter(p -> kept.contains(p.categoryId())).toList(),
        List.of());
  }
}
