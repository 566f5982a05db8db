package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Records that wait for their time. What falls outside the market never happened and is left out.
 * Also numbers records and makes their envelopes. Not safe for several threads.
 */
final class Agenda {
  private final Instant start;
  private final Instant end;
  private final PriorityQueue<Entry> waiting =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::sequence));
  private final Map<String, Long> numbers = new HashMap<>();
  private long sequence;

  Agenda(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  /** Whether something at that time is part of the market. */
  boolean holds(Instant at) {
    return !at.isBefore(start) && at.isBefore(end);
  }

  void add(Instant at, DataRecord record) {
    if (holds(at)) {
      waiting.add(new Entry(at, sequence++, record));
    }
  }

  /** Hands over what lies before {@code until}, in order of time. */
  List<Event> release(Instant until) {
    var events = new ArrayList<Event>();
    for (Entry next = waiting.peek();
        next != null && next.at.isBefore(until);
        next = waiting.peek()) {
      waiting.remove();
      events.add(new Event(next.at.getEpochSecond(), next.record));
    }
    return events;
  }

  /** The next identifier of a kind, such as {@code o-17}. */
  String next(String kind) {
    return kind + "-" + numbers.merge(kind, 1L, Long::sum);
  }

  /** An envelope for a record that arrives as it happens; {@code detail} tells versions apart. */
  static Envelope envelope(String source, String id, Instant at, long detail) {
    long hash = Hashes.mix(Hashes.mix(id.hashCode(), at.getEpochSecond()), detail);
    return new Envelope(source, null, at, hash, null);
  }

  private record Entry(Instant at, long sequence, DataRecord record) {}
}
