package io.tidewatch.connectors.upload;

/**
 * One body to send.
 *
 * @param key the same whenever the same batch is sent again
 * @param json the body
 */
public record UploadBatch(UploadTarget target, String key, String json) {}
