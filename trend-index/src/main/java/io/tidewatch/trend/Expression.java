package io.tidewatch.trend;

import java.util.List;

/** A parsed query: what a document must be to match. Values are resolved and folded. */
public sealed interface Expression {

  /** Every document. */
  record Everything() implements Expression {}

  /** The tokens stand in the text one after the other. */
  record Text(List<TextTokens.Token> tokens) implements Expression {
    public Text {
      tokens = List.copyOf(tokens);
    }
  }

  /** The document carries the value in the field, never {@link Field#TEXT}. */
  record Value(Field field, String value) implements Expression {}

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
      case Text _ -> false;
      case Value _ -> false;
      case Not(Expression e) -> !e.onlyExcludes();
      case And(List<Expression> all) -> all.stream().allMatch(Expression::onlyExcludes);
      case Or(List<Expression> any) -> any.stream().anyMatch(Expression::onlyExcludes);
    };
  }
}
