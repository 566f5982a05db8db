package io.tidewatch.api.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * One file of a hot-search list, by the hour ({@code date hour rank title hot category ads …}) or by
 * the day ({@code date title first_seen_hhmm …}), tab-separated, plain or gzip; the header says
 * which. Rows marked as advertisement are left out.
 *
 * @param hourly whether ranks by the hour are known
 * @param titles each title once a day, in file order
 * @param observed hours since 1970 that were observed; of a daily list all hours of its days
 */
record HotSearchFile(boolean hourly, List<HotTitle> titles, Set<Long> observed) {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String HOURLY = "date\thour\trank\ttitle\thot\tcategory\tads";
  private static final String DAILY = "date\ttitle\tfirst_seen_hhmm";
  private static final int TOP = 3;

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException naming the file, the rule and the line for anything else
   */
  static HotSearchFile read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(unpacked(file, in), StandardCharsets.UTF_8))) {
      String header = String.valueOf(lines.readLine());
      if (!header.startsWith(HOURLY) && !header.startsWith(DAILY)) {
        throw new IllegalArgumentException("data: a hot-search list by the hour or by the day is"
            + " required, got " + file + " with the columns " + header.replace('\t', ' '));
      }
      return new Reading(file, header.startsWith(HOURLY)).read(lines);
    }
  }

  private static InputStream unpacked(Path file, InputStream in) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static final class Reading {
    private final Path file;
    private final boolean hourly;
    private final Map<List<Object>, Seen> seen = new LinkedHashMap<>();
    private final Set<Long> observed = new TreeSet<>();

    Reading(Path file, boolean hourly) {
      this.file = file;
      this.hourly = hourly;
    }

    HotSearchFile read(BufferedReader lines) throws IOException {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          String[] cells = line.split("\t", -1);
          if (hourly) {
            hour(cells);
          } else {
            day(cells);
          }
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
          throw new IllegalArgumentException(
              "data: a row of the header's columns is required, got line " + number + " of " + file,
              e);
        }
      }
      var titles = new ArrayList<HotTitle>();
      seen.forEach((key, s) -> titles.add(new HotTitle(
          (LocalDate) key.get(0), (String) key.get(1), s.first, s.top, s.last, s.peak)));
      return new HotSearchFile(hourly, titles, observed);
    }

    private void hour(String[] cells) {
      LocalDate date = LocalDate.parse(cells[0]);
      long hour = hours(date, Integer.parseInt(cells[1]));
      observed.add(hour);
      if (!cells[6].equals("1")) {
        seen.computeIfAbsent(List.of(date, cells[3]), k -> new Seen(hour))
            .see(hour, Integer.parseInt(cells[2]), Long.parseLong(cells[4]));
      }
    }

    private void day(String[] cells) {
      LocalDate date = LocalDate.parse(cells[0]);
      for (int h = 0; h < 24; h++) {
        observed.add(hours(date, h));
      }
      if (!cells[2].isEmpty()) {
        long hour = hours(date, Integer.parseInt(cells[2].substring(0, 2)));
        seen.computeIfAbsent(List.of(date, cells[1]), k -> new Seen(hour)).first(hour);
      }
    }

    private static long hours(LocalDate date, int hour) {
      return date.atTime(hour, 0).atZone(ZONE).toEpochSecond() / 3600;
    }
  }

  private static final class Seen {
    private long first;
    private long top = -1;
    private long last = -1;
    private long peak;
    private long heat = -1;

    Seen(long hour) {
      this.first = hour;
      this.peak = hour;
    }

    void first(long hour) {
      first = Math.min(first, hour);
    }

    void see(long hour, int rank, long hot) {
      first(hour);
      if (hot > heat) {
        heat = hot;
        peak = hour;
      }
      if (rank <= TOP) {
        top = top < 0 ? hour : Math.min(top, hour);
        last = Math.max(last, hour);
      }
    }
  }
}
