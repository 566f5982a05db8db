package io.tidewatch.connectors.route;

import java.time.Duration;
import java.util.function.IntUnaryOperator;

/**
 * When the deep lane runs.
 *
 * @param every pause between two runs, at least one millisecond
 * @param budget most documents of one run, at least 1
 * @param lane takes the budget and gives how many documents it refined
 */
public record DeepLaneSchedule(Duration every, int budget, IntUnaryOperator lane) {

  public DeepLaneSchedule {
    if (every.toMillis() < 1 || budget < 1) {
      throw new IllegalArgumentException(
          "deep lane: a pause and a budget of at least 1 are required, got " + every + " and "
              + budget);
    }
  }
}
