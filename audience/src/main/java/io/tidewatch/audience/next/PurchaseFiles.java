package io.tidewatch.audience.next;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads purchases (columns {@code user_id}, {@code category_2}, {@code category_1}, {@code day}) and
 * children ({@code user_id}, {@code birthday}, {@code gender}) from comma-separated files without
 * quotes, plain or gzip; a file is known by its header.
 */
public final class PurchaseFiles {
  private final List<Purchase> purchases = new ArrayList<>();
  private final Map<String, Child> children = new HashMap<>();

  private PurchaseFiles() {}

  /**
   * Reads all files into one history.
   *
   * @throws IllegalArgumentException when a header is unknown, a line is malformed or there is no
   *     purchase
   */
  public static History read(List<Path> files) throws IOException {
    var all = new PurchaseFiles();
    for (Path file : files) {
      all.take(file);
    }
    if (all.purchases.isEmpty()) {
      throw new IllegalArgumentException("data: purchases are required, got none in " + files);
    }
    return new History(all.purchases, all.children);
  }

  private void take(Path file) throws IOException {
    try (InputStream plain = Files.newInputStream(file);
        var reader = new BufferedReader(new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain,
            StandardCharsets.UTF_8))) {
      String header = reader.readLine();
      List<String> names =
          header == null ? List.of() : Arrays.asList(header.strip().split(",", -1));
      boolean buys = names.containsAll(List.of("user_id", "category_2", "category_1", "day"));
      if (!buys && !names.containsAll(List.of("user_id", "birthday", "gender"))) {
        throw new IllegalArgumentException("data: columns user_id, category_2, category_1, day or"
            + " user_id, birthday, gender are required, got " + names + " in " + file);
      }
      int number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          take(names, line, buys, file + " line " + number);
        }
      }
    }
  }

  private void take(List<String> names, String line, boolean buys, String where) {
    String[] cells = line.strip().split(",", -1);
    if (cells.length != names.size()) {
      throw new IllegalArgumentException(
          "data: " + names.size() + " columns are required, got " + cells.length + " in " + where);
    }
    try {
      String user = cells[names.indexOf("user_id")];
      if (buys) {
        purchases.add(new Purchase(
            user,
            cells[names.indexOf("category_2")],
            cells[names.indexOf("category_1")],
            day(cells[names.indexOf("day")])));
      } else {
        children.put(
            user, new Child(day(cells[names.indexOf("birthday")]), cells[names.indexOf("gender")]));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "data: a day as yyyyMMdd is required in " + where + ": " + e.getMessage(), e);
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
  }
}
