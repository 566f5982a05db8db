package io.tidewatch.trend;

import io.tidewatch.model.trend.QuerySyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a query into operators, words, phrases, fields and ranges. Full-width brackets, quotes, colons and
 * signs, as a Chinese keyboard gives them, count like their ASCII forms.
 */
final class QueryLexer {
  private static final String OPENING_QUOTES = "\"“”「『＂";
  private static final String CLOSING_QUOTES = "\"“”」』＂";

  /** What a token is. */
  enum Type {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    MUST,
    /** Its text is the distance, empty when none is given. */
    NEAR,
    /** A field name; its colon is consumed. */
    FIELD,
    WORD,
    PHRASE,
    /** From bracket to bracket, directly behind a field. */
    RANGE,
    END
  }

  record Lexeme(Type type, String text, int position) {}

  private final String query;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private QueryLexer(String query) {
    this.query = query;
  }

  /** Ends with {@link Type#END}. */
  static List<Lexeme> cut(String query) {
    QueryLexer lexer = new QueryLexer(query);
    while (lexer.at < query.length()) {
      lexer.next();
    }
    lexer.lexemes.add(new Lexeme(Type.END, "", query.length()));
    return lexer.lexemes;
  }

  private void next() {
    char c = ascii(query.charAt(at));
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '(' || c == ')') {
      one(c == '(' ? Type.OPEN : Type.CLOSE);
    } else if (isSign(c)
        && at + 1 < query.length()
        && !Character.isWhitespace(query.charAt(at + 1))) {
      one(c == '+' ? Type.MUST : Type.NOT);
    } else if (OPENING_QUOTES.indexOf(c) >= 0) {
      phrase();
    } else {
      word();
    }
  }

  private void one(Type type) {
    lexemes.add(new Lexeme(type, query.substring(at, at + 1), at));
    at++;
  }

  private void phrase() {
    int start = at++;
    while (at < query.length() && CLOSING_QUOTES.indexOf(query.charAt(at)) < 0) {
      at++;
    }
    if (at == query.length()) {
      throw new QuerySyntaxException("a quote has no end", start, query);
    }
    lexemes.add(new Lexeme(Type.PHRASE, query.substring(start + 1, at), start));
    at++;
  }

  private void word() {
    int start = at;
    while (at < query.length() && !endsWord(ascii(query.charAt(at)))) {
      if (ascii(query.charAt(at)) == ':' && isFieldName(query.substring(start, at))) {
        lexemes.add(new Lexeme(Type.FIELD, query.substring(start, at), start));
        at++;
        if (at < query.length() && "[{".indexOf(ascii(query.charAt(at))) >= 0) {
          range();
        }
        return;
      }
      at++;
    }
    String text = query.substring(start, at);
    lexemes.add(
        switch (text) {
          case "AND" -> new Lexeme(Type.AND, text, start);
          case "OR" -> new Lexeme(Type.OR, text, start);
          case "NEAR" -> new Lexeme(Type.NEAR, "", start);
          case "NOT" -> new Lexeme(Type.NOT, text, start);
          default ->
            text.matches("NEAR/\\d{1,9}")
                ? new Lexeme(Type.NEAR, text.substring(text.indexOf('/') + 1), start)
                : new Lexeme(Type.WORD, text, start);
        });
  }

  private void range() {
    int start = at;
    while (at < query.length() && "]}".indexOf(ascii(query.charAt(at))) < 0) {
      at++;
    }
    if (at == query.length()) {
      throw new QuerySyntaxException("a range is not closed", start, query);
    }
    at++;
    lexemes.add(new Lexeme(Type.RANGE, query.substring(start, at), start));
  }

  private static boolean isFieldName(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c)
        || c == '('
        || c == ')'
        || OPENING_QUOTES.indexOf(c) >= 0
        || CLOSING_QUOTES.indexOf(c) >= 0;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '!' || c == '-';
  }

  private static char ascii(char c) {
    return c == 0x3000 ? ' ' : c > 0xFF00 && c < 0xFF5F ? (char) (c - 0xFEE0) : c;
  }
}
