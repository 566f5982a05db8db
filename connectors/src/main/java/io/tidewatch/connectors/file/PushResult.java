package io.tidewatch.connectors.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a pushed body: the counts, then each record in order. */
public record PushResult(
    long received,
    long accepted,
    long duplicate,
    long malformed,
    long failed,
    List<PushedRecord> records) {

  public PushResult {
    records = List.copyOf(records);
  }

  /**
   * One record of the body.
   *
   * @param position 1-based line of a text, or item of an array
   * @param outcome {@code accepted}, {@code duplicate}, {@code malformed} or {@code failed}
   * @param reason code of why it was not taken in; null when it was
   * @param message one sentence for people; null when it was taken in
   */
  public record PushedRecord(
      long position,
      String outcome,
      @Nullable String reason,
      @Nullable String message) {}
}
