package io.tidewatch.nlp.eval;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The two halves of a gold file, by the parity of a text's CRC-32 in UTF-8: rules may be made while
 * reading the even half, the odd half is only counted.
 */
enum Half {
  EVEN,
  ODD;

  static Half of(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() & 1) == 0 ? EVEN : ODD;
  }
}
