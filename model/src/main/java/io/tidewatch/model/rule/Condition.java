package io.tidewatch.model.rule;

import io.tidewatch.model.trend.KeyKind;
import java.util.List;

/** What a rule waits for, judged over its window. */
public sealed interface Condition {

  /** Whole local days that {@link Level} and {@link Climb} read. */
  int MOVER_DAYS = 56;

  /** The name used in commands and answers. */
  String detector();

  /** What the measured value is compared with. */
  double threshold();

  /**
   * A key of a kind scores at least {@code threshold} standard deviations above its expectation.
   *
   * @param keys only these; empty for every key of the kind
   * @param threshold above 0
   */
  record Rising(KeyKind kind, List<String> keys, double threshold) implements Condition {
    public Rising {
      keys = List.copyOf(keys);
      positive(threshold);
    }

    @Override
    public String detector() {
      return "rising";
    }
  }

  /**
   * The lower bound of a key's growth is at least {@code threshold} times the rate before.
   *
   * @param keys only these; empty for every key of the kind
   * @param threshold above 0
   */
  record Growth(KeyKind kind, List<String> keys, double threshold) implements Condition {
    public Growth {
      keys = List.copyOf(keys);
      positive(threshold);
    }

    @Override
    public String detector() {
      return "growth";
    }
  }

  /**
   * The units that match {@code query} in the window are at least {@code threshold}.
   *
   * @param query in the search language
   * @param threshold above 0
   */
  record Count(String query, double threshold) implements Condition {
    public Count {
      filled(query);
      positive(threshold);
    }

    @Override
    public String detector() {
      return "count";
    }
  }

  /**
   * Of the documents that match {@code query} in the window, at least {@code threshold} are
   * negative.
   *
   * @param query in the search language
   * @param threshold a share, above 0 and at most 1
   * @param atLeast documents below which nothing is judged, at least 1
   */
  record Negative(String query, double threshold, int atLeast) implements Condition {
    public Negative {
      filled(query);
      positive(threshold);
      if (threshold > 1) {
        throw new IllegalArgumentException(
            "threshold: a share of at most 1 is required, got " + threshold);
      }
      if (atLeast < 1) {
        throw new IllegalArgumentException("atLeast: at least 1 is required, got " + atLeast);
      }
    }

    @Override
    public String detector() {
      return "sentiment";
    }
  }

  /**
   * A key has settled at a new level, at least {@code threshold} times the old one, within the last
   * {@link #MOVER_DAYS} days.
   *
   * @param keys only these; empty for every key of the kind
   * @param threshold above 1
   */
  record Level(KeyKind kind, List<String> keys, double threshold) implements Condition {
    public Level {
      keys = List.copyOf(keys);
      factor(threshold);
    }

    @Override
    public String detector() {
      return "level";
    }
  }

  /**
   * A key has climbed over the last {@link #MOVER_DAYS} days so that the lower bound of its growth
   * in four weeks is at least {@code threshold} times.
   *
   * @param keys only these; empty for every key of the kind
   * @param threshold above 1
   */
  record Climb(KeyKind kind, List<String> keys, double threshold) implements Condition {
    public Climb {
      keys = List.copyOf(keys);
      factor(threshold);
    }

    @Override
    public String detector() {
      return "climb";
    }
  }

  private static void factor(double threshold) {
    if (!(threshold > 1) || Double.isInfinite(threshold)) {
      throw new IllegalArgumentException(
          "threshold: a factor above 1 is required, got " + threshold);
    }
  }

  private static void positive(double threshold) {
    if (!(threshold > 0) || Double.isInfinite(threshold)) {
      throw new IllegalArgumentException(
          "threshold: a number above 0 is required, got " + threshold);
    }
  }

  private static void filled(String query) {
    if (query.isBlank()) {
      throw new IllegalArgumentException("query: is required, got nothing");
    }
  }
}
