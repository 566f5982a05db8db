package io.tidewatch.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of the trend benchmark: {@code [--documents N] [--past-days N] [--seed N] [--dir DIR]
 * [--elastic HOME_OR_ZIP] [--elastic-documents N] [--elastic-only] [--tenth] [FILE...]}.
 *
 * @param documents posts of the year
 * @param pastDays baseline of rising
 * @param dir where indexes are kept, and used as they are when there; null for a temporary place
 * @param elastic an unpacked Elasticsearch or its archive; null for none
 * @param elasticDocuments posts of the year that go to Elasticsearch, and beside it to Lucene
 * @param lucene false leaves out what only Lucene is asked
 * @param whole false leaves out all posts and asks the newest tenth only, which holds the window and
 *     the baseline of rising in full
 * @param files of texts, see {@link TrendTexts#read}
 */
record TrendOptions(
    long documents,
    int pastDays,
    long seed,
    @Nullable Path dir,
    @Nullable Path elastic,
    long elasticDocuments,
    boolean lucene,
    boolean whole,
    List<Path> files) {

  TrendOptions {
    files = List.copyOf(files);
    if (documents < 1000) {
      throw new IllegalArgumentException("documents: at least 1000 is required, got " + documents);
    }
  }

  static TrendOptions of(List<String> arguments) {
    long documents = 100_000;
    int pastDays = 28;
    long seed = 1;
    Path dir = null;
    Path elastic = null;
    long elasticDocuments = 1_000_000;
    boolean lucene = true;
    boolean whole = true;
    var files = new ArrayList<Path>();
    for (Iterator<String> each = arguments.iterator(); each.hasNext(); ) {
      String argument = each.next();
      switch (argument) {
        case "--documents" -> documents = Long.parseLong(value(argument, each));
        case "--past-days" -> pastDays = Integer.parseInt(value(argument, each));
        case "--seed" -> seed = Long.parseLong(value(argument, each));
        case "--dir" -> dir = Path.of(value(argument, each));
        case "--elastic" -> elastic = Path.of(value(argument, each));
        case "--elastic-documents" -> elasticDocuments = Long.parseLong(value(argument, each));
        case "--elastic-only" -> lucene = false;
        case "--tenth" -> whole = false;
        default -> files.add(Path.of(argument));
      }
    }
    return new TrendOptions(
        documents, pastDays, seed, dir, elastic, elasticDocuments, lucene, whole, files);
  }

  private static String value(String argument, Iterator<String> each) {
    if (!each.hasNext()) {
      throw new IllegalArgumentException(argument + ": a value is required, got none");
    }
    return each.next();
  }
}
