package io.tidewatch.behavior;

import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the file of a batch: 32 hexadecimal digits of a hash of source, file, chunk and the
 * records' keys and contents. The contents belong to the name because a file may be edited and
 * delivered again under its old name; then it is another batch.
 */
public final class BatchName {
  private BatchName() {}

  public static String of(BatchId batch, List<? extends DataRecord> records) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      add(sha, batch.source());
      add(sha, batch.file());
      add(sha, batch.chunk());
      for (DataRecord record : records) {
        add(sha, record.type());
        add(sha, record instanceof Deletion deletion ? deletion.of() : "");
        add(sha, record.id());
        add(sha, record.envelope().contentHash());
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static void add(MessageDigest sha, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(sha, bytes.length);
    sha.update(bytes);
  }

  private static void add(MessageDigest sha, long number) {
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
  }
}
