package io.tidewatch.trend.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonData;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.TextTokens;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.engine.Columns;
import io.tidewatch.trend.engine.EngineView.Place;
import io.tidewatch.trend.engine.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Turns a selection into Elasticsearch's queries. Every query is limited to documents. */
final class ElasticQuery {
  private static final Query DOCUMENTS = term(ElasticNames.ENTRY, ElasticNames.DOCUMENT);

  private ElasticQuery() {}

  static Query of(Selection selection) {
    var all = new BoolQuery.Builder().filter(DOCUMENTS);
    if (selection.from() != Long.MIN_VALUE || selection.to() != Long.MAX_VALUE) {
      all.filter(
          range(ElasticNames.AT, selection.from(), Math.max(selection.from(), selection.to()) - 1));
      if (selection.from() >= selection.to()) {
        all.filter(nothing());
      }
    }
    if (!(selection.expression() instanceof Expression.Everything)) {
      all.filter(translate(selection.expression()));
    }
    return all.build()._toQuery();
  }

  /** What comes after a place in the order (publishedAt descending, key). */
  static Query after(Query matching, Place place) {
    Query earlier = range(ElasticNames.AT, Long.MIN_VALUE, place.at() - 1);
    Query later =
        Query.of(q -> q.range(r -> r.term(t -> t.field(ElasticNames.KEY).gt(place.key()))));
    Query same = Query.of(q ->
        q.bool(b -> b.filter(range(ElasticNames.AT, place.at(), place.at())).filter(later)));
    return Query.of(q -> q.bool(b -> b.filter(matching)
        .filter(f -> f.bool(any -> any.should(earlier, same).minimumShouldMatch("1")))));
  }

  static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  /** Both inclusive. */
  private static Query range(String field, long from, long to) {
    return Query.of(q ->
        q.range(r -> r.untyped(u -> u.field(field).gte(JsonData.of(from)).lte(JsonData.of(to)))));
  }

  private static Query nothing() {
    return Query.of(q -> q.matchNone(n -> n));
  }

  private static Query translate(Expression expression) {
    return switch (expression) {
      case Expression.Everything() -> DOCUMENTS;
      case Expression.Nothing() -> nothing();
      case Expression.Text(List<Token> tokens) -> text(tokens);
      case Expression.Pattern _ -> throw new IllegalStateException("a pattern was not replaced");
      case Expression.Near(Expression left, Expression right, int distance) ->
        Query.of(q -> q.bool(b -> b.filter(translate(left), translate(right))
            .filter(f -> f.intervals(i -> i.field(ElasticNames.CHARS)
                .allOf(a -> a.ordered(false)
                    .maxGaps(distance)
                    .intervals(intervals(left), intervals(right)))))));
      case Expression.Range(Field field, long from, long to) ->
        range(
            field == Field.AT ? ElasticNames.AT : ElasticNames.of(Columns.Measure.ENGAGEMENT),
            from,
            to);
      case Expression.Value(Field field, String value) ->
        term(ElasticNames.of(field), IndexTerm.of(value));
      case Expression.Exists(Field field) ->
        Query.of(q -> q.exists(e -> e.field(ElasticNames.of(field))));
      case Expression.Not(Expression operand) ->
        Query.of(q -> q.bool(b -> b.mustNot(translate(operand))));
      case Expression.And(List<Expression> operands) -> all(operands);
      case Expression.Or(List<Expression> operands) -> any(operands);
    };
  }

  private static Query all(List<Expression> operands) {
    var all = new BoolQuery.Builder();
    for (Expression operand : operands) {
      if (operand instanceof Expression.Not(Expression excluded)) {
        all.mustNot(translate(excluded));
      } else {
        all.filter(translate(operand));
      }
    }
    return all.build()._toQuery();
  }

  private static Query any(List<Expression> operands) {
    var any = new BoolQuery.Builder().minimumShouldMatch("1");
    var words = new ArrayList<FieldValue>();
    for (Expression operand : operands) {
      if (operand instanceof Expression.Text(List<Token> tokens) && tokens.size() == 1) {
        words.add(FieldValue.of(tokens.getFirst().text()));
      } else {
        any.should(translate(operand));
      }
    }
    if (!words.isEmpty()) {
      any.should(s -> s.terms(t -> t.field(ElasticNames.CHARS).terms(v -> v.value(words))));
    }
    return any.build()._toQuery();
  }

  /** Neighbouring tokens must be neighbours in the text; a gap only asks for both sides. */
  private static Query text(List<Token> tokens) {
    var runs = new ArrayList<Query>();
    int start = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).position() != tokens.get(i - 1).position() + 1) {
        runs.add(run(tokens.subList(start, i)));
        start = i;
      }
    }
    return runs.size() == 1 ? runs.getFirst() : Query.of(q -> q.bool(b -> b.filter(runs)));
  }

  private static Query run(List<Token> tokens) {
    if (tokens.size() == 1) {
      return term(ElasticNames.CHARS, tokens.getFirst().text());
    }
    List<Token> pairs = TextTokens.pairs(tokens);
    return pairs.size() == 1
        ? term(ElasticNames.PAIRS, pairs.getFirst().text())
        : Query.of(q -> q.matchPhrase(p -> p.field(ElasticNames.PAIRS).query(spaced(pairs))));
  }

  private static Intervals intervals(Expression side) {
    return switch (side) {
      case Expression.Text(List<Token> tokens) ->
        Intervals.of(i -> i.match(m -> m.query(spaced(tokens)).ordered(true).maxGaps(0)));
      case Expression.Or(List<Expression> texts) ->
        Intervals.of(i ->
            i.anyOf(a -> a.intervals(texts.stream().map(ElasticQuery::intervals).toList())));
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

  private static String spaced(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
  }
}
