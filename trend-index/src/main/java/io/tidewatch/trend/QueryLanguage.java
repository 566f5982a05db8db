package io.tidewatch.trend;

import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.QueryLexer.Lexeme;
import java.util.ArrayList;
import java.util.List;

/**
 * The search language: words, {@code "phrases"}, {@code wor*}, {@code field:value}, {@code field:[a
 * TO b]}, {@code a NEAR/5 b}, {@code AND OR NOT ( )}. Words side by side are joined by AND, which
 * binds closer than OR; {@code +word} must and {@code !word} or {@code -word} must not be there;
 * {@code *} is every document. A query that only excludes is refused, and so is one that is longer,
 * deeper or wider than any that a person writes. Not safe from several threads; one object a query.
 */
public final class QueryLanguage {
  private static final int MAX_LENGTH = 4096;
  private static final int MAX_DEPTH = 12;
  private static final int MAX_CLAUSES = 200;
  private static final int MAX_PATTERNS = 4;
  private static final int MAX_DISTANCE = 100;

  private final String query;
  private final List<Lexeme> lexemes;
  private final QueryValues values;
  private int at;
  private int depth;
  private int clauses;
  private int patterns;

  private QueryLanguage(String query, Catalogue catalogue) {
    this.query = query;
    this.lexemes = QueryLexer.cut(query);
    this.values = new QueryValues(query, catalogue);
  }

  /**
   * Reads a query; names of brands, products and categories are looked up in the catalogue.
   *
   * @throws QuerySyntaxException naming position and rule
   */
  public static Expression parse(String query, Catalogue catalogue) {
    if (query.length() > MAX_LENGTH) {
      throw new QuerySyntaxException(
          "at most " + MAX_LENGTH + " characters are allowed", MAX_LENGTH, query.substring(0, 80));
    }
    QueryLanguage language = new QueryLanguage(query, catalogue);
    Expression all = language.anyOf();
    Lexeme rest = language.peek();
    if (rest.type() != QueryLexer.Type.END) {
      throw language.wrong("nothing opens the bracket that is closed here", rest);
    }
    if (all.onlyExcludes()) {
      throw new QuerySyntaxException(
          "a query must say what to find, not only what to leave out; put * in front to search"
              + " everything else",
          0,
          query);
    }
    return all;
  }

  private Expression anyOf() {
    var operands = new ArrayList<Expression>();
    operands.add(allOf());
    while (peek().type() == QueryLexer.Type.OR) {
      at++;
      operands.add(allOf());
    }
    return operands.size() == 1 ? operands.getFirst() : new Expression.Or(operands);
  }

  private Expression allOf() {
    var operands = new ArrayList<Expression>();
    operands.add(unary());
    while (true) {
      QueryLexer.Type type = peek().type();
      if (type == QueryLexer.Type.AND) {
        at++;
      } else if (type == QueryLexer.Type.OR
          || type == QueryLexer.Type.CLOSE
          || type == QueryLexer.Type.END) {
        break;
      }
      operands.add(unary());
    }
    return operands.size() == 1 ? operands.getFirst() : new Expression.And(operands);
  }

  private Expression unary() {
    Lexeme lexeme = peek();
    return switch (lexeme.type()) {
      case NOT -> {
        deeper(lexeme);
        at++;
        Expression operand = unary();
        depth--;
        yield new Expression.Not(operand);
      }
      case MUST -> {
        at++;
        if (peek().type() == QueryLexer.Type.MUST || peek().type() == QueryLexer.Type.NOT) {
          throw wrong("only one sign may stand before a word", peek());
        }
        yield unary();
      }
      case OPEN -> {
        deeper(lexeme);
        at++;
        Expression inner = anyOf();
        if (peek().type() != QueryLexer.Type.CLOSE) {
          throw wrong("a bracket is not closed", lexeme);
        }
        at++;
        depth--;
        yield inner;
      }
      case FIELD -> {
        at++;
        yield clause(values.field(lexeme, value(lexeme)), lexeme);
      }
      case WORD, PHRASE -> {
        at++;
        yield lexeme.type() == QueryLexer.Type.WORD && lexeme.text().equals("*")
            ? new Expression.Everything()
            : near(clause(values.text(lexeme), lexeme), lexeme);
      }
      case NEAR -> throw wrong("NEAR needs a word or a phrase on each side", lexeme);
      case RANGE -> throw wrong("a range needs a field in front", lexeme);
      case AND, OR -> throw wrong(lexeme.text() + " needs a word on each side", lexeme);
      case CLOSE -> throw wrong("a word is required before the bracket", lexeme);
      case END -> throw wrong("a word is required", lexeme);
    };
  }

  /** The right side of NEAR, when there is one. */
  private Expression near(Expression left, Lexeme first) {
    Lexeme near = peek();
    if (near.type() != QueryLexer.Type.NEAR) {
      return left;
    }
    if (near.text().isEmpty()) {
      throw wrong("NEAR needs a distance, as in NEAR/5", near);
    }
    int distance = Integer.parseInt(near.text());
    if (distance > MAX_DISTANCE) {
      throw wrong("NEAR takes a distance of 0 to " + MAX_DISTANCE, near);
    }
    at++;
    Lexeme second = peek();
    boolean word = second.type() == QueryLexer.Type.WORD && !second.text().equals("*");
    if (!word && second.type() != QueryLexer.Type.PHRASE) {
      throw wrong("NEAR needs a word or a phrase on each side", near);
    }
    at++;
    Expression right = clause(values.text(second), second);
    if (peek().type() == QueryLexer.Type.NEAR) {
      throw wrong("NEAR joins two; write a NEAR/5 b AND b NEAR/5 c for three", peek());
    }
    values.ensureRun(left, first);
    values.ensureRun(right, second);
    return new Expression.Near(left, right, distance);
  }

  private Expression clause(Expression clause, Lexeme lexeme) {
    if (++clauses > MAX_CLAUSES) {
      throw wrong("at most " + MAX_CLAUSES + " words and values are allowed", lexeme);
    }
    if (clause instanceof Expression.Pattern && ++patterns > MAX_PATTERNS) {
      throw wrong("at most " + MAX_PATTERNS + " words with * are allowed", lexeme);
    }
    return clause;
  }

  private Lexeme value(Lexeme field) {
    Lexeme value = peek();
    if (value.type() != QueryLexer.Type.WORD
        && value.type() != QueryLexer.Type.PHRASE
        && value.type() != QueryLexer.Type.RANGE) {
      throw wrong(field.text() + ": needs a value", value);
    }
    at++;
    return value;
  }

  private void deeper(Lexeme lexeme) {
    if (++depth > MAX_DEPTH) {
      throw wrong("at most " + MAX_DEPTH + " levels are allowed", lexeme);
    }
  }

  private Lexeme peek() {
    return lexemes.get(at);
  }

  private QuerySyntaxException wrong(String rule, Lexeme lexeme) {
    return new QuerySyntaxException(rule, lexeme.position(), query);
  }
}
