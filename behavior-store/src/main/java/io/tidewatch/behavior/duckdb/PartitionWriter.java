package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes rows as files of days below a temporary folder and says where they belong. */
final class PartitionWriter {
  private PartitionWriter() {}

  /**
   * @param rows a query of the type's columns and {@code day}
   * @param name begins the files' names; no file of the layout has it
   */
  static List<Replacement.Move> write(
      Session session, FactFiles files, FactType type, String rows, Path folder, String name)
      throws SQLException, IOException {
    session.execute(
        "COPY (" + rows + " ORDER BY day, event_at, id) TO " + SqlLiterals.text(folder.toString())
            + " (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (day))");
    var moves = new ArrayList<Replacement.Move>();
    if (!Files.isDirectory(folder)) {
      return moves;
    }
    try (var tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        String partition = file.getName(file.getNameCount() - 2).toString();
        Path target = files
            .partition(type, LocalDate.parse(partition.substring("day=".length())))
            .resolve(name + "-" + file.getFileName());
        moves.add(new Replacement.Move(file, target));
      }
    }
    return moves;
  }
}
