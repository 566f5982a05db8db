package io.tidewatch.connectors.upload;

import org.jspecify.annotations.Nullable;

/**
 * What a peer said to a batch that it took.
 *
 * @param id what it calls the batch; null when it did not say
 * @param accepted rows that it took; null when it did not say
 * @param attempts how often the batch was sent, from 1
 */
public record UploadAnswer(@Nullable String id, @Nullable Long accepted, int attempts) {

  UploadAnswer after(int tries) {
    return new UploadAnswer(id, accepted, tries);
  }
}
