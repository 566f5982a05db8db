package io.tidewatch.nlp.tagger;

import io.tidewatch.nlp.text.Characters;

/**
 * The hashed features of each character of one text: n-grams around it, the word it stands in, its
 * script and run, what the catalogue and the {@link NameTable} know of it, and whether it comes again.
 * Digits are one character. For one thread.
 */
public final class CharacterFeatures {
  /** Most features of a character. */
  public static final int MOST = 32;

  private static final int PAD = 2;
  private static final int PRIME = 0x01000193;

  private final int mask;
  private final int length;
  private final char[] chars;
  private final byte[] scripts;
  private final byte[] linked;
  private final byte[] brands;
  private final byte[] products;
  private final int[] wordStart;
  private final int[] wordEnd;
  private final int[] wordHash;
  private final int[] previousWord;
  private final int[] nextWord;
  private final int[] runStart;
  private final int[] runEnd;
  private int[] into = new int[0];
  private int n;

  /**
   * Reads the first {@code length} characters of a text.
   *
   * @param bits features are numbered below 2^bits
   * @param wordEnds where words end, in order; the last is {@code length}
   * @param linked for each character 0, or its place in a name of the catalogue as {@link
   *     #linkedMark} gives it
   */
  public CharacterFeatures(
      int bits, NameTable names, char[] text, int length, int[] wordEnds, byte[] linked) {
    this.mask = (1 << bits) - 1;
    this.length = length;
    this.linked = linked;
    chars = new char[length + 2 * PAD];
    scripts = new byte[length + 2 * PAD];
    for (int i = 0; i < length; i++) {
      char c = text[i];
      chars[i + PAD] = Characters.asciiDigit(c) ? '0' : c;
      scripts[i + PAD] = script(c);
    }
    brands = new byte[length];
    products = new byte[length];
    names.mark(text, length, brands, products);
    wordStart = new int[length];
    wordEnd = new int[length];
    wordHash = new int[length];
    previousWord = new int[length];
    nextWord = new int[length];
    words(wordEnds);
    runStart = new int[length];
    runEnd = new int[length];
    runs();
  }

  /** The mark of character {@code at} of a catalogue name over {@code [start, end)}. */
  public static byte linkedMark(boolean brand, int start, int end, int at) {
    int place = end - start == 1 ? 3 : at == start ? 0 : at == end - 1 ? 2 : 1;
    return (byte) ((brand ? 1 : 5) + place);
  }

  private void words(int[] ends) {
    int start = 0;
    int previous = 1;
    int before = -1;
    for (int end : ends) {
      int hash = 7;
      for (int i = start; i < end; i++) {
        hash = hash * PRIME + chars[i + PAD];
      }
      hash = mix(hash);
      for (int i = start; i < end; i++) {
        wordStart[i] = start;
        wordEnd[i] = end;
        wordHash[i] = hash;
        previousWord[i] = previous;
        nextWord[i] = 2;
      }
      for (int i = Math.max(before, 0); i < start; i++) {
        nextWord[i] = hash;
      }
      before = start;
      previous = hash;
      start = end;
    }
  }

