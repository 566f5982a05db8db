package io.tidewatch.behavior.spark;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Where Spark runs.
 *
 * @param master such as {@code local[2]} or {@code spark://host:7077}; null takes what {@code
 *     spark-submit} gives
 * @param options further Spark options; they win over ours
 */
public record SparkSettings(@Nullable String master, Map<String, String> options) {

  public SparkSettings {
    options = Map.copyOf(options);
  }

  /** In this process, with that many threads. */
  public static SparkSettings local(int threads) {
    return new SparkSettings(
        "local[" + threads + "]",
        Map.of(
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.sql.shuffle.partitions", Integer.toString(threads),
            "spark.sql.sources.parallelPartitionDiscovery.threshold", "100000"));
  }

  /** A session in which times are plain UTC, as they stand in the files. */
  SparkSession open() {
    var all = new TreeMap<String, String>();
    all.put("spark.app.name", "tidewatch-behavior");
    all.put("spark.ui.enabled", "false");
    all.put("spark.sql.session.timeZone", "UTC");
    all.put("spark.sql.timestampType", "TIMESTAMP_NTZ");
    all.put("spark.sql.datetime.java8API.enabled", "true");
    all.putAll(options);
    SparkSession.Builder builder = SparkSession.builder();
    all.forEach(builder::config);
    return master == null ? builder.getOrCreate() : builder.master(master).getOrCreate();
  }
}
