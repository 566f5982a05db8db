package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.DataRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records that wait for the day of their delivery. What falls outside the market never happened and
 * is left out. Some records come late or twice. Not safe for several threads.
 */
final class Basket {
  private static final int DAY = 86_400;

  private final SimulatorConfig config;
  private final long start;
  private final long end;
  private final long midnight;
  private final long lateKey;
  private final Map<Integer, List<Event>> waiting = new HashMap<>();
  private final Map<Integer, List<ReviewWish>> reviews = new HashMap<>();

  Basket(SimulatorConfig config) {
    this.config = config;
    this.start = config.start().getEpochSecond();
    this.end = config.end().getEpochSecond();
    this.midnight =
        config.firstDay().atStartOfDay(SimulatorConfig.ZONE).toInstant().getEpochSecond();
    this.lateKey = Chance.key(config.seed(), "delivery");
  }

  void add(Instant at, DataRecord record) {
    long second = at.getEpochSecond();
    if (second < start || second >= end) {
      return;
    }
    var delivery = config.delivery();
    if (delivery.lateShare() == 0 && delivery.repeatShare() == 0) {
      put(second, record);
      return;
    }
    var chance = Chance.keyed(lateKey, record.id().hashCode() * 31L + second);
    if (chance.happens(delivery.lateShare())) {
      second += chance.integer(DAY / 4, delivery.lateDays() * DAY);
    }
    put(Math.min(second, end - 1), record);
    if (chance.happens(delivery.repeatShare())) {
      put(Math.min(second + chance.integer(1, DAY), end - 1), record);
    }
  }

  void add(ReviewWish wish) {
    long second = wish.written().getEpochSecond();
    if (second >= start && second < end) {
      reviews.computeIfAbsent(day(second), d -> new ArrayList<>()).add(wish);
    }
  }

  /** Hands over what is delivered on a day, in order of time; equal times as they were added. */
  List<Event> take(int day) {
    List<Event> events = waiting.remove(day);
    if (events == null) {
      return List.of();
    }
    events.sort(Comparator.comparingLong(Event::second));
    return events;
  }

  /** Hands over the reviews of a day, in the order of their orders. */
  List<ReviewWish> takeReviews(int day) {
    List<ReviewWish> wishes = reviews.remove(day);
    return wishes == null ? List.of() : wishes;
  }

  private void put(long second, DataRecord record) {
    waiting.computeIfAbsent(day(second), d -> new ArrayList<>()).add(new Event(second, record));
  }

  private int day(long second) {
    return (int) Math.floorDiv(second - midnight, (long) DAY);
  }
}