  /** A run is a stretch of Chinese characters, or of ASCII letters and digits, or one other. */
  private void runs() {
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (i > 0 && runKind(scripts[i + PAD]) != runKind(scripts[i + PAD - 1])) {
        start = i;
      }
      runStart[i] = start;
    }
    int end = length;
    for (int i = length - 1; i >= 0; i--) {
      if (i + 1 < length && runStart[i + 1] != runStart[i]) {
        end = i + 1;
      }
      runEnd[i] = end;
    }
  }

  private static int runKind(int script) {
    return script == DIGIT ? LETTER : script;
  }

  /** Writes the features of character {@code i} and returns how many there are. */
  public int at(int i, int[] target) {
    into = target;
    n = 0;
    int p = i + PAD;
    int c = chars[p];
    int l1 = chars[p - 1];
    int l2 = chars[p - 2];
    int r1 = chars[p + 1];
    int r2 = chars[p + 2];
    add(1, c);
    add(2, l1);
    add(3, r1);
    add(4, l2);
    add(5, r2);
    int left = pair(l1, c);
    int right = pair(c, r1);
    int farLeft = pair(l2, l1);
    int farRight = pair(r1, r2);
    add(6, left);
    add(7, right);
    add(8, farLeft);
    add(9, farRight);
    add(10, pair(l1, r1));
    add(11, farLeft * 31 + c);
    add(12, left * 31 + r1);
    add(13, right * 31 + r2);
    word(i);
    shape(i, p);
    known(i);
    return n;
  }

  private void word(int i) {
    int start = wordStart[i];
    int size = wordEnd[i] - start;
    int place = size == 1 ? 3 : i == start ? 0 : i == wordEnd[i] - 1 ? 2 : 1;
    add(20, wordHash[i] * 4 + place);
    add(21, previousWord[i] * 4 + place);
    add(22, nextWord[i] * 4 + place);
    add(23, place * 16 + Math.min(size, 9));
  }

  private void shape(int i, int p) {
    int script = scripts[p];
    int near = (scripts[p - 1] * 10 + script) * 10 + scripts[p + 1];
    add(30, near);
    add(31, (near * 10 + scripts[p - 2]) * 10 + scripts[p + 2]);
    add(32, Math.min(i, 6) * 10 + script);
    int start = runStart[i];
    int end = runEnd[i];
    if (runKind(script) == LETTER) {
      int hash = 3;
      int kinds = 0;
      for (int k = start; k < end; k++) {
        hash = hash * PRIME + chars[k + PAD];
        kinds |= scripts[k + PAD];
      }
      int place = end - start == 1 ? 3 : i == start ? 0 : i == end - 1 ? 2 : 1;
      add(33, mix(hash) * 4 + place);
      add(34, ((kinds * 16 + Math.min(end - start, 15)) * 4 + place) * 4 + Math.min(start, 3));
      add(35, pair((kinds * 4 + place) * 16 + Math.min(end - start, 9), chars[end + PAD]));
    } else {
      int from = script == HAN ? start : i;
      int to = script == HAN ? end : i;
      int before = from == 0 ? 1 : chars[from + PAD - 1];
      int inRun = Math.min(i - from, 8);
      add(36, (inRun * 16 + scripts[from + PAD - 1]) * 16 + scripts[from + PAD - 2]);
      add(37, pair(inRun, before));
      add(38, (Math.min(to - i, 8) * 16 + scripts[to + PAD]) * 16 + inRun);
    }
  }

  /** What the catalogue and the table say of the character and its neighbours. */
  private void known(int i) {
    add(40, around(linked, i));
    int brand = brands[i];
    int product = products[i];
    add(41, brand);
    add(42, product);
    add(43, brand * 97 + product);
    add(44, around(brands, i));
    add(45, around(products, i));
  }

  private int around(byte[] marks, int i) {
    int before = i == 0 ? 96 : marks[i - 1];
    int after = i + 1 == length ? 96 : marks[i + 1];
    return (before * 97 + marks[i]) * 97 + after;
  }

  private static int pair(int one, int other) {
    return one * 65599 + other;
  }

  private void add(int kind, int value) {
    into[n++] = mix(value * 31 + kind * 0x9E3779B1) & mask;
  }

  private static int mix(int value) {
    int h = value ^ (value >>> 15);
    h *= 0x2C1B3C6D;
    h ^= h >>> 12;
    h *= 0x297A2D39;
    return h ^ (h >>> 15);
  }

  private static final byte DIGIT = 1;
  private static final byte LETTER = 2;
  private static final byte HAN = 3;

  /** 0 outside of the text, else 1 to 9. */
  private static byte script(char c) {
    if (Characters.asciiDigit(c)) {
      return DIGIT;
    }
    if (Characters.asciiLetter(c)) {
      return LETTER;
    }
    if (Characters.han(c)) {
      return HAN;
    }
    return switch (c) {
      case ' ' -> 4;
      case '/' -> 5;
      case '[', '(', '【', '（', '《' -> 6;
      case ']', ')', '】', '）', '》' -> 7;
      case '-' -> 8;
      default -> 9;
    };
  }
}
