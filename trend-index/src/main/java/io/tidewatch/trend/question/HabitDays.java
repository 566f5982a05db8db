package io.tidewatch.trend.question;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidewatch.model.document.CountingUnit;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.detect.KindHabit;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * What was learned of all keys of a kind from whole days, kept for the other windows that begin on
 * the same day. Safe from any thread.
 */
final class HabitDays {
  private static final int KEPT = 500;

  private final Cache<Lesson, KindHabit> habits =
      Caffeine.newBuilder().maximumSize(KEPT).executor(Runnable::run).build();

  /**
   * All that decides a habit.
   *
   * @param start of the first day, in microseconds
   * @param end of the last day
   * @param versions of the days between
   * @param observed hours of these days
   */
  record Lesson(
      Field field,
      CountingUnit unit,
      Counting counting,
      ZoneId zone,
      int windowHours,
      long start,
      long end,
      List<Long> versions,
      BitSet observed) {}

  KindHabit of(Lesson lesson, Supplier<KindHabit> learn) {
    return habits.get(lesson, l -> learn.get());
  }
}
