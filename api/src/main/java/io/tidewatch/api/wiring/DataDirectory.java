package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data directory that this process owns. One process at a time owns a directory: it holds a lock
 * on {@code LOCK} and, when it serves HTTP, tells the others in {@code owner.json} where. Staleness
 * is judged by the lock, never by the file.
 */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the directory, creating it when missing; empty when another process owns it.
   *
   * @throws UncheckedIOException when it cannot be created or written
   */
  public static Optional<DataDirectory> own(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel = FileChannel.open(
          path.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      Files.deleteIfExists(path.resolve("owner.json"));
      return Optional.of(new DataDirectory(path, channel, lock));
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: cannot be used: " + path, e);
    }
  }

  /** Who serves a directory owned by another process; empty while that process does not serve. */
  public static Optional<Owner> owner(Path path) {
    try {
      JsonNode owner = new Json().parse(Files.readString(path.resolve("owner.json")));
      return Optional.of(new Owner(
          owner.path("pid").asLong(),
          owner.path("port").asInt(),
          owner.path("token").asText()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Announces where this process serves. Only its user may read the token. */
  public void announce(Owner owner) {
    Path file = path.resolve("owner.json");
    Path temporary = path.resolve("owner.json.tmp");
    try {
      Files.deleteIfExists(temporary);
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            temporary,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(
          temporary,
          new Json()
              .line(Map.of("pid", owner.pid(), "port", owner.port(), "token", owner.token())));
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: owner.json cannot be written in " + path, e);
    }
  }

  public Path path() {
    return path;
  }

  /** A subdirectory, created when missing. */
  public Path room(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: cannot be written: " + path, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path.resolve("owner.json"));
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: cannot be released: " + path, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Where the owner answers; {@code token} proves that a caller can read the directory. */
  public record Owner(long pid, int port, String token) {}
}
