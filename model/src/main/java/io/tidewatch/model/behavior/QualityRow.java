package io.tidewatch.model.behavior;

import java.util.List;

/**
 * How often stored behaviour breaks one rule.
 *
 * @param rule such as {@code refund-above-order}
 * @param count at least 1
 * @param examples at most three keys, the smallest first
 */
public record QualityRow(String rule, long count, List<String> examples) {

  public QualityRow {
    examples = List.copyOf(examples);
  }
}
