package io.tidewatch.audience;

import java.util.List;

/**
 * What a selection model is and rests on. Names are the names in JSON.
 *
 * @param positives users who had reached the goal, of all brands that were learned from
 * @param others users who had not
 * @param effects features, the weightiest first, in words
 * @param card what a reader must know before using the scores
 */
public record ModelNote(int positives, int others, List<String> effects, String card) {
  public ModelNote {
    effects = List.copyOf(effects);
  }
}
