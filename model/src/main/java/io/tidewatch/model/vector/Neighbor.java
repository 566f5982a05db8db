package io.tidewatch.model.vector;

/**
 * An entry near a vector.
 *
 * @param score cosine of the angle between both, -1 to 1
 */
public record Neighbor(String id, double score) {}
