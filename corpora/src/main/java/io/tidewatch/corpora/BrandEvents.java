package io.tidewatch.corpora;

import io.tidewatch.corpora.CommerceCalendar.DayRange;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Dated events of catalogue brands, to judge what finds rises: what happened, when, to whom. The
 * rule by which something is an event, and where the list is weak, is in {@code docs/CORPORA.md}.
 *
 * @param events by day, then brand
 * @param periods days whose events are listed; outside them nothing can be said
 */
public record BrandEvents(List<BrandEvent> events, List<DayRange> periods) {

  public BrandEvents {
    events = List.copyOf(events);
    periods = List.copyOf(periods);
  }

  /**
   * One event.
   *
   * @param days local days in China from its first to its last on the list
   * @param brand catalogue id
   * @param what in a few words
   */
  public record BrandEvent(DayRange days, String brand, String what) {}

  /** The events inside the product. */
  public static BrandEvents shipped() {
    return read(CorpusFiles.shipped());
  }

  /**
   * Reads {@code gold/brand-events.tsv} and {@code gold/brand-event-periods.tsv} of {@code files}.
   *
   * @throws MalformedCorpusException naming file, line and rule
   */
  public static BrandEvents read(CorpusFiles files) {
    return new BrandEvents(
        files.table("gold/brand-events.tsv", "day", "until", "brand", "what").rows().stream()
            .map(row ->
                new BrandEvent(range(row, "day"), row.required("brand"), row.required("what")))
            .toList(),
        files.table("gold/brand-event-periods.tsv", "from", "until").rows().stream()
            .map(row -> range(row, "from"))
            .toList());
  }

  /** Whether the events of {@code day} are listed. */
  public boolean covers(LocalDate day) {
    return periods.stream().anyMatch(p -> p.contains(day));
  }

  private static DayRange range(TsvTable.Row row, String first) {
    try {
      var range = new DayRange(
          LocalDate.parse(row.required(first)), LocalDate.parse(row.required("until")));
      if (range.last().isBefore(range.first())) {
        throw row.malformed("until must not lie before " + first);
      }
      return range;
    } catch (DateTimeParseException e) {
      throw row.malformed(first + " and until must be days YYYY-MM-DD", e);
    }
  }
}
