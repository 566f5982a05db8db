package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.Expression.And;
import io.tidewatch.trend.Expression.Not;
import io.tidewatch.trend.Expression.Or;
import io.tidewatch.trend.Expression.Text;
import io.tidewatch.trend.Expression.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLanguageTest {
  private static final Expression A = new Text(TextTokens.of("a"));
  private static final Expression B = new Text(TextTokens.of("b"));
  private static final Expression C = new Text(TextTokens.of("c"));

  @Test
  void parse_precedence_notBeforeAndBeforeOr() {
    assertThat(parse("a b OR c")).isEqualTo(new Or(List.of(new And(List.of(A, B)), C)));
    assertThat(parse("a AND (b OR c)")).isEqualTo(new And(List.of(A, new Or(List.of(B, C)))));
    assertThat(parse("a NOT b c")).isEqualTo(new And(List.of(A, new Not(B), C)));
    assertThat(parse("+a !b")).isEqualTo(new And(List.of(A, new Not(B))));
    assertThat(parse("NOT NOT a")).isEqualTo(new Not(new Not(A)));
  }

  @Test
  void parse_chineseKeyboard_countsLikeAscii() {
    assertThat(parse("（a　OR　b）！c")).isEqualTo(parse("(a OR b) !c"));
    assertThat(parse("brand：“路易威登”")).isEqualTo(new Value(Field.BRAND, "lv"));
  }

  @Test
  void parse_lowerCaseOperators_areWords() {
    assertThat(parse("a or b")).isEqualTo(new And(List.of(A, new Text(TextTokens.of("or")), B)));
  }

  @Test
  void parse_catalogueNameWithoutField_isText() {
    assertThat(parse("路易威登")).isInstanceOf(Text.class);
  }

  @Test
  void parse_fieldValues_areResolvedAndFolded() {
    assertThat(parse("product:LABUBU")).isEqualTo(new Value(Field.PRODUCT, "popmart.labubu"));
    assertThat(parse("sentiment:POSITIVE")).isEqualTo(new Value(Field.SENTIMENT, "positive"));
    assertThat(parse("category:手机")).isEqualTo(new Value(Field.CATEGORY, "phone"));
    assertThat(parse("hashtag:#时装周#")).isEqualTo(new Value(Field.HASHTAG, "时装周"));
    assertThat(parse("12:30")).isInstanceOf(Text.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0|a word is required",
        "a AND|5|a word is required",
        "OR a|0|OR needs a word on each side",
        "a OR OR b|5|OR needs a word on each side",
        "(a|0|a bracket is not closed",
        "a)|1|nothing opens the bracket",
        "a ()|3|a word is required before the bracket",
        "\"a b|0|a quote has no end",
        "brand:|6|brand: needs a value",
        "brand:(a)|6|brand: needs a value",
        "colour:red|0|the fields are text, brand",
        "x brand:米家|8|name one of mijia, xiaomi",
        "brand:泡泡玛|6|it holds 泡泡玛特",
        "sentiment:happy|10|one of positive, negative, neutral, uncertain",
        "kind:tweet|5|one of post, review, list_entry",
        "a 。。|2|a letter, digit or character",
        "NOT a|0|not only what to leave out",
        "!a -b|0|not only what to leave out",
        "a OR !b|0|not only what to leave out",
        "+!a|1|only one sign",
        "a - b|2|a letter, digit or character",
      })
  void parse_wrongQuery_namesPositionAndRule(String query, int position, String rule) {
    assertThatThrownBy(() -> parse(query))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageContaining(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a !b", "* !b", "a (!b !c)", "a AND (NOT b)", "a !(b OR !c)", "NOT NOT a"})
  void parse_exclusionBesideInclusion_isAllowed(String query) {
    assertThat(parse(query).onlyExcludes()).isFalse();
  }

  @Test
  void parse_deepOrLongQuery_isRefused() {
    assertThatThrownBy(() -> parse("(".repeat(3000) + "a" + ")".repeat(1000)))
        .isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> parse("! ".strip().repeat(4000) + "a"))
        .isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> parse("a".repeat(5000))).isInstanceOf(QuerySyntaxException.class);
  }

  @Test
  void parse_randomInput_givesExpressionOrSyntaxError() {
    var random = new java.util.Random(42);
    String[] parts = {
      "a", "(", ")", "AND", "OR", "NOT", "+", "!", "\"", "brand:", ":", " ", "米", "😀"
    };
    for (int i = 0; i < 5000; i++) {
      var query = new StringBuilder();
      for (int n = random.nextInt(1, 12); n > 0; n--) {
        query.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        assertThat(parse(query.toString())).isNotNull();
      } catch (QuerySyntaxException e) {
        assertThat(e.position()).isBetween(0, query.length());
      }
    }
  }

  private static Expression parse(String query) {
    return QueryLanguage.parse(query, Samples.CATALOGUE);
  }
}
