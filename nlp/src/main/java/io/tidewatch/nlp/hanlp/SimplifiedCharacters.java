package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.HanLP;
import io.tidewatch.nlp.text.CharacterFold;

/**
 * Folds width, case and traditional characters, one character to one, by HanLP's dictionary of
 * single characters. Immutable.
 */
public final class SimplifiedCharacters implements CharacterFold {
  private static final int FIRST = 0x3400;
  private static final int LAST = 0x9FFF;

  private final char[] table = new char[0x10000];

  public SimplifiedCharacters() {
    for (int i = 0; i < table.length; i++) {
      table[i] = plain((char) i);
    }
    for (int i = FIRST; i <= LAST; i++) {
      String simple = HanLP.convertToSimplifiedChinese(String.valueOf((char) i));
      if (simple.length() == 1) {
        table[i] = simple.charAt(0);
      }
    }
    // a few simplified forms are traditional themselves
    for (int i = FIRST; i <= LAST; i++) {
      table[i] = table[table[i]];
    }
  }

  @Override
  public char fold(char c) {
    return table[c];
  }

  private static char plain(char c) {
    char narrow = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
    return switch (narrow) {
      case '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> '\n';
      case '\t', 0xA0, 0x3000, 0x2002, 0x2003, 0x2009 -> ' ';
      case '，' -> ',';
      case '“', '”', '「', '」', '『', '』' -> '"';
      case '‘', '’' -> '\'';
      case '～' -> '~';
      case '—', '–', '－' -> '-';
      case '・', '•', '‧' -> '·';
      default -> Character.isSurrogate(narrow) ? narrow : Character.toLowerCase(narrow);
    };
  }
}
