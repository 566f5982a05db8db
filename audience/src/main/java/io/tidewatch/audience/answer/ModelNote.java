package io.tidewatch.audience.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a selection model is and rests on. Names are the names in JSON.
 *
 * @param positives users who had reached the goal, of all brands that were learned from
 * @param others users who had not
 * @param effects features, the weightiest first, in words
 * @param card what a reader must know before using the scores
 * @param holiday what joined it; null for the daily model alone
 */
public record ModelNote(
    int positives,
    int others,
    List<String> effects,
    String card,
    @Nullable HolidayNote holiday) {
  public ModelNote {
    effects = List.copyOf(effects);
  }
}
