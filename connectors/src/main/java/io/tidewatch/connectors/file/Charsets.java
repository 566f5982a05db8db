package io.tidewatch.connectors.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A stream of bytes with the character set it is in: a byte order mark decides, else the first
 * candidate that fits the beginning. UTF-16 is turned into UTF-8 on the way.
 */
record Charsets(InputStream stream, Charset charset) {
  private static final int SAMPLE = 1 << 16;
  private static final int FIT = 100;

  /** Looks at the beginning without consuming it, byte order mark apart. */
  static Charsets of(InputStream raw, List<Charset> candidates) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, SAMPLE);
    in.mark(SAMPLE);
    byte[] sample = sample(in, SAMPLE);
    in.reset();
    if (starts(sample, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      return new Charsets(in, StandardCharsets.UTF_8);
    }
    if (starts(sample, 0xFF, 0xFE) || starts(sample, 0xFE, 0xFF)) {
      in.skipNBytes(2);
      Charset wide =
          (sample[0] & 0xFF) == 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      return new Charsets(new Utf8Transcoder(in, wide), StandardCharsets.UTF_8);
    }
    Charset best = best(sample, candidates);
    return best.name().startsWith("UTF-16") || best.name().startsWith("UTF-32")
        ? new Charsets(new Utf8Transcoder(in, best), StandardCharsets.UTF_8)
        : new Charsets(in, best);
  }

  /** Up to {@code most} bytes; a damaged stream gives what could be read of it. */
  static byte[] sample(InputStream in, int most) {
    byte[] sample = new byte[most];
    int length = 0;
    try {
      int read = in.read(sample, 0, most);
      while (read > 0) {
        length += read;
        read = length < most ? in.read(sample, length, most - length) : 0;
      }
    } catch (IOException damaged) {
      return Arrays.copyOf(sample, length);
    }
    return Arrays.copyOf(sample, length);
  }

  private static boolean starts(byte[] sample, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= sample.length || (sample[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset best(byte[] sample, List<Charset> candidates) {
    int foreign = 0;
    for (byte b : sample) {
      foreign += b < 0 ? 1 : 0;
    }
    Charset best = candidates.getFirst();
    int fewest = Integer.MAX_VALUE;
    for (Charset candidate : candidates) {
      int malformed = malformed(sample, candidate);
      if (malformed * FIT <= foreign) {
        return candidate;
      }
      if (malformed < fewest) {
        fewest = malformed;
        best = candidate;
      }
    }
    return best;
  }

  private static int malformed(byte[] sample, Charset charset) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(sample);
    CharBuffer out = CharBuffer.allocate(SAMPLE);
    int malformed = 0;
    while (true) {
      out.clear();
      CoderResult result = decoder.decode(in, out, false);
      if (result.isError()) {
        malformed++;
        in.position(in.position() + result.length());
      } else if (result.isUnderflow()) {
        return malformed;
      }
    }
  }

  /** The text of a record; throws when a byte has no meaning in the character set. */
  static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
