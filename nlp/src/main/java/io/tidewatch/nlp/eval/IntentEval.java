package io.tidewatch.nlp.eval;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.IntentEvidenceReader;
import io.tidewatch.nlp.train.IntentText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a text is for, against labels, for all texts and by {@link Half}, beside a vote of the cues'
 * weights and the majority; how often each intent is found; and how often a confident answer is
 * right. Losing cases are those of the even half.
 */
public final class IntentEval {
  private static final String TASK = "intent";
  private static final double CONFIDENT = 0.7;

  private final FastAnnotator annotator;
  private final IntentEvidenceReader cues;

  public IntentEval(FastAnnotator annotator, Lexicons lexicons) {
    this.annotator = annotator;
    cues = new IntentEvidenceReader(annotator.catalogue(), lexicons);
  }

  /** The answers of all systems on some texts. */
  private static final class Tally {
    private final Confusion fast = new Confusion();
    private final Confusion vote = new Confusion();
    private final Confusion confident = new Confusion();

    private List<EvalRow> rows(String data, String part) {
      return List.of(
          new EvalRow(TASK, data, "fast", "accuracy" + part, fast.accuracy(), fast.n()),
          new EvalRow(TASK, data, "fast", "macro-F1" + part, fast.macroF1(), fast.n()),
          new EvalRow(TASK, data, "cue vote", "accuracy" + part, vote.accuracy(), vote.n()),
          new EvalRow(TASK, data, "cue vote", "macro-F1" + part, vote.macroF1(), vote.n()),
          new EvalRow(TASK, data, "majority", "accuracy" + part, fast.majorityShare(), fast.n()),
          new EvalRow(
              TASK,
              data,
              "fast",
              "confident" + part,
              confident.n() / (double) Math.max(1, fast.n()),
              fast.n()),
          new EvalRow(
              TASK,
              data,
              "fast",
              "accuracy when confident" + part,
              confident.accuracy(),
              confident.n()));
    }
  }

  /**
   * Evaluates a file of the layouts of {@link IntentText}.
   *
   * @param losing how many lost cases to list
   * @throws IllegalArgumentException when no line has an intent, or one is unknown
   */
  public EvalReport evaluate(Path file, int losing) throws IOException {
    String data = String.valueOf(file.getFileName());
    List<IntentText> texts = IntentText.read(file);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(
          "data: JSON Lines with text and intent, or gold with intent, are required, got none in "
              + file);
    }
    var all = new Tally();
    var halves = Map.of(Half.EVEN, new Tally(), Half.ODD, new Tally());
    var lost = new ArrayList<LosingCase>();
    for (IntentText text : texts) {
      Annotation a = annotator.annotate(text.text(), Hints.NONE);
      Intent vote = cues.vote(text.text());
      String expected = text.intent().label();
      Half half = Half.of(text.text());
      for (Tally tally : List.of(all, Objects.requireNonNull(halves.get(half)))) {
        tally.fast.add(expected, a.intent().label());
        tally.vote.add(expected, vote.label());
        if (a.intentConfidence() >= CONFIDENT) {
          tally.confident.add(expected, a.intent().label());
        }
      }
      if (half == Half.EVEN && a.intent() != text.intent() && lost.size() < losing) {
        lost.add(new LosingCase(
            data,
            text.text(),
            expected,
            String.format(Locale.ROOT, "%s %.2f", a.intent().label(), a.intentConfidence())));
      }
    }
    var rows = new ArrayList<EvalRow>(all.rows(data, ""));
    for (Half half : Half.values()) {
      String part = ", " + half.name().toLowerCase(Locale.ROOT) + " half";
      rows.addAll(Objects.requireNonNull(halves.get(half)).rows(data, part));
    }
    for (Intent intent : Intent.values()) {
      all.fast
          .f1(intent.label())
          .ifPresent(f1 ->
              rows.add(new EvalRow(TASK, data, "fast", "F1, " + intent.label(), f1, texts.size())));
    }
    return new EvalReport(rows, lost);
  }
}
