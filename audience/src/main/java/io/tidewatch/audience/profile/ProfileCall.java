package io.tidewatch.audience.profile;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureMatrix;
import java.util.function.Function;

/**
 * A question for the profile of a group.
 *
 * @param caller who asks
 * @param query what was asked for, without ids of users
 * @param matrix read without a target brand; its base is the base
 * @param group users of the base
 * @param names of features, as people say them
 * @param unknown the word for it
 */
public record ProfileCall(
    String caller,
    String query,
    UserFacts facts,
    FeatureMatrix matrix,
    UserSet group,
    Function<Feature, String> names,
    String unknown) {}
