package io.tidewatch.audience.selection;

import java.util.List;
import java.util.Optional;

/** What a ranker learned. Immutable and safe for any thread. */
public interface Scorer {
  /**
   * One finite number for each user of a table, the more the better.
   *
   * @throws IllegalArgumentException when the table lacks a feature
   */
  double[] scores(UserTable table);

  /**
   * One user's score taken apart; empty when this kind of scorer cannot say.
   *
   * @param user row of the table
   * @throws IllegalArgumentException when the table lacks a feature
   */
  default Optional<Contributions> contributions(UserTable table, int user) {
    return Optional.empty();
  }

  /** What the scores rest on, the largest first; empty when that says nothing. */
  List<Effect> effects();

  /** What a reader must know before using the scores: data, settings, limits. Lines of text. */
  String card();
}
