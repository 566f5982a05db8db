package io.tidewatch.trend;

import io.tidewatch.model.annotation.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other, small numbers in few bytes. */
final class Packer {
  private byte[] buffer = new byte[512];
  private int size;

  byte[] bytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** Any long, zigzag and seven bits a byte. */
  void number(long value) {
    unsigned((value << 1) ^ (value >> 63));
  }

  /** Eight bytes. */
  void fixed(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      buffer[size++] = (byte) (value >>> shift);
    }
  }

  void real(double value) {
    fixed(Double.doubleToLongBits(value));
  }

  void flag(boolean value) {
    number(value ? 1 : 0);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    unsigned(utf8.length);
    room(utf8.length);
    System.arraycopy(utf8, 0, buffer, size, utf8.length);
    size += utf8.length;
  }

  void constant(Enum<?> value) {
    text(value.name());
  }

  void instant(Instant value) {
    number(value.getEpochSecond());
    number(value.getNano());
  }

  void span(Span value) {
    number(value.start());
    number(value.end());
  }

  <T> void list(List<T> values, Consumer<T> each) {
    number(values.size());
    values.forEach(each);
  }

  void nullableText(@Nullable String value) {
    nullable(value, this::text);
  }

  void nullableNumber(@Nullable Long value) {
    nullable(value, this::number);
  }

  void nullableInstant(@Nullable Instant value) {
    nullable(value, this::instant);
  }

  void nullableSpan(@Nullable Span value) {
    nullable(value, this::span);
  }

  private <T> void nullable(@Nullable T value, Consumer<T> writer) {
    flag(value != null);
    if (value != null) {
      writer.accept(value);
    }
  }

  private void unsigned(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  private void room(int bytes) {
    if (buffer.length - size < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + bytes));
    }
  }
}
