package io.tidewatch.trend.question;

import io.tidewatch.model.trend.HourRate;
import io.tidewatch.model.trend.SeriesPoint;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Folds an hourly series into the local week. */
final class HourQuestion {
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  private HourQuestion() {}

  static List<HourRate> answer(List<SeriesPoint> hourly, ZoneId zone) {
    long[] counts = new long[DAYS * HOURS];
    long[] observed = new long[DAYS * HOURS];
    for (SeriesPoint point : hourly) {
      if (point.count() != null) {
        ZonedDateTime local = point.start().atZone(zone);
        int slot = (local.getDayOfWeek().getValue() - 1) * HOURS + local.getHour();
        counts[slot] += point.count();
        observed[slot]++;
      }
    }
    long hours = Arrays.stream(observed).sum();
    if (hours == 0) {
      return List.of();
    }
    double mean = (double) Arrays.stream(counts).sum() / hours;
    return IntStream.range(0, counts.length)
        .mapToObj(slot -> rate(slot, counts[slot], observed[slot], mean))
        .toList();
  }

  private static HourRate rate(int slot, long count, long observed, double mean) {
    Double rate = observed == 0 ? null : (Double) ((double) count / observed);
    Double index = rate == null || mean == 0 ? null : (Double) (rate / mean);
    return new HourRate(1 + slot / HOURS, slot % HOURS, count, observed, rate, index);
  }
}
