package io.tidewatch.trend;

import io.tidewatch.model.annotation.Span;
import io.tidewatch.trend.TextTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens of a text together with where they stand in it. Immutable. */
public final class TokenPlaces {
  private final List<Token> tokens;
  private final List<@Nullable Span> spans;

  private TokenPlaces(List<Token> tokens, List<@Nullable Span> spans) {
    this.tokens = tokens;
    this.spans = spans;
  }

  /** Cuts a text as {@link TextTokens#of} does. */
  public static TokenPlaces of(String text) {
    String folded = TextTokens.fold(text);
    int[] places = places(text, folded);
    var tokens = new ArrayList<Token>();
    var spans = new ArrayList<@Nullable Span>();
    TextTokens.cut(folded, false, (token, start, end) -> {
      tokens.add(token);
      spans.add(places.length == 0 ? null : new Span(places[2 * start], places[2 * end - 1]));
    });
    return new TokenPlaces(tokens, spans);
  }

  public List<Token> tokens() {
    return List.copyOf(tokens);
  }

  /** Where tokens {@code first} to {@code last} stand; null when folding does not tell. */
  public @Nullable Span span(int first, int last) {
    Span from = spans.get(first);
    Span to = spans.get(last);
    return from == null || to == null ? null : new Span(from.start(), to.end());
  }

  /** Start and end in the text of each folded character; empty when they cannot be told. */
  private static int[] places(String text, String folded) {
    int[] places = new int[2 * folded.length()];
    int at = 0;
    int start = 0;
    while (start < text.length()) {
      int end = start + Character.charCount(text.codePointAt(start));
      while (end < text.length() && joins(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      String piece = TextTokens.width(text.substring(start, end)).toLowerCase(Locale.ROOT);
      if (!folded.startsWith(piece, at)) {
        return new int[0];
      }
      for (int i = 0; i < piece.length(); i++, at++) {
        places[2 * at] = start;
        places[2 * at + 1] = end;
      }
      start = end;
    }
    return at == folded.length() ? places : new int[0];
  }

  /** Whether a character is normalised together with the one before it. */
  private static boolean joins(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
        true;
      // halfwidth voice marks of Kana, and vowels and finals of Hangul
      default -> c == 0xFF9E || c == 0xFF9F || (c >= 0x1160 && c <= 0x11FF);
    };
  }
}
