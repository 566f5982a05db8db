package io.tidewatch.corpora.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Records in order of time, already as lines of JSON. Immutable. */
final class PackedEvents {
  private final long[] seconds;
  private final int[] ends;
  private final byte[] lines;
  private final Map<String, Long> counts;

  private PackedEvents(long[] seconds, int[] ends, byte[] lines, Map<String, Long> counts) {
    this.seconds = seconds;
    this.ends = ends;
    this.lines = lines;
    this.counts = counts;
  }

  static PackedEvents of(List<Event> events) {
    long[] seconds = new long[events.size()];
    int[] ends = new int[events.size()];
    var counts = new TreeMap<String, Long>();
    var out = new ByteArrayOutputStream(events.size() * 180);
    try (var json = new RecordJson(out)) {
      for (int i = 0; i < seconds.length; i++) {
        json.write(events.get(i).record());
        json.flush();
        seconds[i] = events.get(i).second();
        ends[i] = out.size();
        counts.merge(events.get(i).record().type(), 1L, Long::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a record cannot be written", e);
    }
    return new PackedEvents(seconds, ends, out.toByteArray(), counts);
  }

  /** How many records there are of each type. */
  Map<String, Long> counts() {
    return counts;
  }

  /** Writes all in one order of time; of equal times the earlier in the list goes first. */
  static void merge(List<PackedEvents> packs, OutputStream out) throws IOException {
    var next = new PriorityQueue<Cursor>(
        Comparator.comparingLong(Cursor::second).thenComparingInt(c -> c.number));
    for (int i = 0; i < packs.size(); i++) {
      if (packs.get(i).seconds.length > 0) {
        next.add(new Cursor(packs.get(i), i));
      }
    }
    for (Cursor first = next.poll(); first != null; first = next.poll()) {
      if (first.write(out)) {
        next.add(first);
      }
    }
  }

  private static final class Cursor {
    private final PackedEvents pack;
    private final int number;
    private int at;

    Cursor(PackedEvents pack, int number) {
      this.pack = pack;
      this.number = number;
    }

    long second() {
      return pack.seconds[at];
    }

    /** Writes one line; false after the last. */
    boolean write(OutputStream out) throws IOException {
      int from = at == 0 ? 0 : pack.ends[at - 1];
      out.write(pack.lines, from, pack.ends[at] - from);
      at++;
      return at < pack.seconds.length;
    }
  }
}
