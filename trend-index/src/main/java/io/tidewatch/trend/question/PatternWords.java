package io.tidewatch.trend.question;

import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.engine.EngineView;
import java.util.ArrayList;
import java.util.List;

/** Replaces words with {@code *} by the words that documents hold. For one query. */
final class PatternWords {
  /** Words that may begin as a pattern does. */
  static final int MAX_WORDS = 200;

  /** Engines multiply the alternatives of both sides of NEAR. */
  private static final int MAX_PAIRS = 100;

  private final EngineView view;
  private final String query;

  PatternWords(EngineView view, String query) {
    this.view = view;
    this.query = query;
  }

  /**
   * The expression without patterns.
   *
   * @throws QuerySyntaxException when more words begin like a pattern than are looked at
   */
  Expression replace(Expression expression) {
    return switch (expression) {
      case Expression.Pattern pattern -> words(pattern);
      case Expression.Near(Expression left, Expression right, int distance) ->
        near(replace(left), replace(right), distance);
      case Expression.Not(Expression operand) -> new Expression.Not(replace(operand));
      case Expression.And(List<Expression> operands) ->
        new Expression.And(operands.stream().map(this::replace).toList());
      case Expression.Or(List<Expression> operands) ->
        new Expression.Or(operands.stream().map(this::replace).toList());
      case Expression.Everything _,
          Expression.Nothing _,
          Expression.Text _,
          Expression.Range _,
          Expression.Value _,
          Expression.Exists _ -> expression;
    };
  }

  private Expression near(Expression left, Expression right, int distance) {
    if (alternatives(left) * alternatives(right) > MAX_PAIRS) {
      throw new QuerySyntaxException(
          "NEAR looks at no more than " + MAX_PAIRS
              + " pairs of words; more letters are required before *",
          Math.max(0, query.indexOf("NEAR")),
          query);
    }
    return left instanceof Expression.Nothing || right instanceof Expression.Nothing
        ? new Expression.Nothing()
        : new Expression.Near(left, right, distance);
  }

  private static int alternatives(Expression side) {
    return side instanceof Expression.Or(List<Expression> any) ? any.size() : 1;
  }

  private Expression words(Expression.Pattern pattern) {
    List<String> words = view.words(pattern.prefix(), MAX_WORDS + 1);
    if (words.size() > MAX_WORDS) {
      throw new QuerySyntaxException(
          "more than " + MAX_WORDS + " words begin with " + pattern.prefix()
              + "; more letters are required before *",
          pattern.position(),
          query);
    }
    String[] parts = pattern.tokens().get(pattern.pattern()).text().split("\\*", -1);
    var texts = new ArrayList<Expression>();
    for (String word : words) {
      if (fits(word, parts)) {
        texts.add(new Expression.Text(with(pattern, word)));
      }
    }
    return switch (texts.size()) {
      case 0 -> new Expression.Nothing();
      case 1 -> texts.getFirst();
      default -> new Expression.Or(texts);
    };
  }

  private static List<Token> with(Expression.Pattern pattern, String word) {
    var tokens = new ArrayList<>(pattern.tokens());
    Token old = tokens.get(pattern.pattern());
    tokens.set(pattern.pattern(), new Token(word, old.position(), false));
    return tokens;
  }

  /** Whether a word consists of the parts with anything in between. */
  static boolean fits(String word, String[] parts) {
    String first = parts[0];
    String last = parts[parts.length - 1];
    if (word.length() < first.length() + last.length()
        || !word.startsWith(first)
        || !word.endsWith(last)) {
      return false;
    }
    int at = first.length();
    int end = word.length() - last.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = word.indexOf(parts[i], at);
      if (found < 0 || found + parts[i].length() > end) {
        return false;
      }
      at = found + parts[i].length();
    }
    return true;
  }
}
