package io.tidewatch.behavior;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A decided {@link Replacement} as lines of tab-separated paths relative to the root. */
final class CompactionManifest {
  private static final String MOVE = "move";
  private static final String DELETE = "delete";

  private CompactionManifest() {}

  static void write(Path file, Path root, Replacement replacement) throws IOException {
    var lines = new ArrayList<String>();
    for (Replacement.Move move : replacement.moves()) {
      lines.add(String.join(
          "\t",
          MOVE,
          root.relativize(move.from()).toString(),
          root.relativize(move.to()).toString()));
    }
    for (Path deletion : replacement.deletions()) {
      lines.add(String.join("\t", DELETE, root.relativize(deletion).toString()));
    }
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  static Replacement read(Path file, Path root) throws IOException {
    var moves = new ArrayList<Replacement.Move>();
    var deletions = new ArrayList<Path>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] parts = line.split("\t", -1);
      if (parts.length == 3 && parts[0].equals(MOVE)) {
        moves.add(new Replacement.Move(root.resolve(parts[1]), root.resolve(parts[2])));
      } else if (parts.length == 2 && parts[0].equals(DELETE)) {
        deletions.add(root.resolve(parts[1]));
      } else {
        throw new IOException(file + ": move or delete is expected, got " + line);
      }
    }
    return new Replacement(moves, deletions, List.of());
  }
}
