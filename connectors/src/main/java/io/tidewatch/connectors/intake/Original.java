package io.tidewatch.connectors.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A record as it came in: its bytes, its place and how to read it again. Immutable. */
public final class Original {
  private final Layout layout;
  private final long position;
  private final byte[] bytes;
  private final boolean whole;

  /**
   * @param position 1-based line, row or item
   * @param bytes not changed by anybody afterwards
   * @param whole false when the record was so long that only its beginning is here
   */
  public Original(Layout layout, long position, byte[] bytes, boolean whole) {
    this.layout = layout;
    this.position = position;
    this.bytes = bytes;
    this.whole = whole;
  }

  public Layout layout() {
    return layout;
  }

  public long position() {
    return position;
  }

  public boolean whole() {
    return whole;
  }

  public int length() {
    return bytes.length;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes as text; null when they are not UTF-8. */
  @Nullable
  String text() {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
