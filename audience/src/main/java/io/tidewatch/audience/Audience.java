package io.tidewatch.audience;

import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A target audience within its base population.
 *
 * @param target users of the base
 * @param own what is the target brand itself; null without a brand
 */
record Audience(
    UserFacts facts,
    FeatureMatrix matrix,
    UserSet target,
    Population population,
    @Nullable BrandScope own) {}
