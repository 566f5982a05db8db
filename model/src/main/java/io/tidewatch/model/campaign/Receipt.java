package io.tidewatch.model.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one batch of an upload. Names are the names in JSON.
 *
 * @param target name of the peer
 * @param batch from 0
 * @param key under which the batch was sent, so that a peer knows a repetition
 * @param rows persons that were sent; 0 for a batch without anybody who may be sent
 * @param peerId what the peer calls the batch; null when it did not say
 * @param accepted rows that the peer says it took; null when it did not say
 * @param attempts how often it was sent in the last run
 * @param error why it was not accepted; null when it was
 */
public record Receipt(
    String campaignId,
    String target,
    int batch,
    State state,
    String key,
    int rows,
    @Nullable String peerId,
    @Nullable Long accepted,
    int attempts,
    Instant at,
    @Nullable String error) {

  /** How a batch stands. */
  public enum State {
    /** The peer has it; it is not sent again. */
    ACCEPTED,
    /** The peer does not want it as it is. */
    REFUSED,
    /** The peer did not answer, or asked to come back later. */
    FAILED
  }
}
