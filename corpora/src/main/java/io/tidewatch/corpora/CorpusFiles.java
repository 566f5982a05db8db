package io.tidewatch.corpora;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where data files come from: the shipped resources, or a directory with the same names. */
public final class CorpusFiles {
  private final @Nullable Path directory;

  private CorpusFiles(@Nullable Path directory) {
    this.directory = directory;
  }

  /** The files inside the product. */
  public static CorpusFiles shipped() {
    return new CorpusFiles(null);
  }

  /** Files of the same names under {@code directory}. */
  public static CorpusFiles in(Path directory) {
    return new CorpusFiles(directory);
  }

  /** Opens a file as strict UTF-8; a missing one is an {@link IllegalArgumentException}. */
  public BufferedReader open(String name) {
    try {
      var decoder = StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
      return new BufferedReader(new InputStreamReader(stream(name), decoder));
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be opened", e);
    }
  }

  private InputStream stream(String name) throws IOException {
    if (directory != null) {
      return Files.newInputStream(directory.resolve(name));
    }
    InputStream resource = CorpusFiles.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IllegalArgumentException("file: a shipped file is required, got " + name);
    }
    return resource;
  }

  TsvTable table(String name, String... header) {
    try (BufferedReader reader = open(name)) {
      return TsvTable.read(name, reader, java.util.List.of(header));
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": cannot be closed", e);
    }
  }
}
