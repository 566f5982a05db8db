package io.tidewatch.connectors.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One file, or one file inside an archive, uncompressed. Not safe for concurrent use. */
final class Member implements Closeable {
  private final String label;
  private final String extension;
  private final InputStream in;
  private final @Nullable Path file;
  private @Nullable Path copy;

  /**
   * @param label names it in messages and batches, such as {@code a.zip!b.csv}
   * @param name its own name without the ending of a compression
   * @param file the file itself when nothing had to be unpacked
   */
  Member(String label, String name, InputStream in, @Nullable Path file) {
    this.label = label;
    String lower = name.toLowerCase(Locale.ROOT);
    this.extension = lower.substring(lower.lastIndexOf('.') + 1);
    this.in = new BufferedInputStream(new StepwiseStream(in), 1 << 17);
    this.file = file;
  }

  String label() {
    return label;
  }

  /** In lower case, without the dot; the whole name when it has none. */
  String extension() {
    return extension;
  }

  InputStream in() {
    return in;
  }

  /** The beginning, up to 64 KiB; the stream still gives it. */
  byte[] sample() throws IOException {
    in.mark(1 << 16);
    byte[] sample = Charsets.sample(in, 1 << 16);
    in.reset();
    return sample;
  }

  /** As a file of its own: libraries that jump about in it need one. */
  Path asFile() throws IOException {
    if (file != null) {
      return file;
    }
    Path temporary = Files.createTempFile("tidewatch-", "." + extension);
    copy = temporary;
    Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
    return temporary;
  }

  @Override
  public void close() throws IOException {
    in.close();
    Path temporary = copy;
    if (temporary != null) {
      Files.deleteIfExists(temporary);
    }
  }
}
