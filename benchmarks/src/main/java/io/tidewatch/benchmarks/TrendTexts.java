package io.tidewatch.benchmarks;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.nlp.FastAnnotator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The texts of the trend benchmark, each annotated once by the fast lane. */
record TrendTexts(List<String> texts, List<Annotation> annotations) {

  TrendTexts {
    texts = List.copyOf(texts);
    annotations = List.copyOf(annotations);
  }

  /**
   * Reads tab-separated lines of which the last two cells are a title and its description, or lines
   * that are one text; gzip is read. A title becomes a hashtag before its description. Without files
   * the texts that ship. Each text is there once, in order of first use.
   */
  static TrendTexts read(List<Path> files, FastAnnotator annotator) throws IOException {
    Collection<String> texts = new LinkedHashSet<>();
    for (Path file : files) {
      texts.addAll(read(file));
    }
    if (files.isEmpty()) {
      SampleTexts samples = SampleTexts.shipped();
      Stream.concat(
              samples.posts().stream().map(SampleTexts.SamplePost::text),
              samples.reviews().stream().map(SampleTexts.SampleReview::text))
          .forEach(texts::add);
    }
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("file: at least one text is required, got none");
    }
    var annotations = new ArrayList<Annotation>(texts.size());
    texts.forEach(text -> annotations.add(annotator.annotate(text, Hints.NONE)));
    return new TrendTexts(List.copyOf(texts), annotations);
  }

  int size() {
    return texts.size();
  }

  private static List<String> read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(TrendTexts::text)
          .filter(text -> !text.isBlank())
          .toList();
    }
  }

  private static String text(String line) {
    String[] cells = line.split("\t", -1);
    String last = cells[cells.length - 1];
    return cells.length < 2 ? last : "#" + cells[cells.length - 2] + "# " + last;
  }
}
