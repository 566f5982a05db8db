package io.tidewatch.audience.profile;

/**
 * The limits of statistical disclosure control for profiles that leave the house.
 *
 * @param group k, users that a group must have, and by which it must differ from every other
 * @param cell users that a told cell must have
 * @param step counts of the group are told in multiples of it
 * @param baseStep the size of the base is told in multiples of it, at least {@code group}
 * @param baseCellStep cells of the base are told in multiples of it, at least {@code cell}
 * @param mostGroups different groups that are compared; further ones are refused
 * @param memoryDays in which an answered group is remembered
 */
public record ProfileConfig(
    int group, int cell, int step, int baseStep, int baseCellStep, int mostGroups, int memoryDays) {

  /** What the documentation states. */
  public static final ProfileConfig DEFAULT = new ProfileConfig(100, 50, 10, 100, 50, 2000, 400);

  public ProfileConfig {
    if (cell < 2 || group < cell || step < 1 || step > cell) {
      throw new IllegalArgumentException(
          "group, cell, step: a cell of 2 or more, a group of no less and a step of no more are"
              + " required, got " + group + ", " + cell + " and " + step);
    }
    if (baseStep < group || baseCellStep < cell) {
      throw new IllegalArgumentException(
          "baseStep, baseCellStep: at least group and cell are required, got " + baseStep + " and "
              + baseCellStep);
    }
    if (mostGroups < 1 || memoryDays < 1) {
      throw new IllegalArgumentException("mostGroups, memoryDays: at least 1 is required, got "
          + mostGroups + " and " + memoryDays);
    }
  }

  /** As the audit log names it. */
  String thresholds() {
    return "group=" + group + " cell=" + cell + " step=" + step;
  }
}
