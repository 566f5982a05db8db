package io.tidewatch.connectors.map;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Time patterns as a map names them: letters of {@link DateTimeFormatter}, or a fixed name. */
final class TimePatterns {
  private TimePatterns() {}

  /** Strict: a 30th of February is no day. Throws IllegalArgumentException for a bad pattern. */
  static DateTimeFormatter of(String pattern) {
    return switch (pattern) {
      case "iso" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME;
      case "rfc1123" -> DateTimeFormatter.RFC_1123_DATE_TIME;
      case "epoch-seconds" -> epoch().toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
      case "epoch-millis" ->
        epoch()
            .appendValue(ChronoField.MILLI_OF_SECOND, 3)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);
      default ->
        DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    };
  }

  /** Nine or ten digits of seconds, 1973 to 2286: so that milliseconds are not taken for them. */
  private static DateTimeFormatterBuilder epoch() {
    return new DateTimeFormatterBuilder()
        .appendValue(ChronoField.INSTANT_SECONDS, 9, 10, SignStyle.NEVER);
  }
}
