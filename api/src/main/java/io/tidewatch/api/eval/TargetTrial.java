package io.tidewatch.api.eval;

import io.tidewatch.keywords.eval.TargetRanking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * PredictTA@N of each system over the markets of one regime: buyers among the N best users of each
 * brand's universe, brands of a market together, then the mean over markets. The interval resamples
 * users (a user's rows of all brands together); the difference to ours is resampled with the same
 * users.
 */
final class TargetTrial {
  private static final double[] SHARES = {0.001, 0.005, 0.01, 0.05, 0.1};
  private static final String OURS = "tidewatch";
  private static final String RANDOM = "random";
  private static final int REPLICATES = 200;
  private static final long SEED = 20_251_115L;

  private final List<Market> markets;

  /** A market with its rankings by brand and system. */
  private record Market(MarketAudience audience, List<Map<String, TargetRanking>> rankings) {}

  TargetTrial(List<MarketAudience> audiences) {
    this.markets = audiences.stream()
        .map(a -> new Market(a, a.brands().stream().map(TargetTrial::rankings).toList()))
        .toList();
  }

  private static Map<String, TargetRanking> rankings(BrandAudience brand) {
    var rankings = new LinkedHashMap<String, TargetRanking>();
    brand
        .scores()
        .forEach(
            (system, scores) -> rankings.put(system, new TargetRanking(scores, brand.bought())));
    return rankings;
  }

  List<MarketRow> rows(String data) {
    var rows = new ArrayList<MarketRow>();
    if (markets.stream().allMatch(m -> m.audience().brands().isEmpty())) {
      return rows;
    }
    var systems = new ArrayList<>(WordValues.SYSTEMS);
    systems.add(BrandAudience.ORACLE);
    List<Map<String, double[]>> drawn = draws(systems);
    long people = markets.stream()
        .flatMap(m -> m.audience().brands().stream())
        .mapToLong(b -> b.users().length)
        .sum();
    double[] base = new double[markets.size()];
    for (int m = 0; m < base.length; m++) {
      base[m] = base(markets.get(m), ones(markets.get(m)));
    }
    double random = mean(base);
    rows.add(new MarketRow(
        MarketRow.TASK,
        data,
        RANDOM,
        "base rate of TA",
        random,
        FigureMeans.sd(base),
        null,
        null,
        null,
        people));
    for (int n = 0; n < SHARES.length; n++) {
      String at = "PredictTA@" + plain(100 * SHARES[n]) + "%";
      double oracle = mean(values(BrandAudience.ORACLE, n));
      for (String system : systems) {
        double[] values = values(system, n);
        double value = mean(values);
        rows.add(row(
            data,
            system,
            at,
            value,
            FigureMeans.sd(values),
            quantiles(drawn, system, n, null),
            FigureMeans.reached(value, oracle, false),
            people));
        rows.add(row(
            data,
            system,
            at + ", lift",
            random == 0 ? 0 : value / random,
            null,
            null,
            null,
            people));
        if (!system.equals(OURS) && !system.equals(BrandAudience.ORACLE)) {
          rows.add(row(
              data,
              system,
              at + ", tidewatch minus it",
              mean(values(OURS, n)) - value,
              null,
              quantiles(drawn, OURS, n, system),
              null,
              people));
        }
      }
    }
    return rows;
  }

  private static MarketRow row(
      String data,
      String system,
      String metric,
      double value,
      @Nullable Double sd,
      double @Nullable [] interval,
      @Nullable Double ofOracle,
      long n) {
    return new MarketRow(
        MarketRow.TASK,
        data,
        system,
        metric,
        value,
        sd,
        interval == null ? null : Double.valueOf(interval[0]),
        interval == null ? null : Double.valueOf(interval[1]),
        ofOracle,
        n);
  }

  private double[] values(String system, int n) {
    return markets.stream().mapToDouble(m -> value(m, system, n, ones(m))).toArray();
  }

  private static double value(Market market, String system, int n, int[] weights) {
    double places = 0;
    double buyers = 0;
    for (int b = 0; b < market.rankings().size(); b++) {
      int[] own = own(market.audience().brands().get(b), weights);
      double some = SHARES[n] * Arrays.stream(own).sum();
      places += some;
      buyers += Objects.requireNonNull(market.rankings().get(b).get(system)).buyers(some, own);
    }
    return places == 0 ? 0 : buyers / places;
  }

  private static double base(Market market, int[] weights) {
    double users = 0;
    double buyers = 0;
    for (BrandAudience brand : market.audience().brands()) {
      int[] own = own(brand, weights);
      users += Arrays.stream(own).sum();
      for (int i = 0; i < own.length; i++) {
        buyers += brand.bought()[i] ? own[i] : 0;
      }
    }
    return users == 0 ? 0 : buyers / users;
  }

  /** The weights of the brand's universe. */
  private static int[] own(BrandAudience brand, int[] weights) {
    return Arrays.stream(brand.users()).map(u -> weights[u]).toArray();
  }

  private static int[] ones(Market market) {
    int[] ones = new int[market.audience().users()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** One map a replicate: by system the mean over markets at each N. */
  private List<Map<String, double[]>> draws(List<String> systems) {
    var random = new Random(SEED);
    var draws = new ArrayList<Map<String, double[]>>();
    for (int r = 0; r < REPLICATES; r++) {
      var draw = new LinkedHashMap<String, double[]>();
      systems.forEach(system -> draw.put(system, new double[SHARES.length]));
      for (Market market : markets) {
        int[] weights = resampled(market.audience().users(), random);
        draw.forEach((system, means) -> {
          for (int n = 0; n < SHARES.length; n++) {
            means[n] += value(market, system, n, weights) / markets.size();
          }
        });
      }
      draws.add(draw);
    }
    return draws;
  }

  private static int[] resampled(int users, RandomGenerator random) {
    int[] weights = new int[users];
    for (int i = 0; i < users; i++) {
      weights[random.nextInt(users)]++;
    }
    return weights;
  }

  /** 5 and 95 % quantiles of a system, or of its difference to another. */
  private static double[] quantiles(
      List<Map<String, double[]>> draws, String system, int n, @Nullable String minus) {
    double[] values = draws.stream()
        .mapToDouble(d -> Objects.requireNonNull(d.get(system))[n]
            - (minus == null ? 0 : Objects.requireNonNull(d.get(minus))[n]))
        .sorted()
        .toArray();
    return new double[] {values[(int) (0.05 * values.length)], values[(int) (0.95 * values.length)]
    };
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static String plain(double percent) {
    return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
  }
}
