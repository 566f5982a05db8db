package io.tidewatch.connectors.file;

import io.tidewatch.connectors.decode.Reason;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts bytes into lines with bounded memory. With a quote, a line break inside a quoted cell does
 * not end the line; a quote that is never closed costs its own line only. A line over the limit is
 * given with its beginning and {@link Reason#TOO_LONG}; a stream that breaks ends with what was
 * read of the last line and {@link Reason#DAMAGED_FILE}. Character sets must keep ASCII bytes for
 * ASCII characters. Not safe for concurrent use.
 */
final class LineSplitter implements Closeable {
  private static final int KEEP = 16 << 20;
  private static final int MAX_SPAN = 256;
  private static final byte LF = '\n';
  private static final byte CR = '\r';

  private final InputStream in;
  private final int limit;
  private final int keep;
  private final int quote;
  private final int delimiter;
  private final byte[] buffer = new byte[1 << 16];
  private final ArrayDeque<RawLine> pending = new ArrayDeque<>();
  private int at;
  private int end;
  private long number;
  private boolean over;

  /** {@code quote} null means that every line break ends a line. */
  LineSplitter(InputStream in, int limit, @Nullable Character quote, char delimiter) {
    this.in = in;
    this.limit = limit;
    this.keep = Math.max(limit, KEEP);
    this.quote = quote == null ? -1 : quote;
    this.delimiter = delimiter;
  }

  /** The next line; null at the end. */
  @Nullable
  RawLine next() {
    RawLine first = physical();
    if (first == null || quote < 0 || first.problem() != null) {
      return first;
    }
    var quotes = new QuoteState(quote, delimiter);
    QuoteState.Verdict verdict = quotes.line(first.bytes());
    if (verdict == QuoteState.Verdict.CLOSED) {
      return first;
    }
    List<RawLine> span = new ArrayList<>(List.of(first));
    int length = first.bytes().length;
    while (verdict == QuoteState.Verdict.OPEN && span.size() < MAX_SPAN && length <= limit) {
      RawLine more = physical();
      if (more == null) {
        break;
      }
      span.add(more);
      if (more.problem() != null) {
        break;
      }
      length += more.bytes().length + 1;
      verdict = quotes.line(more.bytes());
    }
    if (verdict == QuoteState.Verdict.CLOSED && length <= limit) {
      return joined(span);
    }
    for (int i = span.size() - 1; i > 0; i--) {
      pending.addFirst(span.get(i));
    }
    return first.refused(Reason.SYNTAX, "a quote is opened that nothing closes properly");
  }

  private static RawLine joined(List<RawLine> span) {
    var bytes = new ByteArrayOutputStream();
    for (RawLine line : span) {
      if (bytes.size() > 0) {
        bytes.write(LF);
      }
      bytes.writeBytes(line.bytes());
    }
    return new RawLine(span.getFirst().number(), bytes.toByteArray(), true, null, null);
  }

  private @Nullable RawLine physical() {
    RawLine again = pending.pollFirst();
    return again == null ? read() : again;
  }

  private @Nullable RawLine read() {
    var line = new ByteArrayOutputStream(256);
    long length = 0;
    while (true) {
      if (at == end) {
        IOException damage = fill();
        if (damage != null) {
          over = true;
          return new RawLine(
              ++number,
              line.toByteArray(),
              length <= keep,
              Reason.DAMAGED_FILE,
              "the file breaks here: " + damage.getMessage());
        }
        if (end == 0) {
          return length == 0 ? null : finish(line, length);
        }
      }
      int stop = at;
      while (stop < end && buffer[stop] != LF) {
        stop++;
      }
      int room = (int) Math.min(stop - at, Math.max(0, keep - length));
      line.write(buffer, at, room);
      length += stop - at;
      boolean complete = stop < end;
      at = complete ? stop + 1 : stop;
      if (complete) {
        return finish(line, length);
      }
    }
  }

  private RawLine finish(ByteArrayOutputStream line, long length) {
    byte[] bytes = line.toByteArray();
    if (bytes.length > 0 && length <= keep && bytes[bytes.length - 1] == CR) {
      bytes = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    }
    number++;
    if (length > limit) {
      return new RawLine(
          number,
          bytes,
          length <= keep,
          Reason.TOO_LONG,
          "at most " + limit + " bytes a record expected, got " + length);
    }
    return new RawLine(number, bytes, true, null, null);
  }

  /** Reads on; at the end of the stream the buffer is empty. */
  private @Nullable IOException fill() {
    at = 0;
    end = 0;
    if (over) {
      return null;
    }
    try {
      int read = in.read(buffer);
      if (read < 0) {
        over = true;
      } else {
        end = read;
      }
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
