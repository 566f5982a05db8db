package io.tidewatch.audience.answer;

import java.util.List;
import java.util.Optional;

/**
 * The feature table of a target audience.
 *
 * @param base empty when nobody was active
 * @param rows kept ones first, then by z, best first
 */
public record Features(Optional<Population> base, List<FeatureRow> rows) {

  public Features {
    rows = List.copyOf(rows);
  }
}
