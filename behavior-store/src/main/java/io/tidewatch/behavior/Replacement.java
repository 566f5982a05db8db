package io.tidewatch.behavior;

import java.nio.file.Path;
import java.util.List;

/**
 * What a compaction changes: files that move into place, files that they replace, and the batches
 * that are now part of the partitions.
 *
 * @param moves temporary files with the places they go to
 * @param deletions files that the moved ones replace
 * @param batches names of absorbed batches
 */
public record Replacement(List<Move> moves, List<Path> deletions, List<String> batches) {

  public Replacement {
    moves = List.copyOf(moves);
    deletions = List.copyOf(deletions);
    batches = List.copyOf(batches);
  }

  /** One file on its way from the temporary folder to its place. */
  public record Move(Path from, Path to) {}
}
