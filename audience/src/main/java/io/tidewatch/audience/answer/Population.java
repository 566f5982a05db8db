package io.tidewatch.audience.answer;

import java.time.Instant;

/**
 * The users that shares are computed on.
 *
 * @param asOf T, exclusive
 * @param users size of the base population: users with any fact in the {@code baseDays} before T
 * @param target size of the target audience within the base
 * @param outside members of the target audience who are not in the base and therefore left out
 * @param rule {@code buyers}, {@code engaged} (too few buyers), {@code seed}, {@code segment} or {@code store}
 * @param text all this in one sentence in the language that was asked for
 */
public record Population(
    Instant asOf, int users, int target, int outside, String rule, String text) {}
