package io.tidewatch.nlp.text;

/** Classes of characters that decide how texts are cut. */
public final class Characters {

  private Characters() {}

  /** A to Z, a to z. */
  public static boolean asciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** 0 to 9. */
  public static boolean asciiDigit(char c) {
    return c >= '0' && c <= '9';
  }

  public static boolean asciiLetterOrDigit(char c) {
    return asciiLetter(c) || asciiDigit(c);
  }

  /** A Chinese character of the basic planes. */
  public static boolean han(char c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
  }

  /** Ends a sentence. */
  public static boolean endsSentence(char c) {
    return c == '。' || c == '!' || c == '?' || c == '\n' || c == '…' || c == '~';
  }

  /** Ends a clause; a sentence's end does too. */
  public static boolean endsClause(char c) {
    return c == ',' || c == ';' || c == '、' || endsSentence(c);
  }

  /** Formatting, control and private-use characters, which no normal text keeps. */
  static boolean dropped(char c) {
    if (c > 0x206F && c < 0xE000) {
      return false;
    }
    return (c < ' ' && c != '\n')
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || (c >= 0xE000 && c <= 0xF8FF)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xFFF0)
        || c == 0xFEFF
        || c == 0xAD
        || c == 0x61C;
  }

  /** A third one in a row says no more than the second. */
  static boolean collapses(char c) {
    return !asciiDigit(c) && !Character.isSurrogate(c);
  }

  static boolean inHandle(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '·';
  }
}
