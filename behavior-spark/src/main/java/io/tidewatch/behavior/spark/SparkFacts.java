package io.tidewatch.behavior.spark;

import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.WindowViews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The live facts of a behaviour store as Spark sees them: what has arrived since the last compaction
 * replaces what the days hold, each key once in its newest version, tombstones left out.
 */
final class SparkFacts implements WindowViews.Dialect {
  private final SparkSession session;

  private SparkFacts(SparkSession session) {
    this.session = session;
  }

  /**
   * Makes the views {@code stored_<type>} and {@code arrived_<type>} over the folder.
   *
   * @param root the store's folder, a path or an address that Hadoop knows
   * @throws IllegalStateException when the store's owner is in the middle of replacing files
   */
  static SparkFacts over(SparkSession session, String root) {
    try {
      var folder = new Path(root);
      FileSystem files = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
      if (files.exists(new Path(folder, "compaction.manifest"))) {
        throw new IllegalStateException(
            "data: files are being replaced; open the store once, or try again: " + root);
      }
      List<String> arrivals = parquet(files, new Path(folder, "arrivals"));
      for (FactType type : FactType.values()) {
        stored(session, files, new Path(folder, "facts/" + type.label()), type);
        arrived(session, arrivals, type);
      }
      return new SparkFacts(session);
    } catch (IOException e) {
      throw new UncheckedIOException("data: cannot be read: " + root, e);
    }
  }

  private static void stored(SparkSession session, FileSystem files, Path folder, FactType type)
      throws IOException {
    var days = new ArrayList<String>();
    if (files.exists(folder)) {
      for (FileStatus day : files.listStatus(folder)) {
        days.addAll(parquet(files, day.getPath()));
      }
    }
    Dataset<Row> rows = days.isEmpty()
        ? session.createDataFrame(List.of(), FactSchema.of(type))
        : session
            .read()
            .schema(FactSchema.of(type))
            .option("basePath", folder.toString())
            .parquet(days.toArray(String[]::new));
    rows.createOrReplaceTempView("stored_" + type.label());
  }

  private static void arrived(SparkSession session, List<String> arrivals, FactType type) {
    Dataset<Row> rows = arrivals.isEmpty()
        ? session.createDataFrame(List.of(), FactSchema.of(type))
        : session.read().schema(FactSchema.of(type)).parquet(arrivals.toArray(String[]::new));
    rows.where("type = '" + type.label() + "'").createOrReplaceTempView("arrived_" + type.label());
  }

  private static List<String> parquet(FileSystem files, Path folder) throws IOException {
    var found = new ArrayList<String>();
    if (files.exists(folder)) {
      for (FileStatus file : files.listStatus(folder)) {
        if (file.getPath().getName().endsWith(".parquet")) {
          found.add(literal(file.getPath()));
        }
      }
    }
    found.sort(null);
    return found;
  }

  /** Keeps Spark from reading a name as a pattern. */
  private static String literal(Path path) {
    return path.toString().replaceAll("([\\[\\]{}*?])", "\\\\$1");
  }

  @Override
  public String facts(FactType type, Instant from, Instant to, List<String> columns) {
    String names = columns.isEmpty() ? "" : ", " + String.join(", ", columns);
    String range = "event_at >= " + WindowViews.timestamp(from) + " AND event_at < "
        + WindowViews.timestamp(to);
    String days = "day >= DATE '" + from.atOffset(ZoneOffset.UTC).toLocalDate()
        + "' AND day <= DATE '" + to.atOffset(ZoneOffset.UTC).toLocalDate() + "'";
    return "SELECT id, event_at" + names + " FROM stored_" + type.label() + " f WHERE " + days
        + " AND NOT deleted AND " + range + " AND NOT EXISTS (SELECT 1 FROM arrived_"
        + type.label() + " a WHERE a.key_hash = f.key_hash AND a.id = f.id)"
        + " UNION ALL SELECT id, event_at" + names + " FROM (SELECT *, ROW_NUMBER() OVER"
        + " (PARTITION BY id ORDER BY version_at DESC, arrival DESC) AS place FROM arrived_"
        + type.label() + ") newest WHERE place = 1 AND NOT deleted AND " + range;
  }

  @Override
  public String each(String list) {
    return "explode(" + list + ")";
  }

  @Override
  public String numbered(String columns, String shown) {
    return "SELECT " + columns
        + ", product_id, CAST(place_before + 1 AS BIGINT) AS list_position FROM (" + shown
        + ") shown LATERAL VIEW posexplode(results) listed AS place_before, product_id";
  }

  SparkSession session() {
    return session;
  }
}
