package io.tidewatch.connectors.map;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a record is made of a row.
 *
 * @param origin where the text comes from
 * @param as what the text is read as
 * @param none texts that mean "not given"
 * @param values replaces the text where it is listed
 * @param strict a text that {@code values} does not list is refused
 * @param patterns time patterns, tried in order; for instants and days
 * @param zone of patterns without an offset
 * @param separator between the items of a list
 * @param otherwise taken when nothing is given; null leaves the field out
 */
record FieldRule(
    Origin origin,
    As as,
    Set<String> none,
    Map<String, String> values,
    boolean strict,
    List<DateTimeFormatter> patterns,
    ZoneId zone,
    String separator,
    @Nullable String otherwise) {

  FieldRule {
    none = Set.copyOf(none);
    values = Map.copyOf(values);
    patterns = List.copyOf(patterns);
  }

  /** What a text is read as. */
  enum As {
    TEXT,
    INTEGER,
    DECIMAL,
    INSTANT,
    DAY,
    BOOLEAN,
    LIST
  }

  /** Where a field's text comes from. */
  sealed interface Origin {

    /** Columns joined by a space; nothing when all are empty. */
    record Columns(List<String> names) implements Origin {
      public Columns {
        names = List.copyOf(names);
      }
    }

    /** Literal parts and column names in turn; nothing when every column in it is empty. */
    record Template(List<Part> parts) implements Origin {
      public Template {
        parts = List.copyOf(parts);
      }

      record Part(String text, boolean isColumn) {}
    }

    /** Sixteen hexadecimal digits over the columns. */
    record Hash(List<String> names) implements Origin {
      public Hash {
        names = List.copyOf(names);
      }
    }

    /** The same in every record. */
    record Constant(String text) implements Origin {}
  }

  /** The columns it reads. */
  List<String> columns() {
    return switch (origin) {
      case Origin.Columns c -> c.names();
      case Origin.Hash h -> h.names();
      case Origin.Constant c -> List.of();
      case Origin.Template t ->
        t.parts().stream()
            .filter(Origin.Template.Part::isColumn)
            .map(Origin.Template.Part::text)
            .toList();
    };
  }
}
