package io.tidewatch.api.eval;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.corpora.simulator.SimulatorFiles;
import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Universes of a market's focal brands four weeks before its end, scored by the words that their
 * users searched in the four weeks before. Everything but who bought, and the oracle, is read before
 * t₀.
 *
 * @param users how many users the market knew then
 */
record MarketAudience(int users, List<BrandAudience> brands) {
  MarketAudience {
    brands = List.copyOf(brands);
  }

  static MarketAudience of(SimulatedMarket market) {
    KeywordConfig config = KeywordConfig.DEFAULT;
    Instant end = market.config().end();
    Instant at = end.minus(Duration.ofDays(config.windowDays()));
    var service = market.service();
    var chances = new HashMap<String, JsonNode>();
    var focal = new TreeSet<String>();
    KeywordTruth.rows(market.truth(SimulatorFiles.CONVERSIONS), row -> {
      chances.put(row.path("userId").asText(), row.path("brands"));
      row.path("brands").fieldNames().forEachRemaining(focal::add);
    });
    var names = new BrandNames(service.catalogue());
    List<UserHistory.User> users =
        UserHistory.before(service.behavior(), at, config.zone(), names::of);
    Map<String, Set<String>> bought =
        UserHistory.bought(service.behavior(), new Window(at, end, config.zone()));
    var brands = new ArrayList<BrandAudience>();
    for (String brand : focal) {
      var values = new WordValues(service.keywords(), new Span(at, null), brand);
      brands.add(audience(brand, users, bought, chances, values));
    }
    return new MarketAudience(users.size(), brands);
  }

  private static BrandAudience audience(
      String brand,
      List<UserHistory.User> users,
      Map<String, Set<String>> bought,
      Map<String, JsonNode> chances,
      WordValues values) {
    int[] universe = new int[users.size()];
    int size = 0;
    for (int i = 0; i < users.size(); i++) {
      if (!users.get(i).held().contains(brand)) {
        universe[size++] = i;
      }
    }
    universe = Arrays.copyOf(universe, size);
    boolean[] buyers = new boolean[size];
    double[] oracle = new double[size];
    double[][] scores = new double[WordValues.SYSTEMS.size()][size];
    for (int i = 0; i < size; i++) {
      UserHistory.User user = users.get(universe[i]);
      buyers[i] = bought.getOrDefault(user.id(), Set.of()).contains(brand);
      JsonNode chance = chances.get(user.id());
      oracle[i] = chance == null ? 0 : chance.path(brand).path("untreated").asDouble();
      double[] best = values.best(user.searched());
      for (int s = 0; s < best.length; s++) {
        scores[s][i] = best[s];
      }
    }
    var bySystem = new LinkedHashMap<String, double[]>();
    for (int s = 0; s < scores.length; s++) {
      bySystem.put(WordValues.SYSTEMS.get(s), scores[s]);
    }
    bySystem.put(BrandAudience.ORACLE, oracle);
    return new BrandAudience(brand, universe, buyers, bySystem);
  }
}
