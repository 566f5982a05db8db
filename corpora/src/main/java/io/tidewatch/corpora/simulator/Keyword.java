package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.SampleTexts.QueryKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A family of queries of a category that mean the same.
 *
 * @param text its main form
 * @param weight share of the category's searches on a day without a festival
 * @param named number of the stall that it names, -1 for none
 * @param occasion the festival before which it is typed, null for a word of every day
 * @param shares by stall, summing to 1: whom those who type it want, tastes apart
 * @param planted by stall: the label that was planted; empty for an ordinary word
 * @param variants other forms
 */
record Keyword(
    String text,
    double weight,
    QueryKind kind,
    int named,
    @Nullable String occasion,
    Weights shares,
    Plant plant,
    Map<Integer, String> planted,
    List<Variant> variants) {

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

  /** Another form of a query: {@code how} it came about, such as {@code typo}. */
  record Variant(String text, String how) {}

  Keyword {
    planted = Map.copyOf(planted);
    variants = List.copyOf(variants);
  }

  /** What is typed: the main form, or with probability {@code variant} another. */
  String typed(double variant, Chance chance) {
    return variants.isEmpty() || !chance.happens(variant)
        ? text
        : chance.oneOf(variants).text();
  }
}
