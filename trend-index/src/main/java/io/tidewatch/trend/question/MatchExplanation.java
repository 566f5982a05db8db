package io.tidewatch.trend.question;

import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.ClauseMatch;
import io.tidewatch.trend.DocumentState.Live;
import io.tidewatch.trend.Expression;
import io.tidewatch.trend.Field;
import io.tidewatch.trend.IndexTerm;
import io.tidewatch.trend.TextTokens.Token;
import io.tidewatch.trend.engine.Columns.Measure;
import io.tidewatch.trend.engine.IndexEntry.Searchable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Judges one document by a query without an index, clause by clause, and so tells why it matches.
 * It reads what {@link EntryMapper} gives the engines, and agrees with every engine.
 */
final class MatchExplanation {
  private final Live document;
  private final Searchable searchable;
  private final TextMatches text;

  MatchExplanation(Live document, EntryMapper mapper) {
    this.document = document;
    this.searchable = Objects.requireNonNull(mapper.entry(document).searchable());
    this.text = new TextMatches(document.record().searchedText());
  }

  /** The clauses that the document fulfils, in the order of the query; empty when it does not match. */
  List<ClauseMatch> of(Expression expression) {
    var clauses = new ArrayList<ClauseMatch>();
    if (matches(expression)) {
      collect(expression, clauses);
    }
    return clauses;
  }

  boolean matches(Expression expression) {
    return switch (expression) {
      case Expression.Everything _ -> true;
      case Expression.Nothing _ -> false;
      case Expression.Text(List<Token> tokens) -> !text.places(tokens).isEmpty();
      case Expression.Pattern _ -> throw new IllegalStateException("a pattern was not replaced");
      case Expression.Near near -> !text.places(near).isEmpty();
      case Expression.Range range -> range.from() <= number(range) && number(range) <= range.to();
      case Expression.Value(Field field, String value) ->
        searchable.values().getOrDefault(field, List.of()).contains(IndexTerm.of(value));
      case Expression.Exists(Field field) -> searchable.values().containsKey(field);
      case Expression.Not(Expression operand) -> !matches(operand);
      case Expression.And(List<Expression> all) -> all.stream().allMatch(this::matches);
      case Expression.Or(List<Expression> any) -> any.stream().anyMatch(this::matches);
    };
  }

  private void collect(Expression expression, List<ClauseMatch> clauses) {
    switch (expression) {
      case Expression.Everything _,
          Expression.Text _,
          Expression.Near _,
          Expression.Range _,
          Expression.Value _,
          Expression.Exists _,
          Expression.Not _ ->
        clauses.add(new ClauseMatch(ExpressionText.of(expression), spans(expression)));
      case Expression.And(List<Expression> all) -> all.forEach(e -> collect(e, clauses));
      case Expression.Or(List<Expression> any) ->
        any.stream().filter(this::matches).forEach(e -> collect(e, clauses));
      case Expression.Nothing _, Expression.Pattern _ -> {}
    }
  }

  private List<Span> spans(Expression expression) {
    return switch (expression) {
      case Expression.Text(List<Token> tokens) -> inText(text.spans(text.places(tokens)));
      case Expression.Near near -> inText(text.spans(text.places(near)));
      case Expression.Value(Field field, String value) -> spans(field, value);
      case Expression.Everything _,
          Expression.Nothing _,
          Expression.Pattern _,
          Expression.Range _,
          Expression.Exists _,
          Expression.Not _,
          Expression.And _,
          Expression.Or _ -> List.of();
    };
  }

  /** Captions are searched too, but offsets are those of the text. */
  private List<Span> inText(List<Span> spans) {
    int end = document.record().text().length();
    return spans.stream().filter(span -> span.end() <= end).toList();
  }

  private List<Span> spans(Field field, String value) {
    Stream<Mention> mentions = document.annotation().mentions().stream();
    return switch (field) {
      case BRAND ->
        mentions.filter(m -> value.equals(m.brandId())).map(Mention::span).toList();
      case PRODUCT ->
        mentions.filter(m -> value.equals(m.entityId())).map(Mention::span).toList();
      case ASPECT ->
        document.annotation().aspects().stream()
            .filter(a -> Catalogue.fold(a.aspect()).equals(value))
            .map(AspectOpinion::span)
            .toList();
      case TEXT,
          HASHTAG,
          SOURCE,
          AUTHOR,
          SENTIMENT,
          INTENT,
          KIND,
          CATEGORY,
          SPAM,
          MEDIA,
          AT,
          ENGAGEMENT,
          DIRECT,
          TERM,
          UNLINKED,
          SURFACE,
          DICTIONARY,
          DEEP -> List.of();
    };
  }

  private long number(Expression.Range range) {
    return range.field() == Field.AT ? searchable.at() : searchable.number(Measure.ENGAGEMENT);
  }
}
