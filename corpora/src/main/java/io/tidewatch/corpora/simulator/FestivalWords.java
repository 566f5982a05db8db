package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CorpusFiles;
import io.tidewatch.corpora.TsvTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What people type before a festival. */
record FestivalWords(List<Word> words) {

  /** A query of a category before an occasion of the commerce calendar. */
  record Word(String occasion, String category, String query) {}

  FestivalWords {
    words = List.copyOf(words);
  }

  static FestivalWords shipped() {
    String file = "samples/festival-words.tsv";
    try (BufferedReader reader = CorpusFiles.shipped().open(file)) {
      return new FestivalWords(
          TsvTable.read(file, reader, List.of("occasion", "category", "query")).rows().stream()
              .map(row -> new Word(
                  row.required("occasion"), row.required("category"), row.required("query")))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  List<Word> of(String category) {
    return words.stream().filter(w -> w.category().equals(category)).toList();
  }
}
