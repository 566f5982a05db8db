package io.tidewatch.behavior.spark;

import io.tidewatch.model.behavior.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Runs one statement from the command line or by {@code spark-submit}: prints its rows as JSON Lines
 * or, with {@code --out}, writes them as Parquet.
 */
public final class SparkRun {
  private static final Set<String> OPTIONS = Set.of(
      "--data", "--statement", "--from", "--to", "--timezone", "--products", "--master", "--out");

  private SparkRun() {}

  /** Exit code 2 for bad usage. */
  public static void main(String[] args) {
    Map<String, String> options;
    try {
      options = options(args);
    } catch (IllegalArgumentException e) {
      System.err.println("spark: " + e.getMessage());
      System.exit(2);
      return;
    }
    run(options);
  }

  private static void run(Map<String, String> options) {
    String master = options.get("--master");
    SparkSettings settings = master != null && master.startsWith("local[")
        ? SparkSettings.local(threads(master))
        : new SparkSettings(master, Map.of());
    SparkSession session = settings.open();
    Dataset<Row> products = session
        .read()
        .schema("id STRING, brandId STRING, categoryId STRING")
        .json(required(options, "--products"))
        .selectExpr("id AS product_id", "brandId AS brand_id", "categoryId AS category_id");
    Window window = window(options);
    try (var statements = SparkStatements.over(session, required(options, "--data"), products)) {
      Dataset<Row> rows = statements.result(required(options, "--statement"), window);
      String out = options.get("--out");
      if (out == null) {
        rows.toJSON().toLocalIterator().forEachRemaining(System.out::println);
      } else {
        rows.write().parquet(out);
      }
    }
  }

  private static int threads(String master) {
    String number = master.substring("local[".length(), master.length() - 1);
    return number.matches("\\d{1,3}")
        ? Integer.parseInt(number)
        : Runtime.getRuntime().availableProcessors();
  }

  static Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (int i = 0; i < args.length; i += 2) {
      if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
        throw new IllegalArgumentException("options: one of "
            + String.join(", ", OPTIONS.stream().sorted().toList())
            + " with a value is required, got " + args[i]);
      }
      options.put(args[i], args[i + 1]);
    }
    for (String name : Set.of("--data", "--statement", "--from", "--to", "--products")) {
      required(options, name);
    }
    window(options);
    return options;
  }

  private static Window window(Map<String, String> options) {
    String zone = options.getOrDefault("--timezone", "Asia/Shanghai");
    try {
      return new Window(instant(options, "--from"), instant(options, "--to"), ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "--timezone: a zone such as Asia/Shanghai is required, got " + zone, e);
    }
  }

  private static Instant instant(Map<String, String> options, String name) {
    String value = required(options, name);
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + ": a time such as 2025-06-01T00:00:00Z is required, got " + value, e);
    }
  }

  private static String required(Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + ": is required, got nothing");
    }
    return value;
  }
}
