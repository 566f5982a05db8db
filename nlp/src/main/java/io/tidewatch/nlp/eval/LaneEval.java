package io.tidewatch.nlp.eval;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DeepAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.nlp.FastAnnotator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the deep lane adds: polarity toward the names of the texts that are chosen for it, by the
 * fast lane alone and with the deep lane after it, and what it costs.
 */
public final class LaneEval {
  private static final String TASK = "lanes";

  private final FastAnnotator fast;
  private final DeepAnnotator deep;

  public LaneEval(FastAnnotator fast, DeepAnnotator deep) {
    this.fast = fast;
    this.deep = deep;
  }

  private record Expected(Span span, String polarity) {}

  /**
   * Evaluates JSON Lines with gold mentions or targets; of targets those count that are names.
   *
   * @param losing how many texts to list on which the deep lane is wrong
   */
  public EvalReport evaluate(Path file, int losing) throws IOException {
    String data = String.valueOf(file.getFileName());
    var before = new Confusion();
    var after = new Confusion();
    var lost = new ArrayList<LosingCase>();
    long chosen = 0;
    long all = 0;
    long nanos = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (GoldText text : GoldText.read(file)) {
      all++;
      Annotation first = fast.annotate(text.text(), Hints.NONE);
      if (!first.wantsDeepLane()) {
        continue;
      }
      chosen++;
      long start = threads.getCurrentThreadCpuTime();
      Annotation second = deep.refine(text.text(), first);
      nanos += threads.getCurrentThreadCpuTime() - start;
      for (Expected expected : expected(text)) {
        String was = said(first, expected.span());
        String is = said(second, expected.span());
        if (was.isEmpty()) {
          continue;
        }
        before.add(expected.polarity(), was);
        after.add(expected.polarity(), is);
        if (!is.equals(expected.polarity()) && lost.size() < losing) {
          String name =
              text.text().substring(expected.span().start(), expected.span().end());
          lost.add(new LosingCase(
              data, text.text(), name + " " + expected.polarity(), is + " (fast: " + was + ")"));
        }
      }
    }
    return new EvalReport(
        List.of(
            new EvalRow(
                TASK, data, "fast", "name polarity accuracy", before.accuracy(), before.n()),
            new EvalRow(TASK, data, "deep", "name polarity accuracy", after.accuracy(), after.n()),
            new EvalRow(TASK, data, "fast", "name polarity macro-F1", before.macroF1(), before.n()),
            new EvalRow(TASK, data, "deep", "name polarity macro-F1", after.macroF1(), after.n()),
            new EvalRow(TASK, data, "deep", "share of texts chosen", share(chosen, all), all),
            new EvalRow(
                TASK, data, "deep", "CPU milliseconds a text", share(nanos, chosen) / 1e6, chosen)),
        lost);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  private static List<Expected> expected(GoldText text) {
    var all = new ArrayList<Expected>();
    text.mentions().forEach(m -> all.add(new Expected(m.span(), m.polarity())));
    text.targets().forEach(t -> all.add(new Expected(t.span(), t.polarity())));
    return all;
  }

  /** The polarity toward the name at a span; empty when no name was found there. */
  private static String said(Annotation annotation, Span span) {
    return annotation.mentions().stream()
        .filter(m -> m.span().equals(span))
        .map(Mention::polarity)
        .map(p -> p.name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("");
  }
}
