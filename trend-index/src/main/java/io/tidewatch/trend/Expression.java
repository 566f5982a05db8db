package io.tidewatch.trend;

import java.util.List;

/** A parsed query: what a document must be to match. Values are resolved and folded. */
public sealed interface Expression {

  /** Every document. */
  record Everything() implements Expression {}

  /** No document. */
  record Nothing() implements Expression {}

  /** The tokens stand in the text one after the other. */
  record Text(List<TextTokens.Token> tokens) implements Expression {
    public Text {
      tokens = List.copyOf(tokens);
    }
  }

  /**
   * Like {@link Text}, but one token is a pattern: its {@code *} stands for any letters and digits.
   * It never reaches an engine.
   *
   * @param pattern index of that token
   * @param position of the word in the query
   */
  record Pattern(List<TextTokens.Token> tokens, int pattern, int position) implements Expression {
    public Pattern {
      tokens = List.copyOf(tokens);
    }

    /** What every word that fits begins with. */
    public String prefix() {
      String text = tokens.get(pattern).text();
      return text.substring(0, text.indexOf('*'));
    }
  }

  /**
   * Both stand in the text, in any order, with at most {@code distance} tokens between them.
   *
   * @param left {@link Text} or {@link Pattern}, for an engine {@link Text} or an {@link Or} of texts
   * @param right likewise
   */
  record Near(Expression left, Expression right, int distance) implements Expression {}

  /** A number of the document lies from {@code from} to {@code to}, both inclusive. */
  record Range(Field field, long from, long to) implements Expression {}

  /** The document carries the value in the field, never {@link Field#TEXT}. */
  record Value(Field field, String value) implements Expression {}

  /** The document carries any value in the field. */
  record Exists(Field field) implements Expression {}

  record Not(Expression operand) implements Expression {}

  /** All of at least two. */
  record And(List<Expression> operands) implements Expression {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Any of at least two. */
  record Or(List<Expression> operands) implements Expression {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** Whether it says only what a document must not be. */
  default boolean onlyExcludes() {
    return switch (this) {
      case Everything _ -> false;
      case Nothing _ -> false;
      case Text _ -> false;
      case Pattern _ -> false;
      case Near _ -> false;
      case Range _ -> false;
      case Value _ -> false;
      case Exists _ -> false;
      case Not(Expression e) -> !e.onlyExcludes();
      case And(List<Expression> all) -> all.stream().allMatch(Expression::onlyExcludes);
      case Or(List<Expression> any) -> any.stream().anyMatch(Expression::onlyExcludes);
    };
  }
}
