package io.tidewatch.audience.learning;

import io.tidewatch.audience.BrandMoment;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.selection.FitSettings;
import io.tidewatch.audience.selection.Ranker;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.SampleBuilder;
import io.tidewatch.audience.selection.SamplePlan;
import io.tidewatch.audience.selection.UserTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns in the published way: from those who are in a brand's target against users of other brands,
 * without what anybody did with the brand itself. Safe from any thread.
 */
final class BuyerRankings {
  private final BrandMoment moment;
  private final long seed;
  private final UserColumns columns;
  private final UserTable universe;
  private @Nullable Sample drawn;

  BuyerRankings(BrandMoment moment, long seed) {
    this.moment = moment;
    this.seed = seed;
    columns = new UserColumns(moment.brief());
    universe = columns.ofOthers(moment.universe());
  }

  /**
   * One a user of the universe.
   *
   * @throws IllegalArgumentException when there are too few to learn from
   */
  double[] scores(Ranker ranker) {
    return ranker.fit(drawn(), FitSettings.DEFAULT, seed).scores(universe);
  }

  private synchronized Sample drawn() {
    if (drawn == null) {
      drawn = sample(moment, columns.ofOthers(moment.brief().matrix().base()), seed);
    }
    return drawn;
  }

  /** The brand's buyers and random users of other brands, rows of the base. */
  static Sample sample(BrandMoment moment, UserTable base, long seed) {
    int[] users = moment.brief().matrix().base().toArray();
    String brandId = moment.brand().scope().brandId();
    Map<String, BitSet> buyers = usersByBrand(moment.facts(), users);
    BitSet own = new BitSet();
    for (int row = 0; row < users.length; row++) {
      own.set(row, moment.brief().target().contains(users[row]));
    }
    buyers.put(brandId, own);
    return new SampleBuilder(base, buyers, SamplePlan.DEFAULT)
        .draw(brandId, List.of(), seed)
        .sample();
  }

  /** Who did something with a brand, rows of the base. */
  private static Map<String, BitSet> usersByBrand(UserFacts facts, int[] base) {
    BitSet[] users = new BitSet[facts.brands().size()];
    Arrays.setAll(users, brand -> new BitSet());
    for (int row = 0; row < base.length; row++) {
      for (int fact = facts.first(base[row]); fact < facts.end(base[row]); fact++) {
        if (facts.brand(fact) != Names.NONE && !facts.action(fact).isShown()) {
          users[facts.brand(fact)].set(row);
        }
      }
    }
    var byBrand = new LinkedHashMap<String, BitSet>();
    for (int brand = 0; brand < users.length; brand++) {
      byBrand.put(facts.brands().name(brand), users[brand]);
    }
    return byBrand;
  }
}
