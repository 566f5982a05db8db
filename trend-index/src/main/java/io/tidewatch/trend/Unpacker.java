package io.tidewatch.trend;

import io.tidewatch.model.annotation.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} wrote, in the same order. */
final class Unpacker {
  private final byte[] buffer;
  private final int end;
  private int at;

  Unpacker(byte[] buffer, int offset, int length) {
    this.buffer = buffer;
    this.at = offset;
    this.end = offset + length;
  }

  long number() {
    long raw = unsigned();
    return (raw >>> 1) ^ -(raw & 1);
  }

  long fixed() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (buffer[at++] & 0xFF);
    }
    return value;
  }

  double real() {
    return Double.longBitsToDouble(fixed());
  }

  boolean flag() {
    return number() != 0;
  }

  String text() {
    int length = Math.toIntExact(unsigned());
    need(length);
    String value = new String(buffer, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  Instant instant() {
    return Instant.ofEpochSecond(number(), number());
  }

  Span span() {
    return new Span((int) number(), (int) number());
  }

  <T> List<T> list(Supplier<T> each) {
    int size = Math.toIntExact(number());
    var values = new ArrayList<T>(Math.min(size, end - at));
    for (int i = 0; i < size; i++) {
      values.add(each.get());
    }
    return values;
  }

  @Nullable
  String nullableText() {
    return flag() ? text() : null;
  }

  @Nullable
  Long nullableNumber() {
    return flag() ? (Long) number() : null;
  }

  @Nullable
  Instant nullableInstant() {
    return flag() ? instant() : null;
  }

  @Nullable
  Span nullableSpan() {
    return flag() ? span() : null;
  }

  private long unsigned() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      need(1);
      byte b = buffer[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IllegalStateException("document format: a number of at most ten bytes is required");
  }

  private void need(int bytes) {
    if (bytes < 0 || end - at < bytes) {
      throw new IllegalStateException("document format: the stored bytes end too early");
    }
  }
}
