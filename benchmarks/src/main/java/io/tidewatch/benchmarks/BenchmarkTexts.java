package io.tidewatch.benchmarks;

import io.tidewatch.corpora.SampleTexts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The texts that benchmarks run over. */
final class BenchmarkTexts {

  private BenchmarkTexts() {}

  /**
   * {@code wanted} texts of {@code files}, which have a text a line or tab-separated lines of which
   * the last cell is the text; gzip is read. Without files those that ship. Repeated ones are told
   * apart by a number.
   */
  static List<String> of(List<Path> files, int wanted) throws IOException {
    var read = new ArrayList<String>();
    for (Path file : files) {
      read.addAll(read(file));
    }
    if (files.isEmpty()) {
      read.addAll(shipped());
    }
    if (read.isEmpty()) {
      throw new IllegalArgumentException("file: at least one text is required, got none");
    }
    var texts = new ArrayList<String>(wanted);
    for (int i = 0; i < wanted; i++) {
      String text = read.get(i % read.size());
      texts.add(i < read.size() ? text : text + " " + i / read.size());
    }
    return texts;
  }

  private static List<String> shipped() {
    SampleTexts samples = SampleTexts.shipped();
    return Stream.concat(
            samples.posts().stream().map(SampleTexts.SamplePost::text),
            samples.reviews().stream().map(SampleTexts.SampleReview::text))
        .toList();
  }

  private static List<String> read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.substring(line.lastIndexOf('\t') + 1))
          .filter(text -> !text.isBlank())
          .toList();
    }
  }
}
