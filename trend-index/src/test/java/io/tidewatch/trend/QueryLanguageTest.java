package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.Expression.And;
import io.tidewatch.trend.Expression.Near;
import io.tidewatch.trend.Expression.Not;
import io.tidewatch.trend.Expression.Or;
import io.tidewatch.trend.Expression.Pattern;
import io.tidewatch.trend.Expression.Range;
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

  @Test
  void parse_near_bindsCloserThanAnd() {
    assertThat(parse("a NEAR/3 b c")).isEqualTo(new And(List.of(new Near(A, B, 3), C)));
    assertThat(parse("!a NEAR/0 \"b\" c"))
        .isEqualTo(new And(List.of(new Not(new Near(A, B, 0)), C)));
  }

  @Test
  void parse_star_isAPatternInWordsOnly() {
    assertThat(parse("iPh*e1*"))
        .isInstanceOfSatisfying(Pattern.class, p -> assertThat(p.prefix()).isEqualTo("iph"));
    assertThat(parse("小米1a＊"))
        .isInstanceOfSatisfying(Pattern.class, p -> assertThat(p.pattern()).isEqualTo(2));
    assertThat(parse("\"ab* c\"")).isEqualTo(new Text(TextTokens.of("ab c")));
    assertThat(parse("苹果*")).isEqualTo(new Text(TextTokens.of("苹果")));
  }

  @Test
  void parse_range_hasInclusiveEnds() {
    assertThat(parse("engagement:[100 TO *]"))
        .isEqualTo(new Range(Field.ENGAGEMENT, 100, Long.MAX_VALUE));
    assertThat(parse("engagement:{100 TO 200}")).isEqualTo(new Range(Field.ENGAGEMENT, 101, 199));
    assertThat(parse("engagement：［7 TO 9］")).isEqualTo(new Range(Field.ENGAGEMENT, 7, 9));
    assertThat(parse("engagement:5")).isEqualTo(new Range(Field.ENGAGEMENT, 5, 5));
    long day = 86_400_000_000L;
    long first = Micros.of(java.time.Instant.parse("2025-05-31T16:00:00Z"));
    assertThat(parse("at:2025-06-01")).isEqualTo(new Range(Field.AT, first, first + day - 1));
    assertThat(parse("at:{2025-05-31 TO 2025-06-01]"))
        .isEqualTo(new Range(Field.AT, first, first + day - 1));
    assertThat(parse("at:[2025-06-01T00:00:00+08:00 TO *}"))
        .isEqualTo(new Range(Field.AT, first, Long.MAX_VALUE));
  }

  @Test
  void parse_manyWords_areRefused() {
    assertThatThrownBy(() -> parse("a ".repeat(201)))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("at most 200 words");
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
        "a NEAR/3|2|NEAR needs a word or a phrase",
        "NEAR/3 a|0|NEAR needs a word or a phrase",
        "a NEAR/3 brand:lv|2|NEAR needs a word or a phrase",
        "a NEAR b|2|NEAR needs a distance",
        "a NEAR/101 b|2|a distance of 0 to 100",
        "a NEAR/3 b NEAR/3 c|11|NEAR joins two",
        "a NEAR/3 \"你。好\"|9|no space or mark",
        "x a*|2|at least 2 letters or digits",
        "*phone|0|at least 2 letters or digits",
        "苹*果|0|needs some of them in front",
        "ab*米cd*|0|only one word with *",
        "aa* bb* cc* dd* ee*|16|at most 4 words with *",
        "engagement:[5 TO 1]|11|from the smaller to the larger",
        "engagement:[5 1]|11|a range is written",
        "engagement:many|11|a whole number",
        "engagement:[1 TO 5|11|a range is not closed",
        "at:yesterday|3|a day such as 2025-06-01",
        "at:2025-13-01|3|a day such as 2025-06-01",
        "at:2025-06-01T10:00:00|3|an instant with an offset",
        "brand:[a TO b]|6|only at and engagement take a range",
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
      "a",
      "(",
      ")",
      "AND",
      "OR",
      "NOT",
      "+",
      "!",
      "\"",
      "brand:",
      ":",
      " ",
      "米",
      "😀",
      "NEAR/2",
      "ab*",
      "*",
      "engagement:[1 TO 2]",
      "at:",
      "["
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
