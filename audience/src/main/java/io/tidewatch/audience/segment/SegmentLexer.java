package io.tidewatch.audience.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a question into brackets, operators, fields, values and comparisons. Full-width signs, as a
 * Chinese keyboard gives them, count like their ASCII forms.
 */
final class SegmentLexer {
  private static final String QUOTES = "\"“”「」『』";

  /** What a token is. */
  enum Token {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    /** A name; its colon is consumed. */
    FIELD,
    WORD,
    AT_LEAST,
    END
  }

  record Lexeme(Token type, String text, int position) {}

  private final String query;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private SegmentLexer(String query) {
    this.query = query;
  }

  /** Ends with {@link Token#END}. */
  static List<Lexeme> cut(String query) {
    var lexer = new SegmentLexer(query);
    while (lexer.at < query.length()) {
      lexer.next();
    }
    lexer.lexemes.add(new Lexeme(Token.END, "", query.length()));
    return lexer.lexemes;
  }

  static IllegalArgumentException error(String rule, int position, String query) {
    return new IllegalArgumentException(
        "query: " + rule + " at position " + position + ", got " + query);
  }

  private void next() {
    char c = sign(at);
    int start = at;
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '(' || c == ')') {
      at++;
      lexemes.add(new Lexeme(c == '(' ? Token.OPEN : Token.CLOSE, String.valueOf(c), start));
    } else if (c == '>' && at + 1 < query.length() && sign(at + 1) == '=') {
      at += 2;
      lexemes.add(new Lexeme(Token.AT_LEAST, ">=", start));
    } else if (QUOTES.indexOf(c) >= 0) {
      quoted();
    } else {
      word();
    }
  }

  private void quoted() {
    int start = at++;
    while (at < query.length() && QUOTES.indexOf(sign(at)) < 0) {
      at++;
    }
    if (at == query.length()) {
      throw error("a quote with an end is required", start, query);
    }
    lexemes.add(new Lexeme(Token.WORD, query.substring(start + 1, at), start));
    at++;
  }

  private void word() {
    int start = at;
    while (at < query.length() && !endsWord(sign(at))) {
      if (sign(at) == ':' && query.substring(start, at).matches("[a-z-]+")) {
        lexemes.add(new Lexeme(Token.FIELD, query.substring(start, at), start));
        at++;
        value();
        return;
      }
      at++;
    }
    if (at == start) {
      throw error("a clause is required", start, query);
    }
    String text = query.substring(start, at);
    lexemes.add(
        switch (text) {
          case "AND" -> new Lexeme(Token.AND, text, start);
          case "OR" -> new Lexeme(Token.OR, text, start);
          case "NOT" -> new Lexeme(Token.NOT, text, start);
          default -> new Lexeme(Token.WORD, text, start);
        });
  }

  /** Behind a colon; an id may hold a colon itself, an attribute an equals sign. */
  private void value() {
    int start = at;
    if (at < query.length() && QUOTES.indexOf(sign(at)) >= 0) {
      quoted();
      return;
    }
    while (at < query.length() && !endsWord(sign(at))) {
      at++;
    }
    if (at == start) {
      throw error("a value directly behind the colon is required", start, query);
    }
    lexemes.add(new Lexeme(Token.WORD, query.substring(start, at), start));
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || c == '>' || QUOTES.indexOf(c) >= 0;
  }

  private char sign(int place) {
    char c = query.charAt(place);
    return c == 0x3000 ? ' ' : c > 0xFF00 && c < 0xFF5F ? (char) (c - 0xFEE0) : c;
  }
}
