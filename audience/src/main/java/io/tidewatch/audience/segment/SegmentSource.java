package io.tidewatch.audience.segment;

import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.UserAttributes;
import java.util.Set;
import java.util.function.BiConsumer;

/** What segments are read from, all before one time; what is not asked for is not read. */
public interface SegmentSource {
  UserFacts facts();

  UserAttributes attributes();

  /** Features of the base, read without a target brand. */
  FeatureMatrix matrix();

  /** The number of a searched word's family by the number of the word. */
  int[] heads();

  /** Calls {@code sink} with the states towards each of these brands. */
  void states(Set<String> brandIds, BiConsumer<String, BrandStates> sink);
}
