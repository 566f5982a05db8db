package io.tidewatch.api.fusion;

import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.CommerceCalendar.DayRange;
import io.tidewatch.corpora.CommerceCalendar.Occasion;
import io.tidewatch.corpora.CommerceCalendar.Phase;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a holiday lay last year: the window whose counts foretell the coming one. Lunar holidays
 * move with the lunar calendar.
 */
public final class HolidayWindows {
  private static final int LONGEST = 200;

  private final CommerceCalendar calendar;
  private final ZoneId zone;

  public HolidayWindows(CommerceCalendar calendar, ZoneId zone) {
    this.calendar = calendar;
    this.zone = zone;
  }

  /**
   * A window by its exclusive end and length.
   *
   * @param occasion its identifier
   * @param names identifier, Chinese and English name
   * @param day the day that gave last year's occasion its name
   */
  public record Span(String occasion, List<String> names, LocalDate day, Instant end, int days) {
    public Span {
      names = List.copyOf(names);
    }
  }

  /**
   * Last year's run of the occasion whose end comes next after {@code asOf}, from its first phase to
   * the end of the sale or holiday itself.
   *
   * @param name identifier, Chinese or English name
   * @throws IllegalArgumentException naming the occasions when there is none of that name
   */
  public Span lastYear(String name, Instant asOf) {
    LocalDate today = asOf.minusNanos(1).atZone(zone).toLocalDate();
    List<Occasion> runs = runs(name, today.getYear());
    Occasion last = null;
    for (Occasion run : runs) {
      if (!end(run).isBefore(today)) {
        break;
      }
      last = run;
    }
    if (last == null) {
      throw new IllegalArgumentException("holiday: one of "
          + calendar.year(today.getYear()).stream()
              .map(o -> o.id() + " " + o.name())
              .collect(Collectors.joining(", "))
          + " is required, got "
          + name);
    }
    LocalDate first = last.phases().values().stream()
        .map(DayRange::first)
        .min(Comparator.naturalOrder())
        .orElse(last.day());
    LocalDate after = end(last).plusDays(1);
    int days = (int) Math.min(LONGEST, Math.max(2, ChronoUnit.DAYS.between(first, after)));
    return new Span(
        last.id(),
        List.of(last.id(), last.name(), last.nameEn()),
        last.day(),
        after.atStartOfDay(zone).toInstant(),
        days);
  }

  /** The same run for the audience, from the first moment of its first day on. */
  public HolidayRun lastRun(String name, Instant asOf) {
    Span span = lastYear(name, asOf);
    Instant start = span.end()
        .atZone(zone)
        .toLocalDate()
        .minusDays(span.days())
        .atStartOfDay(zone)
        .toInstant();
    return new HolidayRun(span.occasion(), span.names(), start, span.end());
  }

  /** Occasions whose first phase begins within {@code ahead} days or that are on, soonest first. */
  List<Occasion> coming(Instant asOf, int ahead) {
    LocalDate today = asOf.minusNanos(1).atZone(zone).toLocalDate();
    var coming = new ArrayList<Occasion>();
    for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
      for (Occasion occasion : calendar.year(year)) {
        boolean soon = occasion.phases().values().stream()
            .anyMatch(p -> !p.first().isAfter(today.plusDays(ahead)));
        if (soon && !end(occasion).isBefore(today)) {
          coming.add(occasion);
        }
      }
    }
    return coming;
  }

  private List<Occasion> runs(String name, int year) {
    String wanted = Catalogue.fold(name);
    var runs = new ArrayList<Occasion>();
    for (int y = year - 2; y <= year + 1; y++) {
      calendar.year(y).stream()
          .filter(o -> o.id().equals(wanted)
              || Catalogue.fold(o.name()).equals(wanted)
              || Catalogue.fold(o.nameEn()).equals(wanted))
          .forEach(runs::add);
    }
    return runs;
  }

  private static LocalDate end(Occasion occasion) {
    DayRange main = occasion.phases().get(Phase.MAIN);
    return main == null ? occasion.day() : main.last();
  }
}
