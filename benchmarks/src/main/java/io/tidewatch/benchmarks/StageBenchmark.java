package io.tidewatch.benchmarks;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.hanlp.WordSegmenter;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The fast lane's stages one by one over the texts that ship, a text an operation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StageBenchmark {
  private static final int TEXTS = 512;

  private final TextNormalizer normalizer = new TextNormalizer(new SimplifiedCharacters());
  private final WordSegmenter segmenter = new WordSegmenter();
  private final PlainViterbi viterbi = new PlainViterbi();
  private final SentimentModel model = SentimentModel.shipped();
  private final FastAnnotator lane = new FastAnnotator(SeedCatalogue.shipped(), Lexicons.shipped());
  private List<String> texts = List.of();
  private List<NormalText> normal = List.of();
  private int next;

  @Setup
  public void read() throws IOException {
    texts = BenchmarkTexts.of(List.of(), TEXTS);
    normal = texts.stream().map(normalizer::normalize).toList();
  }

  private int next() {
    next = next + 1 & TEXTS - 1;
    return next;
  }

  @Benchmark
  public NormalText normalise() {
    return normalizer.normalize(texts.get(next()));
  }

  @Benchmark
  public int hanlpViterbi() {
    return viterbi.words(texts.get(next()));
  }

  @Benchmark
  public int[] words() {
    NormalText text = normal.get(next());
    return segmenter.wordEnds(text.chars(), 0, text.length());
  }

  @Benchmark
  public double classifier() {
    NormalText text = normal.get(next());
    return model.ngramScore(text, 0, text.length());
  }

  @Benchmark
  public Annotation fastLane() {
    return lane.annotate(texts.get(next()), Hints.NONE);
  }
}
