package io.tidewatch.trend;

import io.tidewatch.model.trend.QuerySyntaxException;
import io.tidewatch.trend.QueryLexer.Lexeme;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value or a range of {@code engagement} or {@code at}: {@code [a TO b]} with both ends, {@code {a
 * TO b}} without, {@code *} for no end. A time is a day of {@code Asia/Shanghai} or an instant with
 * an offset; a day as an end means all of it.
 */
final class QueryRange {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern RANGE =
      Pattern.compile("([\\[{])\\s*(\\S+)\\s+TO\\s+(\\S+?)\\s*([]}])");

  private final String query;
  private final Field field;
  private final Lexeme value;

  QueryRange(String query, Field field, Lexeme value) {
    this.query = query;
    this.field = field;
    this.value = value;
  }

  /** Both inclusive. */
  private record Ends(long first, long last) {}

  Expression read() {
    String text = TextTokens.width(value.text());
    if (value.type() != QueryLexer.Type.RANGE) {
      Ends ends = ends(text);
      return new Expression.Range(field, ends.first, ends.last);
    }
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw wrong("a range is written [a TO b] or {a TO b}, with * for no end");
    }
    String low = range.group(2);
    String high = range.group(3);
    long from = low.equals("*")
        ? Long.MIN_VALUE
        : range.group(1).equals("[") ? ends(low).first : ends(low).last + 1;
    long to = high.equals("*")
        ? Long.MAX_VALUE
        : range.group(4).equals("]") ? ends(high).last : ends(high).first - 1;
    if (from > to) {
      throw wrong("a range goes from the smaller to the larger end");
    }
    return new Expression.Range(field, from, to);
  }

  private Ends ends(String text) {
    return field == Field.AT ? time(text) : number(text);
  }

  private Ends number(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw wrong("engagement: a whole number is required, not " + text);
    }
    long number = Long.parseLong(text);
    return new Ends(number, number);
  }

  private Ends time(String text) {
    try {
      if (text.indexOf('T') < 0 && text.indexOf('t') < 0) {
        LocalDay day = LocalDay.of(LocalDate.parse(text), ZONE);
        return new Ends(day.start(), day.end() - 1);
      }
      long at = Micros.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
      return new Ends(at, at);
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong(
          "at: a day such as 2025-06-01 or an instant with an offset is required, not " + text);
    }
  }

  private QuerySyntaxException wrong(String rule) {
    return new QuerySyntaxException(rule, value.position(), query);
  }
}
