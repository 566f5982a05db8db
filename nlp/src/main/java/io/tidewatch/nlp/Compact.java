package io.tidewatch.nlp;

import io.tidewatch.nlp.text.NormalText;
import org.jspecify.annotations.Nullable;

/**
 * A text without what people leave out of names at will, with the position of each character that
 * is left. Its array must not be written.
 */
final class Compact {
  /** At least {@link #length} characters, of which only the first {@code length} count. */
  final char[] chars;

  final int length;
  /** Null when nothing is left out. */
  private final int @Nullable [] positions;

  private Compact(char[] chars, int length, int @Nullable [] positions) {
    this.chars = chars;
    this.length = length;
    this.positions = positions;
  }

  static Compact of(NormalText text) {
    for (int i = 0; i < text.length(); i++) {
      if (AliasIndex.skippable(text.at(i))) {
        return shorter(text);
      }
    }
    return new Compact(text.chars(), text.length(), null);
  }

  private static Compact shorter(NormalText text) {
    char[] out = new char[text.length()];
    int[] positions = new int[text.length()];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      char before = n == 0 ? ' ' : out[n - 1];
      char after = i + 1 < text.length() ? text.at(i + 1) : ' ';
      if (!AliasIndex.skipped(before, c, after)) {
        positions[n] = i;
        out[n++] = c;
      }
    }
    return new Compact(out, n, positions);
  }

  /** Where a character stood in the text. */
  int at(int i) {
    return positions == null ? i : positions[i];
  }
}
