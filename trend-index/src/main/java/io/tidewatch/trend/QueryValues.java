package io.tidewatch.trend;

import io.tidewatch.model.annotation.Intent;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.EntityKind;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.QueryLexer.Lexeme;
import io.tidewatch.trend.TextTokens.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Turns the words of a query into what the index holds. */
final class QueryValues {
  private static final List<String> KINDS = List.of("post", "review", "list_entry");
  private static final List<String> SPAM = List.of(Field.SUSPECTED, Field.TRUSTED);
  private static final List<String> MEDIA = List.of(Field.ANY, Field.CAPTIONED);
  private static final int MIN_PREFIX = 2;

  private final String query;
  private final Catalogue catalogue;

  QueryValues(String query, Catalogue catalogue) {
    this.query = query;
    this.catalogue = catalogue;
  }

  /** A word may hold {@code *}; in a phrase it is a mark like any other. */
  Expression text(Lexeme value) {
    boolean word = value.type() == QueryLexer.Type.WORD;
    List<Token> tokens = word ? TextTokens.patterns(value.text()) : TextTokens.of(value.text());
    List<Token> written = tokens.stream().filter(t -> !t.text().equals("*")).toList();
    if (written.isEmpty()) {
      throw wrong("a letter, digit or character to search for is required", value);
    }
    // any run of Han characters is found inside a longer one, so that * behind one adds nothing
    boolean behind =
        tokens.size() == written.size() + 1 && tokens.getLast().text().equals("*");
    if (tokens.size() > written.size() && !behind) {
      throw wrong("* stands for letters and digits and needs some of them in front", value);
    }
    int[] patterns = IntStream.range(0, written.size())
        .filter(i -> written.get(i).text().indexOf('*') >= 0)
        .toArray();
    if (patterns.length == 0) {
      return new Expression.Text(written);
    }
    if (patterns.length > 1) {
      throw wrong("only one word with * may stand in a row without a space", value);
    }
    var pattern = new Expression.Pattern(written, patterns[0], value.position());
    if (pattern.prefix().length() < MIN_PREFIX) {
      throw wrong("at least " + MIN_PREFIX + " letters or digits are required before *", value);
    }
    return pattern;
  }

  /** NEAR measures from one place to another, which a text with a gap is not. */
  void ensureRun(Expression expression, Lexeme lexeme) {
    List<Token> tokens = switch (expression) {
      case Expression.Text(List<Token> all) -> all;
      case Expression.Pattern(List<Token> all, int _, int _) -> all;
      case Expression.Everything _,
          Expression.Nothing _,
          Expression.Near _,
          Expression.Range _,
          Expression.Value _,
          Expression.Exists _,
          Expression.Not _,
          Expression.And _,
          Expression.Or _ -> throw new IllegalStateException("NEAR stands beside texts only");
    };
    if (tokens.getLast().position() - tokens.getFirst().position() != tokens.size() - 1) {
      throw wrong("a phrase beside NEAR may hold no space or mark between characters", lexeme);
    }
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
    if (value.type() == QueryLexer.Type.RANGE && field != Field.AT && field != Field.ENGAGEMENT) {
      throw wrong("only at and engagement take a range, not " + field.label(), value);
    }
    return switch (field) {
      case TEXT -> text(value);
      case AT, ENGAGEMENT -> new QueryRange(query, field, value).read();
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
      case MEDIA -> new Expression.Value(field, oneOf(field, MEDIA.stream(), value));
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
      case DIRECT, TERM, UNLINKED, SURFACE, DICTIONARY, DEEP ->
        throw new IllegalStateException(field + " is found by no query");
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
