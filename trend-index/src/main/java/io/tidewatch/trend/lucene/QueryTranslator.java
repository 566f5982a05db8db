package io.tidewatch.trend.lucene;

import io.tidewatch.model.trend.Counting;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.TextTokens.Token;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a parsed query into Lucene's. Every query is limited to documents. */
final class QueryTranslator {
  private static final Query DOCUMENTS = new TermQuery(new Term(Names.ENTRY, Names.DOCUMENT));

  private static final Query SUSPECTED =
      new TermQuery(new Term(Names.of(Field.SPAM), Names.term(Names.SUSPECTED)));

  private QueryTranslator() {}

  /** Documents in [from, to), in microseconds. */
  static Query documents(long from, long to) {
    return new BooleanQuery.Builder()
        .add(DOCUMENTS, Occur.FILTER)
        .add(between(from, to), Occur.FILTER)
        .build();
  }

  /** All documents. */
  static Query documents() {
    return DOCUMENTS;
  }

  /** Documents in [from, to) that match. */
  static Query matching(Expression expression, long from, long to) {
    return new BooleanQuery.Builder()
        .add(DOCUMENTS, Occur.FILTER)
        .add(between(from, to), Occur.FILTER)
        .add(translate(expression), Occur.FILTER)
        .build();
  }

  /** Documents in [from, to) that carry a key. */
  static Query carrying(String field, String key, long from, long to) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(field, Names.term(key))), Occur.FILTER)
        .add(DOCUMENTS, Occur.FILTER)
        .add(between(from, to), Occur.FILTER)
        .build();
  }

  /** The same without suspected spam, when it is to be left out. */
  static Query counted(Query query, Counting counting) {
    return counting.withoutSpam()
        ? new BooleanQuery.Builder()
            .add(query, Occur.FILTER)
            .add(SUSPECTED, Occur.MUST_NOT)
            .build()
        : query;
  }

  private static Query between(long from, long to) {
    return LongPoint.newRangeQuery(Names.AT, from, Math.max(from, to) - 1);
  }

  private static Query translate(Expression expression) {
    return switch (expression) {
      case Expression.Everything() -> DOCUMENTS;
      case Expression.Text(List<Token> tokens) -> text(tokens);
      case Expression.Value(Field field, String value) ->
        new TermQuery(new Term(Names.of(field), Names.term(value)));
      case Expression.Not(Expression operand) ->
        new BooleanQuery.Builder()
            .add(DOCUMENTS, Occur.FILTER)
            .add(translate(operand), Occur.MUST_NOT)
            .build();
      case Expression.And(List<Expression> operands) -> {
        var all = new BooleanQuery.Builder();
        for (Expression operand : operands) {
          if (operand instanceof Expression.Not(Expression excluded)) {
            all.add(translate(excluded), Occur.MUST_NOT);
          } else {
            all.add(translate(operand), Occur.FILTER);
          }
        }
        // a group that only excludes may stand inside a query that does not
        yield all.add(DOCUMENTS, Occur.FILTER).build();
      }
      case Expression.Or(List<Expression> operands) -> {
        var any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        operands.forEach(o -> any.add(translate(o), Occur.SHOULD));
        yield any.build();
      }
    };
  }

  /** Neighbouring tokens must be neighbours in the text; a gap only asks for both sides. */
  private static Query text(List<Token> tokens) {
    var all = new BooleanQuery.Builder();
    int start = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).position() != tokens.get(i - 1).position() + 1) {
        all.add(run(tokens.subList(start, i)), Occur.FILTER);
        start = i;
      }
    }
    return all.build();
  }

  private static Query run(List<Token> tokens) {
    if (tokens.size() == 1) {
      return new TermQuery(new Term(Names.CHARS, tokens.getFirst().text()));
    }
    List<Token> pairs = TokenList.pairs(tokens);
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    // every second pair covers all tokens; the last one closes an odd length
    for (int i = 0; i < pairs.size(); i += 2) {
      phrase.add(new Term(Names.PAIRS, pairs.get(i).text()), i);
    }
    int last = pairs.size() - 1;
    if (last % 2 == 1) {
      phrase.add(new Term(Names.PAIRS, pairs.get(last).text()), last);
    }
    return phrase.build();
  }
}
