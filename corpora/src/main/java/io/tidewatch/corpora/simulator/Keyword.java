package io.tidewatch.corpora.simulator;

import java.util.Map;

/**
 * A query of a category.
 *
 * @param weight share of the category's searches, words of brands and products apart
 * @param shares by stall, summing to 1: who sells to those who type it
 * @param planted by stall: the label that was planted; empty for an ordinary word
 */
record Keyword(
    String text, double weight, Weights shares, Plant plant, Map<Integer, String> planted) {

  /** What was planted. */
  enum Plant {
    OWNED("owned"),
    CONTESTED("contested"),
    NEUTRAL("neutral"),
    WEAK("weak"),
    NONE("none");

    private final String label;

    Plant(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  Keyword {
    planted = Map.copyOf(planted);
  }
}
