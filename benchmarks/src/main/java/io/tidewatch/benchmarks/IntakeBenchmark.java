package io.tidewatch.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.DataDirectory;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.api.wiring.Settings;
import io.tidewatch.benchmarks.Stopwatch.Took;
import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.connectors.intake.IntakeSettings;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Intake from bytes to a durable, searchable index on all cores, its stages one by one, and in the
 * same run the limits: HanLP's segmentation alone and Lucene alone.
 *
 * <p>Arguments: {@code [--texts N] [FILE]}. The file has a text a line, or tab-separated lines of
 * which the last cell is the text; gzip is read. Without one the texts are those that ship, told
 * apart by a number.
 */
public final class IntakeBenchmark {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
  private static final int BATCH = 1000;
  private static final int COMMIT_EVERY = IntakeSettings.defaults().commitEvery();

  private final Path work;
  private final List<String> texts;
  private final Stopwatch stopwatch = new Stopwatch();
  private final ObjectMapper mapper = new ObjectMapper();

  private IntakeBenchmark(Path work, List<String> texts) {
    this.work = work;
    this.texts = texts;
  }

  public static void main(String[] args) throws IOException {
    int wanted = 40_000;
    Path file = null;
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--texts")) {
        wanted = Integer.parseInt(args[++i]);
      } else {
        file = Path.of(args[i]);
      }
    }
    try (var work = WorkFolder.of(null)) {
      new IntakeBenchmark(
              work.path(), BenchmarkTexts.of(file == null ? List.of() : List.of(file), wanted))
          .run();
    }
  }

  private void run() throws IOException {
    System.out.printf(
        "%d texts of %.0f characters; %d cores, %s, Java %s%n",
        texts.size(),
        texts.stream().mapToInt(String::length).average().orElse(0),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        Runtime.version());
    Catalogue catalogue = SeedCatalogue.shipped();
    var annotator = new FastAnnotator(catalogue, Lexicons.shipped());
    List<String> lines = lines();
    Path records = Files.write(work.resolve("records.jsonl"), lines);
    intake(records, "warm-up");

    Took whole = stopwatch.time(() -> intake(records, "measured"));
    var documents = new ArrayList<DocumentRecord>();
    Took decode = stopwatch.time(() -> decode(lines, documents));
    var annotations = new ArrayList<Annotation>();
    Took annotate = stopwatch.time(() -> annotate(documents, annotator, annotations));
    Took index = stopwatch.time(() -> index(documents, annotations, catalogue));
    Took viterbi = stopwatch.time(() -> new PlainViterbi().all(texts));
    Took lucene = stopwatch.time(this::lucene);

    double stages = decode.cpu() + annotate.cpu() + index.cpu();
    System.out.printf("%-34s %10s %14s %8s%n", "", "texts/s", "texts/CPU-s", "share");
    row("intake, all cores, durable", whole, Double.NaN);
    row("  decode", decode, decode.cpu() / stages);
    row("  annotate (fast lane)", annotate, annotate.cpu() / stages);
    row("  index", index, index.cpu() / stages);
    row("limit: HanLP viterbi alone", viterbi, Double.NaN);
    row("limit: Lucene alone, same text", lucene, Double.NaN);
    System.out.printf(
        "fast lane / viterbi: %.2f    our index / Lucene alone: %.2f%n",
        annotate.perCpuSecond() / viterbi.perCpuSecond(),
        index.perCpuSecond() / lucene.perCpuSecond());
  }

  private static void row(String name, Took took, double share) {
    System.out.printf(
        "%-34s %,10.0f %,14.0f %8s%n",
        name,
        took.perSecond(),
        took.perCpuSecond(),
        Double.isNaN(share) ? "" : "%.0f %%".formatted(share * 100));
  }

  private long intake(Path records, String name) {
    Path data = work.resolve(name);
    Settings settings = Settings.read(null, work, Map.of("TIDEWATCH_DATA_DIR", data.toString()));
    try (Service service = Service.open(
        settings, DataDirectory.own(data).orElseThrow(), InstantSource.system(), new Json())) {
      return service.doorway().ingest(List.of(records), null).counts().accepted();
    }
  }

  private long decode(List<String> lines, List<DocumentRecord> into) {
    var decoder = new RecordDecoder(new KeyedHash(new byte[32]), InstantSource.system());
    try {
      for (int i = 0; i < lines.size(); i++) {
        if (decoder.decode(mapper.readTree(lines.get(i)), "benchmark", null, i)
            instanceof DocumentRecord document) {
          into.add(document);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return into.size();
  }

  private static long annotate(
      List<DocumentRecord> documents, FastAnnotator annotator, List<Annotation> into) {
    documents.forEach(document -> into.add(annotator.annotate(document.text(), Hints.NONE)));
    return documents.size();
  }

  private long index(
      List<DocumentRecord> documents, List<Annotation> annotations, Catalogue catalogue) {
    try (var store = new LuceneDocumentStore(work.resolve("index-alone"), () -> catalogue)) {
      for (int from = 0; from < documents.size(); from += BATCH) {
        var batch = new ArrayList<AnnotatedDocument>(BATCH);
        for (int i = from; i < Math.min(documents.size(), from + BATCH); i++) {
          batch.add(new AnnotatedDocument(documents.get(i), annotations.get(i)));
        }
        store.accept(batch);
        if ((from + BATCH) % COMMIT_EVERY == 0) {
          store.commit();
        }
      }
      store.commit();
    }
    return documents.size();
  }

  private long lucene() {
    return new PlainLucene(work.resolve("lucene-alone")).index(texts, COMMIT_EVERY);
  }

  private List<String> lines() throws IOException {
    var lines = new ArrayList<String>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      lines.add(mapper.writeValueAsString(Map.of(
          "type",
          "post",
          "id",
          "b" + i,
          "source",
          "benchmark",
          "authorId",
          "a" + i % 5000,
          "publishedAt",
          START.plusSeconds(i * 60L).toString(),
          "likes",
          i % 100,
          "text",
          texts.get(i))));
    }
    return lines;
  }
}
