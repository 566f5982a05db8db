package io.tidewatch.benchmarks;

import com.sun.management.ThreadMXBean;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DeepAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.corenlp.CoreNlpDeepAnnotator;
import io.tidewatch.nlp.corenlp.DeepPipeline;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/**
 * The fast lane against HanLP's own Viterbi segmentation in one run: by posts a CPU-second of the
 * working thread, in short turns of both, with its allocation; over 10,000 to 1,000,000 texts, with
 * 20,000 and 200,000 aliases, and on two threads; with {@code --deep DIR} the deep lane over the
 * texts that it is chosen for, its models in DIR.
 *
 * <p>Arguments: {@code [--texts N] [--largest N] [--deep DIR] [FILE…]}, files as in {@link
 * BenchmarkTexts}. Texts are cut to 56 characters.
 */
public final class LanguageBenchmark {
  private static final int LENGTH = 56;
  /** Texts of a turn, and turns of the lane and of the limit each. */
  private static final int TURN = 500;

  private static final int TURNS = 200;
  /** Runs over all texts before anything is measured, so that all is compiled. */
  private static final int WARM_UPS = 6;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<String> texts;
  private final PlainViterbi viterbi = new PlainViterbi();

  private LanguageBenchmark(List<String> texts) {
    this.texts = texts;
  }

  /** Nanoseconds of one thread's CPU and bytes it allocated, a text. */
  private record Cost(double nanos, double bytes) {
    double perSecond() {
      return 1e9 / nanos;
    }
  }

