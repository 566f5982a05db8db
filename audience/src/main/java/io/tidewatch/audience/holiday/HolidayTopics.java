package io.tidewatch.audience.holiday;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.feature.WordHeads;
import java.util.BitSet;
import java.util.List;

/**
 * What a run of a holiday was about.
 *
 * @param words that it was searched by
 * @param categories that they lead to, heaviest first; empty when there are no words
 */
public record HolidayTopics(
    HolidayRun run, List<HolidayWord> words, List<HolidayCategory> categories) {
  public HolidayTopics {
    words = List.copyOf(words);
    categories = List.copyOf(categories);
  }

  /**
   * Of a run that is over.
   *
   * @param facts as of its end
   * @throws IllegalArgumentException when the facts are of another time
   */
  public static HolidayTopics read(
      UserFacts facts, HolidayRun run, WordFamilies families, AudienceConfig config) {
    if (!facts.asOf().equals(run.end())) {
      throw new IllegalArgumentException(
          "facts: those as of " + run.end() + " are required, got " + facts.asOf());
    }
    int[] heads = WordHeads.of(facts, families);
    List<HolidayWord> words = HolidayWords.of(facts, heads, run, config);
    return new HolidayTopics(run, words, new HolidayCategories(facts, heads, run).of(words));
  }

  /** Numbers of the categories among other facts; those that nobody met are left out. */
  public BitSet in(UserFacts facts) {
    var numbers = new BitSet();
    for (HolidayCategory category : categories) {
      int number = facts.categories().number(category.categoryId());
      if (number >= 0) {
        numbers.set(number);
      }
    }
    return numbers;
  }
}
