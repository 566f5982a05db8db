package io.tidewatch.behavior.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.behavior.Statements;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.model.behavior.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement that ships gives the same rows in the same order on DuckDB and on Spark. */
final class SparkStatementsTest {
  private static final Path STATEMENTS =
      Path.of("..", "behavior-store", "src/main/resources/io/tidewatch/behavior/sql");
  private static final Window JUNE = new Window(
      Instant.parse("2025-05-31T16:00:00Z"),
      Instant.parse("2025-06-30T16:00:00Z"),
      ZoneId.of("Asia/Shanghai"));
  private static final Window SUMMER_TIME = new Window(
      Instant.parse("2025-03-01T00:00:00Z"),
      Instant.parse("2025-11-10T00:00:00Z"),
      ZoneId.of("America/New_York"));

  @TempDir
  private static Path folder;

  private static DuckDbBehaviorStore duckdb;
  private static SparkStatements spark;

  @BeforeAll
  static void open() {
    Path root = folder.resolve("it's [a] *folder?");
    duckdb = new DuckDbBehaviorStore(root, GeneratedBehavior::catalogue);
    GeneratedBehavior.write(duckdb);
    // Small pages: every task of these many small statements takes some.
    var options = new HashMap<>(SparkSettings.local(2).options());
    options.put("spark.buffer.pageSize", "256k");
    spark = SparkStatements.open(
        new SparkSettings("local[2]", options), root.toString(), GeneratedBehavior.catalogue());
  }

  @AfterAll
  static void close() {
    spark.close();
    duckdb.close();
  }

  static List<String> statements() throws IOException {
    try (Stream<Path> files = Files.list(STATEMENTS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".sql"))
          .map(name -> name.substring(0, name.length() - ".sql".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("statements")
  void run_everyShippedStatement_givesTheSameRowsInTheSameOrder(String name) {
    List<List<@Nullable Object>> expected = rows(duckdb, name, JUNE);
    assertThat(expected).as("the data must reach the statement").isNotEmpty();
    assertThat(rows(spark, name, JUNE)).containsExactlyElementsOf(expected);
  }

  static List<String> parts() throws IOException {
    try (Stream<Path> files = Files.list(STATEMENTS.resolve("parts"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .map(name -> "parts/" + name.substring(0, name.length() - ".sql".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  void run_everyPart_givesTheSameRows(String name) {
    List<List<@Nullable Object>> expected = rows(duckdb, name, JUNE);
    assertThat(expected).as("the data must reach the statement").isNotEmpty();
    assertThat(rows(spark, name, JUNE)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void run_acrossAChangeOfClocks_givesTheSameLocalDays() {
    assertThat(rows(spark, "interest-facts", SUMMER_TIME))
        .containsExactlyElementsOf(rows(duckdb, "interest-facts", SUMMER_TIME));
  }

  @Test
  void run_emptyWindow_givesNothing() {
    var before = new Window(
        Instant.parse("2001-01-01T00:00:00Z"), Instant.parse("2001-01-02T00:00:00Z"), JUNE.zone());
    assertThat(rows(spark, "keyword-traffic", before)).isEmpty();
  }

  @Test
  void run_unknownStatement_isRefused() {
    assertThatThrownBy(() -> rows(spark, "nothing", JUNE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got nothing");
  }

  @Test
  void open_whileFilesAreBeingReplaced_isRefused() throws IOException {
    Path busy = Files.createDirectories(folder.resolve("busy"));
    Files.writeString(busy.resolve("compaction.manifest"), "");
    assertThatThrownBy(() -> SparkFacts.over(SparkSettings.local(2).open(), busy.toString()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("try again");
  }

  @Test
  void options_unknownOrMissing_areNamed() {
    assertThatThrownBy(() -> SparkRun.options(new String[] {"--colour", "red"}))
        .hasMessageContaining("got --colour");
    assertThatThrownBy(() -> SparkRun.options(new String[] {"--data"}))
        .hasMessageContaining("with a value");
    assertThatThrownBy(() -> SparkRun.options(new String[] {"--data", "x"}))
        .hasMessageContaining("is required, got nothing");
    assertThatThrownBy(() -> SparkRun.options(new String[] {
          "--data", "x", "--statement", "s", "--products", "p", "--from", "2025-04-01", "--to", "x"
        }))
        .hasMessageContaining("--from: a time such as")
        .hasMessageContaining("got 2025-04-01");
  }

  private static List<List<@Nullable Object>> rows(Statements engine, String name, Window window) {
    var rows = new ArrayList<List<@Nullable Object>>();
    engine.run(name, window, rows::add);
    return rows;
  }
}