  public static void main(String[] args) throws IOException {
    int wanted = 20_000;
    int largest = 1_000_000;
    Path deep = null;
    var files = new ArrayList<Path>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--texts" -> wanted = Integer.parseInt(args[++i]);
        case "--largest" -> largest = Integer.parseInt(args[++i]);
        case "--deep" -> deep = Path.of(args[++i]);
        default -> files.add(Path.of(args[i]));
      }
    }
    List<String> texts = BenchmarkTexts.of(files, wanted).stream()
        .map(t -> t.substring(0, Math.min(LENGTH, t.length())))
        .toList();
    var benchmark = new LanguageBenchmark(texts);
    benchmark.run(largest);
    if (deep != null) {
      benchmark.deep(deep);
    }
  }

  private void run(int largest) {
    System.out.printf(
        "%,d texts of %.0f characters; %d cores, %s, Java %s%n",
        texts.size(),
        texts.stream().mapToInt(String::length).average().orElse(0),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        Runtime.version());
    Lexicons lexicons = Lexicons.shipped();
    var lane = new FastAnnotator(SeedCatalogue.shipped(), lexicons);
    ToIntFunction<String> annotate =
        t -> lane.annotate(t, Hints.NONE).mentions().size();
    System.out.printf("%-40s %14s %12s %10s%n", "", "posts/CPU-s", "bytes/post", "/ viterbi");
    against("fast lane", annotate, true);
    for (int n = 10_000; n <= largest; n *= 10) {
      Cost cost = measure(annotate, 0, n);
      System.out.printf("fast lane, %,d texts %,28.0f%n", n, cost.perSecond());
    }
    threads(lane);
    for (int aliases : new int[] {20_000, 200_000}) {
      aliases(aliases, lexicons);
    }
  }

  /**
   * Short turns of a lane and of the limit over the same texts, one after the other, so that both
   * see the same machine; prints the median turn, and of the ratio the turns between the first and
   * the last tenth.
   */
  private void against(String name, ToIntFunction<String> work, boolean withLimit) {
    for (int i = 0; i < WARM_UPS; i++) {
      measure(viterbi::words, 0, texts.size());
      measure(work, 0, texts.size());
    }
    var limits = new Cost[TURNS];
    var costs = new Cost[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      int from = turn * TURN % texts.size();
      if (turn % 2 == 0) {
        limits[turn] = measure(viterbi::words, from, TURN);
        costs[turn] = measure(work, from, TURN);
      } else {
        costs[turn] = measure(work, from, TURN);
        limits[turn] = measure(viterbi::words, from, TURN);
      }
    }
    var ratios = new double[TURNS];
    Arrays.setAll(ratios, turn -> limits[turn].nanos / costs[turn].nanos);
    Arrays.sort(ratios);
    if (withLimit) {
      row("limit: HanLP viterbi", limits, "");
    }
    row(
        name,
        costs,
        "%.2f [%.2f, %.2f]"
            .formatted(ratios[TURNS / 2], ratios[TURNS / 10], ratios[TURNS - 1 - TURNS / 10]));
  }

  private static void row(String name, Cost[] costs, String ratio) {
    Arrays.sort(costs, Comparator.comparingDouble(Cost::nanos));
    double bytes = Arrays.stream(costs).mapToDouble(Cost::bytes).average().orElse(0);
    System.out.printf(
        "%-40s %,14.0f %,12.0f %10s%n", name, costs[TURNS / 2].perSecond(), bytes, ratio);
  }

  private Cost measure(ToIntFunction<String> work, int from, int n) {
    long sum = 0;
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long cpu = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < n; i++) {
      sum += work.applyAsInt(texts.get((from + i) % texts.size()));
    }
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    if (sum < 0) {
      throw new IllegalStateException("no answer");
    }
    return new Cost(cpu / (double) n, bytes / (double) n);
  }

  private void threads(FastAnnotator lane) {
    double one = wall(lane, 1);
    double two = wall(lane, 2);
    System.out.printf(
        "texts a second: one thread %,.0f, two threads %,.0f: ×%.2f%n", one, two, two / one);
  }

  private double wall(FastAnnotator lane, int threads) {
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      var running = new ArrayList<Thread>();
      for (int i = 0; i < threads; i++) {
        running.add(Thread.ofPlatform()
            .start(() -> texts.forEach(t -> lane.annotate(t, Hints.NONE))));
      }
      for (Thread thread : running) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      best = Math.max(best, threads * texts.size() / ((System.nanoTime() - start) / 1e9));
    }
    return best;
  }

  private void aliases(int wanted, Lexicons lexicons) {
    Catalogue seed = SeedCatalogue.shipped();
    var brands = new ArrayList<>(seed.brands());
    int have = seed.brands().stream().mapToInt(b -> 1 + b.aliases().size()).sum()
        + seed.products().stream().mapToInt(p -> 1 + p.aliases().size()).sum();
    var random = new SplittableRandom(7);
    String characters = "安博川达尔芳格海嘉科兰美诺欧帕琪瑞森泰维夏雅卓贝科迪凯洛米娜丝特雪依姿";
    for (int i = have; i < wanted; i += 4) {
      var names = new ArrayList<String>();
      for (int k = 0; k < 4; k++) {
        var name = new StringBuilder();
        int length = 3 + random.nextInt(3);
        for (int c = 0; c < length; c++) {
          name.append(characters.charAt(random.nextInt(characters.length())));
        }
        names.add(name.toString());
      }
      brands.add(new Brand(
          "made-" + i, names.getFirst(), names.subList(1, 4), List.of("makeup"), List.of()));
    }
    long before = used();
    long start = System.nanoTime();
    var lane = new FastAnnotator(
        new Catalogue(seed.categories(), brands, seed.products(), seed.rules()), lexicons);
    double seconds = (System.nanoTime() - start) / 1e9;
    double megabytes = (used() - before) / 1e6;
    against(
        "fast lane, %,d aliases".formatted(wanted),
        t -> lane.annotate(t, Hints.NONE).mentions().size(),
        false);
    System.out.printf(
        "  loaded in %.1f s; it keeps %.0f MB, the whole heap in use is %.0f MB%n",
        seconds, megabytes, used() / 1e6);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void deep(Path models) {
    Lexicons lexicons = Lexicons.shipped();
    var fast = new FastAnnotator(SeedCatalogue.shipped(), lexicons);
    record Waiting(String text, Annotation annotation) {}
    List<Waiting> waiting = texts.stream()
        .map(t -> new Waiting(t, fast.annotate(t, Hints.NONE)))
        .filter(w -> w.annotation().wantsDeepLane())
        .limit(3000)
        .toList();
    long before = used();
    DeepAnnotator deep = new CoreNlpDeepAnnotator(
        models, lexicons, DeepPipeline.HANLP_WORDS, Duration.ofSeconds(10), System::nanoTime);
    waiting.stream().limit(200).forEach(w -> deep.refine(w.text(), w.annotation()));
    long cpu = THREADS.getCurrentThreadCpuTime();
    waiting.forEach(w -> deep.refine(w.text(), w.annotation()));
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    System.out.printf(
        "deep lane: %,d of %,d texts want it; %,.0f posts/CPU-s; it keeps %.0f MB%n",
        waiting.size(), texts.size(), waiting.size() * 1e9 / cpu, (used() - before) / 1e6);
  }
}
