package io.tidewatch.audience;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.ActionWeights;
import io.tidewatch.audience.feature.UserAttributes;

/**
 * What was read of the users before a time, for all questions of that time.
 *
 * @param base users with a fact in the last {@code baseDays}
 */
record Snapshot(UserFacts facts, UserSet base, UserAttributes attributes, ActionWeights weights) {}
