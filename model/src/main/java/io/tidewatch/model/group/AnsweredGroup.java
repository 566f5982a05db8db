package io.tidewatch.model.group;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A group of which a profile was answered.
 *
 * @param id 1 for the first answer, then ascending
 * @param answeredAt when it was answered
 * @param asOf the time before which its members were read
 * @param members their numbers in {@link GroupMemory}, as the audience writes sets; read-only
 */
public record AnsweredGroup(long id, Instant answeredAt, Instant asOf, ByteBuffer members) {

  public AnsweredGroup {
    members = members.asReadOnlyBuffer();
  }

  /** From its first to its last byte, whoever read it before. */
  @Override
  public ByteBuffer members() {
    return members.asReadOnlyBuffer();
  }
}
