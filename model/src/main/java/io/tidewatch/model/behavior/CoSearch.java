package io.tidewatch.model.behavior;

/**
 * Two keywords that the same people searched.
 *
 * @param one before {@code other} in the order of their UTF-8 bytes
 * @param users who searched both
 * @param oneUsers who searched {@code one}
 * @param otherUsers who searched {@code other}
 */
public record CoSearch(String one, String other, long users, long oneUsers, long otherUsers) {}
