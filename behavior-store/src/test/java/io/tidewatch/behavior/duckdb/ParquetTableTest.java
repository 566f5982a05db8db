package io.tidewatch.behavior.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
  private static final List<String> COLUMNS = List.of("userId", "select \"x\"");

  @TempDir
  Path folder;

  private ParquetTable table() {
    return new ParquetTable(DuckDbSettings.DEFAULT, folder.resolve("spill"));
  }

  private List<List<@Nullable String>> read(Path file) throws SQLException {
    var rows = new ArrayList<List<@Nullable String>>();
    try (var database = new Database(DuckDbSettings.DEFAULT, folder.resolve("spill"))) {
      database
          .writer()
          .query(
              "SELECT * FROM " + SqlLiterals.parquet(List.of(file), SqlLiterals.PLAIN),
              row -> rows.add(Arrays.asList(row.getString(1), row.getString(2))));
    }
    return rows;
  }

  @Test
  void rows_comeBackInOrderWithOddTextsAndNulls() throws IOException, SQLException {
    Path file = folder.resolve("it's.parquet");
    List<List<@Nullable String>> rows = List.of(
        Arrays.asList("z", null), Arrays.asList("a\n'\"|人😀", ""), Arrays.asList(null, "-1"));
    table().write(file, COLUMNS, rows);
    assertThat(read(file)).isEqualTo(rows);
  }

  @Test
  void noRows_makeAFileOfColumnsAlone() throws IOException, SQLException {
    Path file = folder.resolve("none.parquet");
    table().write(file, COLUMNS, List.of());
    assertThat(read(file)).isEmpty();
  }

  @Test
  void manyRows_stayInOrder() throws IOException, SQLException {
    Path file = folder.resolve("many.parquet");
    var rows = new ArrayList<List<@Nullable String>>();
    for (int i = 0; i < 300_000; i++) {
      rows.add(Arrays.asList("u" + i, i % 2 == 0 ? null : "c"));
    }
    table().write(file, COLUMNS, rows);
    assertThat(read(file)).isEqualTo(rows);
  }

  @Test
  void aFolderThatIsNotThere_isAnInputOutputError() {
    assertThatThrownBy(() -> table().write(folder.resolve("no/x.parquet"), COLUMNS, List.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("parquet: cannot be written");
  }

  @Test
  void aRowOfAnotherLength_isRefused() {
    assertThatThrownBy(
            () -> table().write(folder.resolve("x.parquet"), COLUMNS, List.of(List.of("only one"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values a row");
  }
}
