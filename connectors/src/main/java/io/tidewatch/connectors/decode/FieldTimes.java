package io.tidewatch.connectors.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Times and days from 1970 to 2199. */
final class FieldTimes {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;
  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private FieldTimes() {}

  static Instant instant(RecordFields fields, String name, JsonNode value) {
    Instant at;
    try {
      at = OffsetDateTime.parse(value.asText()).toInstant();
    } catch (DateTimeException e) {
      throw fields.refuse(
          Reason.BAD_TIME,
          name + ": ISO-8601 with offset, such as 2025-06-01T08:00:00+08:00, expected",
          value.toString());
    }
    if (at.isBefore(Instant.EPOCH) || !at.isBefore(END)) {
      throw outside(fields, name, "a time", value);
    }
    return at;
  }

  static LocalDate day(RecordFields fields, String name, JsonNode value) {
    LocalDate day;
    try {
      day = LocalDate.parse(value.asText());
    } catch (DateTimeException e) {
      throw fields.refuse(
          Reason.BAD_TIME, name + ": a day such as 2025-06-01 expected", value.toString());
    }
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw outside(fields, name, "a day", value);
    }
    return day;
  }

  private static MalformedRecordException outside(
      RecordFields fields, String name, String what, JsonNode value) {
    return fields.refuse(
        Reason.BAD_TIME,
        name + ": " + what + " from " + FIRST_YEAR + " to " + LAST_YEAR + " expected",
        value.asText());
  }
}
