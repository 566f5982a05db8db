package io.tidewatch.benchmarks;

import io.tidewatch.benchmarks.Stopwatch.Took;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Speed and size of the document index: writing, rising, series and search over a year of posts, the
 * same over the newest tenth of them, and with a node the same posts and questions in Elasticsearch.
 *
 * <p>Arguments: see {@link TrendOptions}. Figures go to standard output; a wrong answer ends the run
 * with an error.
 */
public final class TrendBenchmark {
  private final TrendOptions options;
  private final Catalogue catalogue = SeedCatalogue.shipped();
  private final Path work;

  private TrendBenchmark(TrendOptions options, Path work) {
    this.options = options;
    this.work = work;
  }

  public static void main(String[] args) throws IOException {
    TrendOptions options = TrendOptions.of(List.of(args));
    try (var work = WorkFolder.of(options.dir())) {
      new TrendBenchmark(options, work.path()).run();
    }
  }

  private void run() throws IOException {
    System.out.printf(
        "%d cores, %s, Java %s, heap limit %,d MB%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        Runtime.version(),
        Runtime.getRuntime().maxMemory() >> 20);
    var annotator = new FastAnnotator(catalogue, Lexicons.shipped());
    TrendTexts texts = TrendTexts.read(options.files(), annotator);
    var corpus = new TrendCorpus(texts, options.documents(), options.seed());
    var questions = new TrendQuestions(texts, options.pastDays());
    System.out.printf(
        "%,d posts of %,d texts over %d days, seed %d%n",
        options.documents(), texts.size(), TrendCorpus.DAYS, options.seed());
    var indexing = new TrendIndexing(corpus);
    if (options.lucene()) {
      lucene(corpus, questions, indexing);
    }
    Path elastic = options.elastic();
    if (elastic != null) {
      var posts = new TrendCorpus(texts, options.elasticDocuments(), options.seed());
      new TrendPeer(posts, questions, catalogue, work, elastic).run();
    }
  }

  private void lucene(TrendCorpus corpus, TrendQuestions questions, TrendIndexing indexing)
      throws IOException {
    long all = options.documents();
    Path tenth = work.resolve("tenth");
    Path whole = work.resolve("whole");
    fill(tenth, indexing, all - all / 10, all);
    if (options.whole()) {
      fill(whole, indexing, 0, all);
    }
    // once unmeasured, so that the compiler does not favour what is asked later
    new TrendLatency(tenth, () -> catalogue, questions).ask();
    var tenthFigures = new TrendLatency(tenth, () -> catalogue, questions).ask();
    System.out.printf("%nthe newest tenth, %,d posts%n", all / 10);
    print(tenthFigures.figures());
    if (!options.whole()) {
      return;
    }
    var wholeFigures = new TrendLatency(whole, () -> catalogue, questions).ask();
    System.out.printf("%nall %,d posts%n", all);
    print(wholeFigures.figures());
    if (!tenthFigures.sameSize().equals(wholeFigures.sameSize())) {
      throw new IllegalStateException(
          "the newest tenth and all posts give different answers to the same questions");
    }
    System.out.println("\ncost at all posts against the newest tenth, answers equal (medians)");
    tenthFigures.figures().forEach((name, small) -> {
      Latencies large = wholeFigures.figures().get(name);
      if (large != null && small.count() > 0) {
        System.out.printf("%-44s %6.2f%n", name, large.median() / small.median());
      }
    });
    System.out.println("\neight readers while one writer writes and commits");
    new TrendReaders(whole, () -> catalogue, questions, corpus).run();
  }

  private void fill(Path folder, TrendIndexing indexing, long from, long to) throws IOException {
    if (Files.isDirectory(folder)) {
      System.out.println(folder + " is used as it is");
      return;
    }
    try (var store = new LuceneDocumentStore(folder, () -> catalogue)) {
      Took took = indexing.fill(store, from, to);
      if (store.count() != to - from) {
        throw new IllegalStateException(
            "count: " + (to - from) + " is required, got " + store.count());
      }
      report("Lucene", took, folder, indexing.textBytes(from, to));
    }
  }

  static void report(String name, Took took, Path folder, double textBytes) {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double perPost = (double) TrendIndexing.bytes(folder) / took.units();
    System.out.printf(
        "%s: %,d posts written in %,.0f s: %,.0f a second, %,.0f a CPU-second; %,.0f bytes a post,"
            + " %.1f times its text (%,.0f); heap after collection %,d MB%n",
        name,
        took.units(),
        took.wall(),
        took.perSecond(),
        took.perCpuSecond(),
        perPost,
        perPost / textBytes,
        textBytes,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  static void print(Map<String, Latencies> figures) {
    figures.forEach((name, latencies) -> System.out.printf("%-44s %s%n", name, latencies));
  }
}
