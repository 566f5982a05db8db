package io.tidewatch.nlp.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the tagger learns from, as it lies under one folder, plain or gzip:
 *
 * <ul>
 *   <li>files of one character and tag a line in which brands, products and other types are tagged;
 *       those with {@code dev} or {@code test} in their name are held out for the figures
 *   <li>such files in which only brands and products are tagged
 *   <li>prose: labelled reviews and posts (see {@link LabelledFiles}), and headlines with their
 *       descriptions from tab-separated files with columns {@code title} and {@code description}
 * </ul>
 *
 * <p>Other files are passed over.
 */
record TaggerCorpus(
    List<TaggedText> complete,
    List<TaggedText> heldOut,
    List<TaggedText> namesOnly,
    List<String> prose) {
  private static final Pattern TAGGED = Pattern.compile("\\S{0,2}\\s?[ \\t](O|[BIMES]-\\S+)");
  private static final Pattern SENTENCES = Pattern.compile("[。！？!?\\n]");
  private static final int LOOKED_AT = 20;
  /** One of so many sentences of prose is read; the rest would only cost time. */
  private static final int EVERY = 7;

  static TaggerCorpus read(Path folder) throws IOException {
    var corpus = new TaggerCorpus(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      corpus.add(file);
    }
    return corpus;
  }

  private void add(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (tagged(file)) {
      List<TaggedText> texts = TaggedText.read(file);
      List<TaggedText.Tag> tags = texts.stream().flatMap(t -> t.tags().stream()).toList();
      boolean both = tags.stream().anyMatch(TaggedText.Tag::brand)
          && tags.stream().anyMatch(TaggedText.Tag::product);
      boolean others = tags.stream().anyMatch(t -> !t.brand() && !t.product());
      if (both && !others) {
        namesOnly.addAll(texts);
      } else if (both) {
        (name.contains("dev") || name.contains("test") ? heldOut : complete).addAll(texts);
      }
    } else if (name.contains(".tsv") && headlines(file)) {
      return;
    } else {
      new LabelledFiles().read(file).forEach(t -> sentences(t.text()));
    }
  }

  private static boolean tagged(Path file) throws IOException {
    int seen = 0;
    try (BufferedReader reader = LabelledFiles.open(file)) {
      for (String line = reader.readLine();
          line != null && seen < LOOKED_AT;
          line = reader.readLine()) {
        if (!line.isBlank()) {
          if (!TAGGED.matcher(line).matches()) {
            return false;
          }
          seen++;
        }
      }
    }
    return seen == LOOKED_AT;
  }

  private boolean headlines(Path file) throws IOException {
    try (BufferedReader reader = LabelledFiles.open(file)) {
      String header = reader.readLine();
      List<String> columns = header == null ? List.of() : Arrays.asList(header.split("\t", -1));
      int title = columns.indexOf("title");
      int description = columns.indexOf("description");
      if (title < 0 || description < 0) {
        return false;
      }
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length > Math.max(title, description)) {
          sentences(cells[title]);
          sentences(cells[description]);
        }
      }
      return true;
    }
  }

  private void sentences(String text) {
    for (String sentence : SENTENCES.split(text, -1)) {
      if (!sentence.isBlank()
          && Math.floorMod((sentence.hashCode() * 0x9E3779B1) >>> 8, EVERY) == 0) {
        prose.add(sentence);
      }
    }
  }
}
