package io.tidewatch.corpora;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shopping festivals and holidays of China for the years 1900 to 2100, each with its phases.
 * Days are local days in China. The phases are a convention of this project, kept in {@code
 * calendar/occasions.tsv}; platforms move theirs by some days from year to year. Safe from any
 * thread.
 */
public final class CommerceCalendar {
  /** First and last year that {@link #year} knows. */
  public static final int FIRST_YEAR = 1900;

  public static final int LAST_YEAR = 2100;

  private static final Pattern MONTH_DAY = Pattern.compile("(solar|lunar) (\\d+)-(\\d+)");
  private static final Pattern WEEKDAY =
      Pattern.compile("weekday (\\d+)-(\\d)-([A-Z]+)(?:\\+(\\d+))?");
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\.\\.(-?\\d+)");

  private final List<Definition> definitions;
  private final Map<Integer, List<Occasion>> years = new ConcurrentHashMap<>();

  private CommerceCalendar(List<Definition> definitions) {
    this.definitions = List.copyOf(definitions);
  }

  /** The calendar inside the product. */
  public static CommerceCalendar shipped() {
    return read(CorpusFiles.shipped());
  }

  /**
   * Reads {@code calendar/occasions.tsv} of {@code files}.
   *
   * @throws MalformedCorpusException naming file, line and rule
   */
  public static CommerceCalendar read(CorpusFiles files) {
    return new CommerceCalendar(files
        .table(
            "calendar/occasions.tsv",
            "id",
            "name",
            "nameEn",
            "rule",
            "preheat",
            "presale",
            "main",
            "after")
        .rows()
        .stream()
        .map(Definition::of)
        .toList());
  }

  /** When a phase of an occasion is on. */
  public enum Phase {
    /** It is announced and talked about. */
    PREHEAT,
    /** Deposits are taken, orders follow later. */
    PRE_SALE,
    /** The sale or the holiday itself. */
    MAIN,
    /** Leftovers, returns, looking back. */
    AFTER
  }

  /** Local days, both ends inside. */
  public record DayRange(LocalDate first, LocalDate last) {
    public boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /**
   * One occasion in one year.
   *
   * @param id identifier that is the same every year, such as {@code double-11}
   * @param day the day that gives it its name
   * @param phases only the phases it has, in order of time
   */
  public record Occasion(
      String id, String name, String nameEn, LocalDate day, Map<Phase, DayRange> phases) {
    public Occasion {
      phases = java.util.Collections.unmodifiableMap(new EnumMap<>(phases));
    }
  }

  /** An occasion and the phase that a day falls into. */
  public record Moment(Occasion occasion, Phase phase) {}

  /**
   * The occasions whose day lies in {@code year} of the common calendar, by day, then id.
   *
   * @throws IllegalArgumentException for a year outside 1900 to 2100
   */
  public List<Occasion> year(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("year: 1900 to 2100 is required, got " + year);
    }
    return of(year);
  }

  /** What {@code day} belongs to, occasions by day, then id; empty on an ordinary day. */
  public List<Moment> on(LocalDate day) {
    var moments = new ArrayList<Moment>();
    for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
      for (Occasion occasion : of(year)) {
        occasion.phases().forEach((phase, range) -> {
          if (range.contains(day)) {
            moments.add(new Moment(occasion, phase));
          }
        });
      }
    }
    return List.copyOf(moments);
  }

  private List<Occasion> of(int year) {
    return years.computeIfAbsent(
        year,
        y -> definitions.stream()
            .flatMap(d -> d.in(y).stream())
            .sorted(Comparator.comparing(Occasion::day).thenComparing(Occasion::id))
            .toList());
  }

  private record Definition(
      String id, String name, String nameEn, DayRule rule, Map<Phase, int[]> offsets) {

    static Definition of(TsvTable.Row row) {
      var offsets = new EnumMap<Phase, int[]>(Phase.class);
      offset(row, "preheat", Phase.PREHEAT, offsets);
      offset(row, "presale", Phase.PRE_SALE, offsets);
      offset(row, "main", Phase.MAIN, offsets);
      offset(row, "after", Phase.AFTER, offsets);
      return new Definition(
          row.required("id"), row.required("name"), row.required("nameEn"), rule(row), offsets);
    }

    /** Its occasions in a common year: none or two are possible for the last lunar months. */
    List<Occasion> in(int year) {
      return rule.days(year).stream()
          .map(day -> {
            var phases = new EnumMap<Phase, DayRange>(Phase.class);
            offsets.forEach((phase, o) ->
                phases.put(phase, new DayRange(day.plusDays(o[0]), day.plusDays(o[1]))));
            return new Occasion(id, name, nameEn, day, phases);
          })
          .toList();
    }

    private static void offset(
        TsvTable.Row row, String column, Phase phase, Map<Phase, int[]> into) {
      String text = row.text(column);
      if (text.isEmpty()) {
        return;
      }
      Matcher range = RANGE.matcher(text);
      if (!range.matches() || Integer.parseInt(range.group(1)) > Integer.parseInt(range.group(2))) {
        throw row.malformed(column + " must be FROM..TO in days, FROM not after TO");
      }
      into.put(
          phase, new int[] {Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))});
    }

    private static DayRule rule(TsvTable.Row row) {
      String text = row.required("rule");
      Matcher monthDay = MONTH_DAY.matcher(text);
      if (monthDay.matches()) {
        int month = Integer.parseInt(monthDay.group(2));
        int day = Integer.parseInt(monthDay.group(3));
        return monthDay.group(1).equals("solar")
            ? year -> List.of(LocalDate.of(year, month, day))
            : year -> lunarDays(year, month, day);
      }
      if (text.startsWith("term ")) {
        String name = text.substring(5);
        if (!Lunar.fromYmd(FIRST_YEAR, 3, 1).getJieQiTable().containsKey(name)) {
          throw row.malformed("rule must name a solar term");
        }
        return year -> List.of(term(year, name));
      }
      Matcher weekday = WEEKDAY.matcher(text);
      if (!weekday.matches()) {
        throw row.malformed(
            "rule must be solar M-D, lunar M-D, term NAME or weekday M-N-DAY[+DAYS]");
      }
      int month = Integer.parseInt(weekday.group(1));
      int nth = Integer.parseInt(weekday.group(2));
      DayOfWeek dayOfWeek = DayOfWeek.valueOf(weekday.group(3));
      int plus = weekday.group(4) == null ? 0 : Integer.parseInt(weekday.group(4));
      return year -> List.of(LocalDate.of(year, month, 1)
          .with(TemporalAdjusters.dayOfWeekInMonth(nth, dayOfWeek))
          .plusDays(plus));
    }

    private static List<LocalDate> lunarDays(int year, int month, int day) {
      return java.util.stream.IntStream.of(year - 1, year)
          .mapToObj(y -> date(Lunar.fromYmd(y, month, day).getSolar()))
          .filter(d -> d.getYear() == year)
          .toList();
    }

    private static LocalDate term(int year, String name) {
      Solar solar = Lunar.fromYmd(year, 3, 1).getJieQiTable().get(name);
      return date(Objects.requireNonNull(solar, name));
    }

    private static LocalDate date(Solar solar) {
      return LocalDate.of(solar.getYear(), solar.getMonth(), solar.getDay());
    }
  }

  private interface DayRule {
    List<LocalDate> days(int year);
  }
}
