package io.tidewatch.audience.selection;

/**
 * A column of the encoded features.
 *
 * @param feature name of the raw feature
 * @param level which bin or value it stands for; empty when its value is the bin's id
 */
public record Column(String feature, String level) {
  /** Feature and level as they are shown. */
  public String label() {
    return level.isEmpty() ? feature : feature + " " + level;
  }
}
