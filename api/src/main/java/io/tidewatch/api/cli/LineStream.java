package io.tidewatch.api.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One line out for each line in, in the same order, worked on by all processors with a bounded
 * number of lines under way.
 */
final class LineStream {
  private static final int UNDER_WAY_PER_WORKER = 256;

  private final InputStream in;
  private final PrintStream out;

  LineStream(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  /** A line's answer. */
  @FunctionalInterface
  interface LineFunction {

    /**
     * Answers one line.
     *
     * @param number 1-based
     * @param line null when its bytes are not UTF-8
     */
    String apply(long number, @Nullable String line);
  }

  /** Reads to the end; returns the number of lines. */
  long run(LineFunction function) {
    int workers = Runtime.getRuntime().availableProcessors();
    var underWay = new ArrayDeque<Future<String>>();
    long number = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(workers);
        var bytes = new BufferedInputStream(in, 1 << 16)) {
      for (byte[] line = next(bytes); line != null; line = next(bytes)) {
        long current = ++number;
        byte[] taken = line;
        underWay.add(pool.submit(() -> function.apply(current, decode(taken))));
        while (underWay.size() >= workers * UNDER_WAY_PER_WORKER
            || (!underWay.isEmpty() && underWay.peek().isDone())) {
          out.println(underWay.remove().get());
        }
      }
      while (!underWay.isEmpty()) {
        out.println(underWay.remove().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("stdin: cannot be read", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a line cannot be answered", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      out.flush();
    }
    return number;
  }

  private static byte @Nullable [] next(InputStream bytes) throws IOException {
    var line = new ByteArrayOutputStream(256);
    int b = bytes.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      line.write(b);
      b = bytes.read();
    }
    byte[] taken = line.toByteArray();
    return taken.length > 0 && taken[taken.length - 1] == '\r'
        ? java.util.Arrays.copyOf(taken, taken.length - 1)
        : taken;
  }

  private static @Nullable String decode(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
