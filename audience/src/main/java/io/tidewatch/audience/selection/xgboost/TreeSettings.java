package io.tidewatch.audience.selection.xgboost;

/**
 * How trees are grown.
 *
 * @param trees 1 to 10,000
 * @param depth most levels below the root, 1 to 20
 * @param learningRate how much each tree of a boosted model adds, above 0 and at most 1; a forest
 *     does not use it
 * @param minChildWeight least sum of p(1−p) in a leaf, 0 or more
 * @param rows share of users each tree sees, above 0 and at most 1
 * @param columns share of columns: of each tree when boosted, of each split in a forest
 */
public record TreeSettings(
    int trees, int depth, double learningRate, double minChildWeight, double rows, double columns) {
  /** For boosting: 200 trees of depth 4 with learning rate 0.08. */
  public static final TreeSettings BOOSTED = new TreeSettings(200, 4, 0.08, 5, 0.8, 0.8);

  /** For a forest: 200 trees of depth 12. */
  public static final TreeSettings FOREST = new TreeSettings(200, 12, 1, 2, 0.632, 0.2);

  /** Checks the ranges. */
  public TreeSettings {
    require("trees", trees >= 1 && trees <= 10_000, "1 to 10000", trees);
    require("depth", depth >= 1 && depth <= 20, "1 to 20", depth);
    require("learningRate", learningRate > 0 && learningRate <= 1, "above 0 to 1", learningRate);
    require("minChildWeight", minChildWeight >= 0, "0 or more", minChildWeight);
    require("rows", rows > 0 && rows <= 1, "above 0 to 1", rows);
    require("columns", columns > 0 && columns <= 1, "above 0 to 1", columns);
  }

  private static void require(String what, boolean holds, String rule, double value) {
    if (!holds) {
      throw new IllegalArgumentException(what + ": " + rule + " is required, got " + value);
    }
  }
}
