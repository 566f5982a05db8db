package io.tidewatch.trend.question;

import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.Micros;
import io.tidewatch.trend.TextTokens.Token;
import java.util.List;
import java.util.stream.Collectors;

/** An expression as a query that means the same. */
final class ExpressionText {
  private ExpressionText() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.Everything _ -> "*";
      case Expression.Nothing _ -> "NOT *";
      case Expression.Text(List<Token> tokens) -> text(tokens);
      case Expression.Pattern pattern -> text(pattern.tokens());
      case Expression.Near(Expression left, Expression right, int distance) ->
        of(left) + " NEAR/" + distance + " " + of(right);
      case Expression.Range(Field field, long from, long to) ->
        field.label() + ":[" + end(field, from) + " TO " + end(field, to) + "]";
      case Expression.Value(Field field, String value) -> field.label() + ":" + value;
      case Expression.Exists(Field field) -> field.label() + ":*";
      case Expression.Not(Expression operand) -> "NOT " + of(operand);
      case Expression.And(List<Expression> all) -> joined(all, " AND ");
      case Expression.Or(List<Expression> any) -> joined(any, " OR ");
    };
  }

  private static String joined(List<Expression> operands, String word) {
    return operands.stream().map(ExpressionText::of).collect(Collectors.joining(word, "(", ")"));
  }

  private static String end(Field field, long end) {
    if (end == Long.MIN_VALUE || end == Long.MAX_VALUE) {
      return "*";
    }
    return field == Field.AT ? Micros.instant(end).toString() : Long.toString(end);
  }

  /** Characters side by side, words and what stands apart with a space. */
  private static String text(List<Token> tokens) {
    var text = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean joins = i > 0
          && token.position() == tokens.get(i - 1).position() + 1
          && (token.single() || tokens.get(i - 1).single());
      text.append(i == 0 || joins ? "" : " ").append(token.text());
    }
    return text.toString();
  }
}
