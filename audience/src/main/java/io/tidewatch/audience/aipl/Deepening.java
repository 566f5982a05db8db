package io.tidewatch.audience.aipl;

import io.tidewatch.audience.formula.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * The share of the users of a state who reached a deeper one between two times.
 *
 * @param from the state before
 * @param least reached this one or a deeper one
 * @param users in the state before
 * @param reached of these
 * @param rate null when nobody was in the state
 * @param low lower end of the 95 % Wilson interval
 * @param high its upper end
 */
public record Deepening(
    AiplState from,
    AiplState least,
    int users,
    int reached,
    @Nullable Double rate,
    @Nullable Double low,
    @Nullable Double high) {

  static Deepening of(AiplState from, AiplState least, int users, int reached) {
    if (users == 0) {
      return new Deepening(from, least, 0, 0, null, null, null);
    }
    return new Deepening(
        from,
        least,
        users,
        reached,
        (double) reached / users,
        Wilson.low(reached, users, Wilson.Z95),
        Wilson.high(reached, users, Wilson.Z95));
  }
}
