package io.tidewatch.audience;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * A target audience within its base population.
 *
 * @param target rows of the matrix; not to be changed
 * @param own what is the target brand itself; null without a brand
 */
record Audience(
    InterestMatrix matrix,
    BitSet target,
    Population population,
    @Nullable OwnFeatures own) {}
