package io.tidewatch.audience.facts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;

/** A set of numbered users as a compressed bitmap. Immutable and safe from any thread. */
public final class UserSet {
  /** Nobody. */
  public static final UserSet EMPTY = new UserSet(new RoaringBitmap());

  private final RoaringBitmap bits;

  private UserSet(RoaringBitmap bits) {
    this.bits = bits;
  }

  /** All users from 0 to {@code users} − 1. */
  public static UserSet all(int users) {
    return new UserSet(RoaringBitmap.bitmapOfRange(0L, users));
  }

  public static UserSet of(int... users) {
    return new UserSet(RoaringBitmap.bitmapOf(users));
  }

  /** Whoever is in one of these. */
  public static UserSet any(Collection<UserSet> sets) {
    return new UserSet(RoaringBitmap.or(sets.stream().map(set -> set.bits).iterator()));
  }

  public int size() {
    return bits.getCardinality();
  }

  public boolean isEmpty() {
    return bits.isEmpty();
  }

  public boolean contains(int user) {
    return bits.contains(user);
  }

  public UserSet and(UserSet other) {
    return new UserSet(RoaringBitmap.and(bits, other.bits));
  }

  public UserSet or(UserSet other) {
    return new UserSet(RoaringBitmap.or(bits, other.bits));
  }

  /** These without those. */
  public UserSet without(UserSet other) {
    return new UserSet(RoaringBitmap.andNot(bits, other.bits));
  }

  /** Users whom one has and the other has not. */
  public UserSet xor(UserSet other) {
    return new UserSet(RoaringBitmap.xor(bits, other.bits));
  }

  /** How many users one has and the other has not. */
  public int difference(UserSet other) {
    return RoaringBitmap.xorCardinality(bits, other.bits);
  }

  /** How many users both have. */
  public int overlap(UserSet other) {
    return RoaringBitmap.andCardinality(bits, other.bits);
  }

  /** How many users one of both has. */
  public int union(UserSet other) {
    return RoaringBitmap.orCardinality(bits, other.bits);
  }

  /** In ascending order. */
  public void forEach(IntConsumer sink) {
    bits.forEach((int user) -> sink.accept(user));
  }

  /** In ascending order. */
  public int[] toArray() {
    return bits.toArray();
  }

  /** Bytes of the bitmap when it is written. */
  public long bytes() {
    return bits.getLongSizeInBytes();
  }

  /** The bitmap in RoaringBitmap's portable form. */
  public ByteBuffer write() {
    ByteBuffer bytes = ByteBuffer.allocate(bits.serializedSizeInBytes());
    bits.serialize(bytes);
    return bytes.flip();
  }

  /** What {@link #write} wrote. */
  public static UserSet read(ByteBuffer bytes) {
    var bits = new RoaringBitmap();
    try {
      bits.deserialize(bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException("bytes: a written set of users is required", e);
    }
    return new UserSet(bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserSet set && set.bits.equals(bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }

  @Override
  public String toString() {
    return bits.toString();
  }

  /** Fills a set; fastest in ascending order. Not thread-safe. */
  public static final class Builder {
    private final RoaringBitmapWriter<RoaringBitmap> writer =
        RoaringBitmapWriter.writer().get();

    public void add(int user) {
      writer.add(user);
    }

    public UserSet build() {
      RoaringBitmap bits = writer.get();
      bits.runOptimize();
      return new UserSet(bits);
    }
  }
}
