package io.tidewatch.connectors.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns a stream of another character set into UTF-8. Where the input is malformed it writes a byte
 * that UTF-8 does not know, so that the record which holds it is refused and no other.
 */
final class Utf8Transcoder extends InputStream {
  private static final byte[] MALFORMED = {(byte) 0xFF};

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer input = ByteBuffer.allocate(1 << 14).flip();
  private final CharBuffer chars = CharBuffer.allocate(1 << 14);
  private byte[] output = new byte[0];
  private int at;
  private boolean ended;
  private boolean finished;

  Utf8Transcoder(InputStream in, Charset charset) {
    this.in = in;
    this.decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    while (at == output.length) {
      if (finished) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, output.length - at);
    System.arraycopy(output, at, to, offset, count);
    at += count;
    return count;
  }

  private void fill() throws IOException {
    if (!ended) {
      input.compact();
      int read = in.read(input.array(), input.position(), input.remaining());
      if (read < 0) {
        ended = true;
      } else {
        input.position(input.position() + read);
      }
      input.flip();
    }
    chars.clear();
    CoderResult result = decoder.decode(input, chars, ended);
    at = 0;
    chars.flip();
    if (chars.hasRemaining()) {
      output = chars.toString().getBytes(StandardCharsets.UTF_8);
      return;
    }
    if (result.isError()) {
      input.position(input.position() + result.length());
      output = MALFORMED;
      return;
    }
    output = new byte[0];
    finished = ended && result.isUnderflow();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
