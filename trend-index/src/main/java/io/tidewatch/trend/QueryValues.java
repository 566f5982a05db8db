package io.tidewatch.trend;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.QueryLexer.Lexeme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns the words of a query into what the index holds. */
final class QueryValues {
  private static final List<String> KINDS = List.of("post", "review", "list_entry");
  private static final List<String> SPAM = List.of("suspected", "none");

  private final String query;
  private final Catalogue catalogue;

  QueryValues(String query, Catalogue catalogue) {
    this.query = query;
    this.catalogue = catalogue;
  }

  Expression text(Lexeme value) {
    var tokens = TextTokens.of(value.text());
    if (tokens.isEmpty()) {
      throw wrong("a letter, digit or character to search for is required", value);
    }
    return new Expression.Text(tokens);
  }

  Expression field(Lexeme name, Lexeme value) {
    Field field = Field.find(name.text())
        .orElseThrow(() -> wrong(
            "the fields are "
                + Field.labels()
                + " (put the text in quotes to search for it), not "
                + name.text(),
            name));
    if (value.text().isBlank()) {
      throw wrong(field.label() + ": needs a value", value);
    }
    return switch (field) {
      case TEXT -> text(value);
      case BRAND -> new Expression.Value(field, entity(EntityKind.BRAND, value));
      case PRODUCT -> new Expression.Value(field, entity(EntityKind.PRODUCT, value));
      case SENTIMENT ->
        new Expression.Value(
            field, oneOf(field, Arrays.stream(Polarity.values()).map(Polarity::name), value));
      case INTENT ->
        new Expression.Value(
            field, oneOf(field, Arrays.stream(Intent.values()).map(Intent::label), value));
      case KIND -> new Expression.Value(field, oneOf(field, KINDS.stream(), value));
      case SPAM -> new Expression.Value(field, oneOf(field, SPAM.stream(), value));
      case CATEGORY ->
        new Expression.Value(
            field,
            catalogue
                .findCategory(value.text())
                .map(Category::id)
                .orElseGet(() -> Catalogue.fold(value.text())));
      case HASHTAG -> new Expression.Value(field, hashtag(value.text()));
      case ASPECT -> new Expression.Value(field, Catalogue.fold(value.text()));
      case SOURCE, AUTHOR -> new Expression.Value(field, value.text());
    };
  }

  /** A hashtag as the index compares it: folded, without # signs. */
  static String hashtag(String tag) {
    return Catalogue.fold(tag.replace('#', ' '));
  }

  private String entity(EntityKind kind, Lexeme value) {
    String label = kind.name().toLowerCase(Locale.ROOT);
    return switch (catalogue.resolve(value.text(), kind)) {
      case Resolution.Found found -> found.id();
      case Resolution.Ambiguous(String name, List<String> candidates) ->
        throw wrong(
            label + ": " + name + " stands for several, name one of "
                + String.join(", ", candidates),
            value);
      case Resolution.Unknown(String name, List<String> nearest) ->
        throw wrong(
            label + ": the catalogue holds no " + name
                + (nearest.isEmpty() ? "" : "; it holds " + String.join(", ", nearest)),
            value);
    };
  }

  private String oneOf(Field field, java.util.stream.Stream<String> allowed, Lexeme value) {
    var labels = allowed.map(l -> l.toLowerCase(Locale.ROOT)).toList();
    String wanted = Catalogue.fold(value.text());
    if (!labels.contains(wanted)) {
      throw wrong(field.label() + ": one of " + String.join(", ", labels) + " is required", value);
    }
    return wanted;
  }

  private QuerySyntaxException wrong(String rule, Lexeme lexeme) {
    return new QuerySyntaxException(rule, lexeme.position(), query);
  }
}
