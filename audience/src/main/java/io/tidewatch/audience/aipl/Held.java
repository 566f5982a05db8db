package io.tidewatch.audience.aipl;

/**
 * One thing that a user did, or was shown, which holds a state.
 *
 * @param age seconds before T, rounded up
 * @param fact its number among the packed facts; −1 for a search that showed the brand
 */
public record Held(Evidence evidence, int age, int fact) {}
