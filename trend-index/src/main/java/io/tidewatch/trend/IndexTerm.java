package io.tidewatch.trend;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Values as they stand in an index, the same in every engine. */
public final class IndexTerm {
  /** Longest value that stands in a field as it is, in UTF-8 bytes. */
  private static final int MAX_BYTES = 1000;

  private IndexTerm() {}

  /** The value itself; very long ones are cut and told apart by a hash. */
  public static String of(String value) {
    if (value.length() * 3 <= MAX_BYTES
        || value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
      return value;
    }
    int end = MAX_BYTES / 4;
    if (Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(0, end) + Long.toHexString(hash(value));
  }

  /** A 64-bit hash: the first eight bytes of {@link #digest}. */
  public static long hash(String value) {
    return ByteBuffer.wrap(digest(value)).getLong();
  }

  /** SHA-256 of the value's UTF-8 bytes. */
  public static byte[] digest(String value) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
