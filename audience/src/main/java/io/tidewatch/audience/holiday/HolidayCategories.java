package io.tidewatch.audience.holiday;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.formula.Swing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ties the words of a holiday to categories: Swing between a word and the categories in which its
 * users did something during the holiday, a user's things being those categories and the holiday's
 * words that the user typed. A category's weight is the mean over words, by searchers, of its Swing
 * over the word's largest; it counts from {@value #LEAST} on.
 */
final class HolidayCategories {
  private static final int SWING_USERS = 300;
  private static final long SEED = 20_251_111;
  private static final double LEAST = 0.5;

  private final UserFacts facts;
  private final int[] heads;
  private final long seconds;

  /** {@code facts}: as of the end of the holiday. */
  HolidayCategories(UserFacts facts, int[] heads, HolidayRun run) {
    this.facts = facts;
    this.heads = heads;
    this.seconds = run.length().toSeconds();
  }

  /** Heaviest first, then by id. */
  List<HolidayCategory> of(List<HolidayWord> words) {
    int categories = facts.categories().size();
    Map<Integer, Integer> placeOf = new HashMap<>();
    for (HolidayWord word : words) {
      placeOf.put(facts.keywords().number(word.word()), categories + placeOf.size());
    }
    Map<Integer, int[]> things = new HashMap<>();
    List<List<Integer>> typed = new ArrayList<>();
    words.forEach(word -> typed.add(new ArrayList<>()));
    for (int user = 0; user < facts.users(); user++) {
      BitSet own = things(user, placeOf);
      if (own.nextSetBit(categories) >= 0) {
        things.put(user, own.stream().toArray());
        for (int place = own.nextSetBit(categories);
            place >= 0;
            place = own.nextSetBit(place + 1)) {
          typed.get(place - categories).add(user);
        }
      }
    }
    var swing = new Swing(SWING_USERS, SEED);
    double[] weights = new double[categories];
    double all = 0;
    for (int w = 0; w < words.size(); w++) {
      int[] users = typed.get(w).stream().mapToInt(Integer::intValue).toArray();
      double[] tied = swing.weights(
          users, user -> things.getOrDefault(user, new int[0]), categories + words.size());
      double most = Arrays.stream(tied, 0, categories).max().orElse(0);
      for (int c = 0; c < categories && most > 0; c++) {
        weights[c] += words.get(w).searchers() * tied[c] / most;
      }
      all += words.get(w).searchers();
    }
    var found = new ArrayList<HolidayCategory>();
    for (int c = 0; c < categories; c++) {
      if (all > 0 && weights[c] / all >= LEAST) {
        found.add(new HolidayCategory(facts.categories().name(c), weights[c] / all));
      }
    }
    found.sort(Comparator.comparingDouble(HolidayCategory::weight)
        .reversed()
        .thenComparing(HolidayCategory::categoryId));
    return found;
  }

  /** Categories by number, then holiday words by place. */
  private BitSet things(int user, Map<Integer, Integer> placeOf) {
    var own = new BitSet();
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      if (facts.age(fact) > seconds || facts.action(fact).isShown()) {
        continue;
      }
      if (facts.category(fact) != Names.NONE) {
        own.set(facts.category(fact));
      }
      if (facts.keyword(fact) != Names.NONE) {
        Integer place = placeOf.get(heads[facts.keyword(fact)]);
        if (place != null) {
          own.set(place);
        }
      }
    }
    return own;
  }
}
