package io.tidewatch.audience.campaign;

import io.tidewatch.audience.metric.DeepeningRate;
import io.tidewatch.audience.metric.Interval;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How treated persons deepened beside those held out. Names are the names in JSON.
 *
 * @param analysis {@code intention-to-treat}: all who were treated, exposed or not, so that chance
 *     alone made the groups; {@code exposed-only}: the treated who were exposed, which is not chance
 * @param part {@code all}, {@code direction}, {@code model} or {@code channel}
 * @param value which one; null for all
 * @param from states at T: {@code O}, {@code A} or {@code O|A}
 * @param to {@code IPL} or {@code PL}
 * @param heldOut null without a hold-out
 * @param difference treated less held out; null when that cannot be said
 * @param uplift treated / held out − 1; null when that cannot be said, or is not chance's doing
 * @param costs by currency; empty when unknown or for a part
 * @param verdict what the row shows
 */
public record TrackRow(
    String analysis,
    String part,
    @Nullable String value,
    String from,
    String to,
    Share treated,
    @Nullable Share heldOut,
    @Nullable Interval difference,
    @Nullable Interval uplift,
    List<Cost> costs,
    String verdict) {

  static final String TREATED = "intention-to-treat";

  /** More of the treated moved. */
  public static final String RAISED = "raised";

  /** Fewer of the treated moved. */
  public static final String LOWERED = "lowered";

  /** Chance alone may have made the difference. */
  public static final String NOT_SHOWN = "no-difference-shown";

  /** Too few persons to say anything. */
  public static final String TOO_FEW = "not-enough-data";

  /** Nobody was held out, so nobody knows what would have happened anyway. */
  public static final String NO_HOLD_OUT = "no-hold-out";

  /** Who was exposed is not a matter of chance. */
  public static final String OBSERVATIONAL = "observational";

  public TrackRow {
    costs = List.copyOf(costs);
  }

  /** Whether it compares all who were treated with all who were held out. */
  boolean ofAllByChance() {
    return analysis.equals(TREATED) && part.equals("all");
  }

  /**
   * Who moved.
   *
   * @param persons in the first state
   * @param moved of them, later in the other; null as the rate for fewer than 20 persons
   * @param low lower end of the 95 % Wilson interval
   * @param high its upper end
   */
  public record Share(
      int persons,
      @Nullable Integer moved,
      @Nullable Double rate,
      @Nullable Double low,
      @Nullable Double high) {

    static Share of(int persons, int moved, int least) {
      if (persons < least) {
        return new Share(persons, null, null, null, null);
      }
      Interval interval = new DeepeningRate(persons, moved).interval();
      return new Share(persons, moved, interval.mid(), interval.low(), interval.high());
    }
  }

  /**
   * What the campaign cost.
   *
   * @param perMoved per treated person who moved, with or without the campaign's doing; to PL this is
   *     the CPA
   * @param perCaused per person whom the campaign moved; null unless it is shown to have moved any
   */
  public record Cost(
      String currency,
      BigDecimal amount,
      @Nullable BigDecimal perMoved,
      @Nullable BigDecimal perCaused) {}
}
