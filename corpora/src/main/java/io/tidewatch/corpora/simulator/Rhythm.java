package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.CommerceCalendar.DayRange;
import io.tidewatch.corpora.CommerceCalendar.Moment;
import io.tidewatch.corpora.CommerceCalendar.Phase;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** When people shop and post: by hour, weekend and commerce calendar. */
final class Rhythm {
  private static final double[] SHOPPING = {
    2.2, 1.1, .6, .4, .3, .4, .8, 1.6, 2.8, 4.2, 5.2, 5.0, 5.4, 4.8, 4.4, 4.6, 4.6, 4.4, 4.8, 6.2,
    8.6, 9.4, 8.0, 4.8
  };
  private static final double[] POSTING = {
    2.8, 1.4, .8, .5, .4, .6, 1.4, 3.2, 4.6, 4.6, 4.8, 5.0, 6.0, 5.2, 4.2, 4.2, 4.4, 4.8, 5.4, 6.0,
    7.0, 7.6, 7.0, 5.0
  };
  private static final Set<String> GREAT = Set.of("double-11", "618");
  private static final Set<String> MIDDLE =
      Set.of("new-year-goods", "womens-day", "818", "99", "double-12");

  private static final double DISCOUNT = .12;

  private final CommerceCalendar calendar;
  private final double strength;

  /** {@code strength} scales what festivals do; 1 is the usual. */
  Rhythm(CommerceCalendar calendar, double strength) {
    this.calendar = calendar;
    this.strength = strength;
  }

  /**
   * What the day does to visits, purchases and posts, as factors of an ordinary weekday.
   *
   * @param discount share off the prices in the whole shop
   * @param paidIn the days to which payments are postponed
   */
  record Season(
      double visits, double purchases, double posts, double discount, Optional<DayRange> paidIn) {}

  Season season(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    double base = weekend ? 1.2 : 1;
    Optional<Moment> moment = calendar.on(day).stream()
        .max(Comparator.comparingDouble(Rhythm::weight)
            .thenComparing(m -> m.occasion().id()));
    if (moment.isEmpty()) {
      return new Season(base, 1, base, 0, Optional.empty());
    }
    double w = strength * weight(moment.get());
    return switch (moment.get().phase()) {
      case PREHEAT ->
        new Season(base * (1 + .1 * w), Math.max(.2, 1 - .15 * w), base, 0, Optional.empty());
      case PRE_SALE ->
        new Season(
            base * (1 + .25 * w),
            1,
            base * (1 + .1 * w),
            0,
            Optional.ofNullable(moment.get().occasion().phases().get(Phase.MAIN)));
      case MAIN ->
        new Season(
            base * (1 + w),
            1 + .6 * w,
            base * (1 + .5 * w),
            Math.min(.5, DISCOUNT * w),
            Optional.empty());
      case AFTER ->
        new Season(
            base * Math.max(.2, 1 - .1 * w), Math.max(.2, 1 - .2 * w), base, 0, Optional.empty());
    };
  }

  Instant shoppingTime(LocalDate day, Chance chance) {
    return time(day, SHOPPING, chance);
  }

  Instant postingTime(LocalDate day, Chance chance) {
    return time(day, POSTING, chance);
  }

  private static Instant time(LocalDate day, double[] hours, Chance chance) {
    int second = chance.index(hours) * 3600 + chance.integer(0, 3599);
    return day.atStartOfDay(SimulatorConfig.ZONE).toInstant().plusSeconds(second);
  }

  private static double weight(Moment moment) {
    String id = moment.occasion().id();
    return GREAT.contains(id) ? 1 : MIDDLE.contains(id) ? .6 : .25;
  }
}
