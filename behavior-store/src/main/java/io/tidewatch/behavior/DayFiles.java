package io.tidewatch.behavior;

import io.tidewatch.model.behavior.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kept sums of local days: {@code days/<part>/<day>-<key>.parquet}. The key is a hash of the facts'
 * files that the sum was made of and of everything else that decides it, so a file under its key
 * is right, and all of it may be deleted at any time. One instance sees one state of the store's
 * files. Not safe for several threads.
 */
public final class DayFiles {
  private static final String PARQUET = ".parquet";
  private static final int KEPT_DAYS = 400;

  private final Path root;
  private final Path folder;
  private final FactLayout layout;
  private final Map<Path, String> traces = new HashMap<>();

  /** {@code root}: the store's folder. */
  public DayFiles(Path root, FactLayout layout) {
    this.root = root;
    this.folder = folder(root);
    this.layout = layout;
  }

  /** Deletes all kept sums. */
  public static void forget(Path root) throws IOException {
    Path folder = folder(root);
    if (Files.isDirectory(folder)) {
      for (Path part : DurableFiles.list(folder)) {
        DurableFiles.clear(part);
      }
    }
  }

  private static Path folder(Path root) {
    return root.resolve("days");
  }

  /**
   * Where the sum of a day is, or belongs.
   *
   * @param day the local day as a window, cut at its end where it is not over
   * @param settings all that decides the sum beside the facts and its own statement
   */
  public Path file(DayPart part, Window day, String settings) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(part.sql());
    lines.add(day.toString());
    lines.add(settings);
    for (var read : new TreeMap<>(part.reads()).entrySet()) {
      Instant from = day.from().minus(read.getValue());
      for (Path file : layout.files(read.getKey(), utc(from), utc(day.to().minusNanos(1)))) {
        lines.add(trace(file));
      }
    }
    return folder
        .resolve(part.folder())
        .resolve(LocalDate.ofInstant(day.from(), day.zone()) + "-" + hash(lines) + PARQUET);
  }

  /** Makes a finished temporary file the sum of its day; older sums of that day go. */
  public void keep(Path temporary, Path file) throws IOException {
    Path part = parent(file);
    Files.createDirectories(part);
    DurableFiles.sync(temporary);
    DurableFiles.rename(temporary, file);
    String day = file.getFileName().toString().substring(0, 11);
    List<Path> kept = DurableFiles.list(part);
    for (Path other : kept) {
      if (other.getFileName().toString().startsWith(day) && !other.equals(file)) {
        Files.deleteIfExists(other);
      }
    }
    for (Path oldest : kept.subList(0, Math.max(0, kept.size() - KEPT_DAYS))) {
      Files.deleteIfExists(oldest);
    }
  }

  /** Bytes of facts that a day's sum is made of, without what it reads of the days before. */
  public long size(DayPart part, Window day) throws IOException {
    long bytes = 0;
    for (FactType type : part.reads().keySet()) {
      for (Path file : layout.files(type, utc(day.from()), utc(day.to().minusNanos(1)))) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  private String trace(Path file) throws IOException {
    String known = traces.get(file);
    if (known == null) {
      known = root.relativize(file) + " " + Files.size(file) + " "
          + Files.getLastModifiedTime(file).toMillis();
      traces.put(file, known);
    }
    return known;
  }

  private static String hash(List<String> lines) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static LocalDate utc(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("file: a path with a folder is required, got " + file);
    }
    return parent;
  }
}
