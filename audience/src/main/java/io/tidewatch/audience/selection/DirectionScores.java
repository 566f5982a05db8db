package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of diffusion directions as features: a model then weighs the directions against each other.
 * A user whom a direction does not tag has no score in it, which is a value of its own.
 */
public final class DirectionScores {
  private static final String PREFIX = "direction ";

  private final int users;
  private final Map<String, double[]> scores = new LinkedHashMap<>();

  /** For users numbered from 0. */
  public DirectionScores(int users) {
    this.users = users;
  }

  /**
   * Adds a direction.
   *
   * @param tagged score of each tagged user by number
   * @throws IllegalArgumentException when a number is out of range, a score is not finite or the
   *     direction is there already
   */
  public DirectionScores add(String direction, Map<Integer, Double> tagged) {
    double[] all = new double[users];
    Arrays.fill(all, Double.NaN);
    tagged.forEach((user, score) -> {
      if (user < 0 || user >= users || !Double.isFinite(score)) {
        throw new IllegalArgumentException("tagged: a user below " + users
            + " and a finite score are required, got " + user + " with " + score);
      }
      all[user] = score;
    });
    if (scores.putIfAbsent(PREFIX + direction, all) != null) {
      throw new IllegalArgumentException(
          "direction: one that is new is required, got " + direction + " again");
    }
    return this;
  }

  /** Names of the features that {@link #into} adds. */
  public List<String> features() {
    return new ArrayList<>(scores.keySet());
  }

  /**
   * The table with one feature a direction more.
   *
   * @throws IllegalArgumentException when it has another number of users
   */
  public UserTable into(UserTable table) {
    return table.with(scores);
  }
}
