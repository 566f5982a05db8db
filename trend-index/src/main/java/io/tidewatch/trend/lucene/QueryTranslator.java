package io.tidewatch.trend.lucene;

import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.TextTokens;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a parsed query into Lucene's. Every query is limited to documents. */
final class QueryTranslator {
  private static final Query DOCUMENTS = new TermQuery(new Term(Names.ENTRY, Names.DOCUMENT));

  private QueryTranslator() {}

  static Query of(Selection selection) {
    var all = new BooleanQuery.Builder().add(DOCUMENTS, Occur.FILTER);
    if (selection.from() != Long.MIN_VALUE || selection.to() != Long.MAX_VALUE) {
      all.add(
          selection.from() < selection.to()
              ? time(selection.from(), selection.to() - 1)
              : MatchNoDocsQuery.INSTANCE,
          Occur.FILTER);
    }
    if (!(selection.expression() instanceof Expression.Everything)) {
      all.add(translate(selection.expression()), Occur.FILTER);
    }
    return all.build();
  }

  /** What of a query is not newer than a time in microseconds. */
  static Query upTo(Query query, long at) {
    return new BooleanQuery.Builder()
        .add(query, Occur.FILTER)
        .add(time(Long.MIN_VALUE, at), Occur.FILTER)
        .build();
  }

  /** All documents. */
  static Query documents() {
    return DOCUMENTS;
  }

  /** Both inclusive; found by bisection, because segments are sorted by time. */
  private static Query time(long from, long to) {
    return new IndexSortSortedNumericDocValuesRangeQuery(
        Names.AT, from, to, LongPoint.newRangeQuery(Names.AT, from, to));
  }

  private static Query translate(Expression expression) {
    return switch (expression) {
      case Expression.Everything() -> DOCUMENTS;
      case Expression.Nothing() -> MatchNoDocsQuery.INSTANCE;
      case Expression.Text(List<Token> tokens) -> text(tokens);
      case Expression.Pattern _ -> throw new IllegalStateException("a pattern was not replaced");
      case Expression.Near(Expression left, Expression right, int distance) ->
        new BooleanQuery.Builder()
            .add(translate(left), Occur.FILTER)
            .add(translate(right), Occur.FILTER)
            .add(near(left, right, distance), Occur.FILTER)
            .build();
      case Expression.Range(Field field, long from, long to) ->
        field == Field.AT
            ? time(from, to)
            : LongPoint.newRangeQuery(Names.of(Columns.Measure.ENGAGEMENT), from, to);
      case Expression.Value(Field field, String value) ->
        new TermQuery(new Term(Names.of(field), Names.term(value)));
      case Expression.Exists(Field field) -> new FieldExistsQuery(Names.of(field));
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
      case Expression.Or(List<Expression> operands) -> any(operands);
    };
  }

  private static Query any(List<Expression> operands) {
    var any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    var words = new ArrayList<BytesRef>();
    for (Expression operand : operands) {
      if (operand instanceof Expression.Text(List<Token> tokens) && tokens.size() == 1) {
        words.add(new BytesRef(tokens.getFirst().text()));
      } else {
        any.add(translate(operand), Occur.SHOULD);
      }
    }
    if (!words.isEmpty()) {
      any.add(new TermInSetQuery(Names.CHARS, words), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query near(Expression left, Expression right, int distance) {
    return new IntervalQuery(
        Names.CHARS,
        Intervals.maxgaps(distance, Intervals.unordered(intervals(left), intervals(right))));
  }

  private static IntervalsSource intervals(Expression side) {
    return switch (side) {
      case Expression.Text(List<Token> tokens) ->
        Intervals.phrase(
            tokens.stream().map(t -> Intervals.term(t.text())).toArray(IntervalsSource[]::new));
      case Expression.Or(List<Expression> texts) ->
        Intervals.or(
            texts.stream().map(QueryTranslator::intervals).toArray(IntervalsSource[]::new));
      case Expression.Everything _,
          Expression.Nothing _,
          Expression.Pattern _,
          Expression.Near _,
          Expression.Range _,
          Expression.Value _,
          Expression.Exists _,
          Expression.Not _,
          Expression.And _ -> throw new IllegalStateException("NEAR stands beside texts only");
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
    List<Token> pairs = TextTokens.pairs(tokens);
    if (pairs.size() == 1) {
      return new TermQuery(new Term(Names.PAIRS, pairs.getFirst().text()));
    }
    // the pairs leave few documents, of which the positions are then read
    var all = new BooleanQuery.Builder();
    pairs.stream()
        .map(Token::text)
        .distinct()
        .forEach(p -> all.add(new TermQuery(new Term(Names.PAIRS, p)), Occur.FILTER));
    var phrase = new PhraseQuery.Builder();
    for (int i = 0; i < tokens.size(); i++) {
      phrase.add(new Term(Names.CHARS, tokens.get(i).text()), i);
    }
    return all.add(phrase.build(), Occur.FILTER).build();
  }
}
