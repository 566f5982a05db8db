package io.tidewatch.trend.eval;

/** A way of finding what rises. Implementations keep no state between two moments. */
public interface TrendMethod {

  /** Its name in the tables. */
  String name();

  /** Window of the early detection in hours: the one that did best in 2024. */
  default int earlyWindow() {
    return 3;
  }

  /**
   * Prepares the scores at the end of {@code past}.
   *
   * @param window hours that are compared with what came before them
   * @param keys the keys whose scores will be asked for, ascending
   */
  Scores at(Past past, int window, int[] keys);

  /** Scores of one moment; higher is louder, 0 or less is not rising. */
  @FunctionalInterface
  interface Scores {
    double of(int key);
  }
}
