package io.tidewatch.api.strategy;

import io.tidewatch.audience.Wording;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.CommerceCalendar.DayRange;
import io.tidewatch.corpora.CommerceCalendar.Occasion;
import io.tidewatch.corpora.CommerceCalendar.Phase;
import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.behavior.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders a day by weekday in the window, by month and by sale or holiday in the year to its end. */
final class Seasons {
  private static final int YEAR = 365;
  private static final int LEAST_DAYS = 7;
  private static final Map<DayOfWeek, String> WEEKDAYS = Map.of(
      DayOfWeek.MONDAY, "周一",
      DayOfWeek.TUESDAY, "周二",
      DayOfWeek.WEDNESDAY, "周三",
      DayOfWeek.THURSDAY, "周四",
      DayOfWeek.FRIDAY, "周五",
      DayOfWeek.SATURDAY, "周六",
      DayOfWeek.SUNDAY, "周日");

  private final MarketFacts facts;
  private final CommerceCalendar calendar;
  private final Set<String> categories;
  private final Wording wording;

  Seasons(MarketFacts facts, CommerceCalendar calendar, Set<String> categories, Wording wording) {
    this.facts = facts;
    this.calendar = calendar;
    this.categories = categories;
    this.wording = wording;
  }

  List<MarketRow> of(Sales now) {
    var rows = new ArrayList<MarketRow>();
    var weeks = new Days(now);
    for (DayOfWeek day : DayOfWeek.values()) {
      rows.add(weeks.row(
          "weekday",
          day.name(),
          wording.say(WEEKDAYS.getOrDefault(day, ""), capital(day)),
          null,
          null,
          d -> d.getDayOfWeek() == day));
    }
    Sales year = Sales.read(
        facts,
        Window.before(now.window().to(), YEAR, now.window().zone()),
        categories,
        now.currency());
    var days = new Days(year);
    year.seen().stream()
        .map(YearMonth::from)
        .distinct()
        .sorted()
        .forEach(month -> rows.add(days.row(
            "month",
            month.toString(),
            month.toString(),
            month.atDay(1),
            month.atEndOfMonth(),
            d -> YearMonth.from(d).equals(month))));
    occasions(year)
        .forEach((occasion, range) -> rows.add(days.row(
            "occasion",
            occasion.id(),
            wording.say("%s", "%2$s", occasion.name(), occasion.nameEn()),
            range.first(),
            range.last(),
            range::contains)));
    return rows;
  }

  private static String capital(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Sales and holidays of which the store saw a day, by their main days. */
  private Map<Occasion, DayRange> occasions(Sales year) {
    var found = new LinkedHashMap<Occasion, DayRange>();
    Set<Integer> years =
        year.seen().stream().map(LocalDate::getYear).collect(Collectors.toCollection(TreeSet::new));
    for (int y : years) {
      for (Occasion occasion : calendar.year(y)) {
        DayRange main = occasion.phases().get(Phase.MAIN);
        DayRange range = main == null ? new DayRange(occasion.day(), occasion.day()) : main;
        if (year.seen().stream().anyMatch(range::contains)) {
          found.put(occasion, range);
        }
      }
    }
    return found;
  }

  /** Orders by day of one reading. */
  private static final class Days {
    private final Sales sales;
    private final Map<LocalDate, Long> orders;

    Days(Sales sales) {
      this.sales = sales;
      this.orders = sales.orders().stream()
          .collect(Collectors.groupingBy(MarketOrder::day, Collectors.counting()));
    }

    MarketRow.Season row(
        String section,
        String key,
        String name,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        Predicate<LocalDate> within) {
      List<LocalDate> days = sales.seen().stream().filter(within).toList();
      long count = days.stream().mapToLong(d -> orders.getOrDefault(d, 0L)).sum();
      double usual = (double) sales.orders().size() / Math.max(1, sales.seenDays());
      Double aDay = days.isEmpty() ? null : Double.valueOf((double) count / days.size());
      return new MarketRow.Season(
          section,
          key,
          name,
          first,
          last,
          days.size(),
          count,
          aDay,
          aDay == null || usual == 0 || sales.seenDays() < LEAST_DAYS
              ? null
              : Double.valueOf(100 * aDay / usual));
    }
  }
}
