package io.tidewatch.corpora.simulator;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes instants as ISO 8601 with the market's offset and whole seconds. Remembers the day it
 * wrote last. Not safe for several threads.
 */
final class LocalTimes {
  private static final int DAY = 86_400;

  private long day = Long.MIN_VALUE;
  private String date = "";

  String format(Instant at) {
    var offset = SimulatorConfig.ZONE.getRules().getOffset(at);
    long local = at.getEpochSecond() + offset.getTotalSeconds();
    if (Math.floorDiv(local, DAY) != day) {
      day = Math.floorDiv(local, DAY);
      date = LocalDate.ofEpochDay(day).toString();
    }
    int second = Math.floorMod(local, DAY);
    var text = new StringBuilder(25).append(date).append('T');
    two(text, second / 3600).append(':');
    two(text, second / 60 % 60).append(':');
    return two(text, second % 60).append(offset.getId()).toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
