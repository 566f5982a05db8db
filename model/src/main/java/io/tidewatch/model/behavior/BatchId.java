package io.tidewatch.model.behavior;

/**
 * Names a chunk of a delivery, so that writing it again is recognised.
 *
 * @param source who delivered
 * @param file file, request or topic partition
 * @param chunk 0-based number of the chunk within it
 */
public record BatchId(String source, String file, long chunk) {}
