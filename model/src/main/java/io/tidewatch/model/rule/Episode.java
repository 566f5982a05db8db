package io.tidewatch.model.rule;

import java.time.Instant;

/**
 * A run of firings of one key. It ends once the key has not fired for one window; what fires within
 * it is no new alert.
 *
 * @param opened evaluation at which the key fired first
 * @param lastFired evaluation at which it fired last
 */
public record Episode(String key, Instant opened, Instant lastFired) {}
