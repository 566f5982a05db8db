package io.tidewatch.keywords;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the newest table is written down, so that a restart answers at once. A file of another
 * format or other constants is refused; a broken one too. Not safe for several threads.
 */
final class KeywordTableFile {
  private static final int MAGIC = 0x54574B54;
  private static final int FORMAT = 2;

  private final @Nullable Path path;

  /** {@code path}: null writes nothing down. */
  KeywordTableFile(@Nullable Path path) {
    this.path = path;
  }

  /** What a table was made from. */
  record Version(String data, String catalogue) {
    @Override
    public String toString() {
      return data + "-" + catalogue + "-" + FORMAT;
    }
  }

  /** A table with its origin. */
  record Stored(Version version, KeywordTable table, Instant madeAt, Duration took) {}

  /** A file that this version cannot use; what is asked is computed instead. */
  static final class ForeignTableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ForeignTableException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * The stored table; empty when there is none.
   *
   * @param words version of the words by which families are made
   * @throws ForeignTableException when it cannot be used
   */
  Optional<Stored> read(KeywordConfig config, String words) {
    if (path == null || !Files.exists(path)) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
        throw new ForeignTableException(path + ": format " + FORMAT + " is required", null);
      }
      long sum = in.readLong();
      byte[] body = in.readAllBytes();
      if (sum(body) != sum) {
        throw new ForeignTableException(path + ": the checksum does not hold", null);
      }
      return Optional.of(decode(body, constants(config, words)));
    } catch (IOException e) {
      throw new ForeignTableException(path + ": " + e.getMessage(), e);
    }
  }

  /** Replaces the stored table as one step; gives what went wrong, empty when nothing did. */
  String write(Stored stored, KeywordConfig config, String words) {
    if (path == null) {
      return "";
    }
    Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
    try {
      byte[] body = encode(stored, constants(config, words));
      ByteBuffer head = ByteBuffer.allocate(16).putInt(MAGIC).putInt(FORMAT).putLong(sum(body));
      try (FileChannel channel = FileChannel.open(
          temporary,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE)) {
        write(channel, head.flip());
        write(channel, ByteBuffer.wrap(body));
        channel.force(true);
      }
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
      return "";
    } catch (IOException e) {
      return path + ": " + e.getMessage();
    }
  }

  private Stored decode(byte[] body, String expected) throws IOException {
    try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body)))) {
      if (!in.readUTF().equals(expected)) {
        throw new ForeignTableException(path + ": other constants are in it", null);
      }
      var version = new Version(in.readUTF(), in.readUTF());
      Instant madeAt = Instant.ofEpochMilli(in.readLong());
      Duration took = Duration.ofMillis(in.readLong());
      return new Stored(version, new KeywordTableDecoder(in).table(), madeAt, took);
    }
  }

  private static byte[] encode(Stored stored, String constants) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var deflater = new Deflater(Deflater.BEST_SPEED);
        var out = new DataOutputStream(
            new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater)))) {
      out.writeUTF(constants);
      out.writeUTF(stored.version().data());
      out.writeUTF(stored.version().catalogue());
      out.writeLong(stored.madeAt().toEpochMilli());
      out.writeLong(stored.took().toMillis());
      new KeywordTableEncoder(out).table(stored.table());
    }
    return bytes.toByteArray();
  }

  private static String constants(KeywordConfig config, String words) {
    return config + " " + words;
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static long sum(byte[] body) {
    var crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }
}
