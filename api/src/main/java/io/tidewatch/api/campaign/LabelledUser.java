package io.tidewatch.api.campaign;

/**
 * A user whom a campaign reached.
 *
 * @param converted whether the person moved: false is a real negative
 */
public record LabelledUser(String userId, boolean converted) {}
