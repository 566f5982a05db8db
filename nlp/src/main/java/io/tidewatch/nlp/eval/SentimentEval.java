package io.tidewatch.nlp.eval;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Polarity;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.train.LabelledFiles;
import io.tidewatch.nlp.train.LabelledText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Document sentiment against labels: the forced choice, the same with emoticons stripped, and how
 * good the answers are when abstaining is allowed; beside a vote of lexicon words, the majority and,
 * when there is something to train them on, trained baselines.
 * Against gold with three classes an abstention counts as wrong.
 */
public final class SentimentEval {
  private static final String TASK = "sentiment";
  private static final Pattern EMOTICON = Pattern.compile("\\[[\\p{L}\\d]{1,8}\\]|\\p{So}|\\p{Cs}");

  private final FastAnnotator annotator;
  private final EvidenceReader lexicon;
  private final List<SentimentTraining.Baseline> baselines;

  /** Beside the lexicons' vote and the majority alone. */
  public SentimentEval(FastAnnotator annotator, Lexicons lexicons) {
    this(annotator, lexicons, List.of());
  }

  /** Beside trained baselines too. */
  public SentimentEval(
      FastAnnotator annotator, Lexicons lexicons, List<SentimentTraining.Baseline> baselines) {
    this.annotator = annotator;
    this.lexicon = new EvidenceReader(annotator.catalogue(), lexicons);
    this.baselines = List.copyOf(baselines);
  }

  /**
   * Evaluates a labelled file (layouts of {@link LabelledFiles}), or JSON Lines with gold.
   *
   * @param losing how many lost cases to list
   * @throws IllegalArgumentException when there is no labelled text in the file, or one has an
   *     unknown label
   */
  public EvalReport evaluate(Path file, int losing) throws IOException {
    String data = String.valueOf(file.getFileName());
    return data.endsWith(".jsonl")
        ? gold(data, GoldText.read(file), losing)
        : labelled(data, read(file), losing);
  }

  /** The labelled texts of one file, all of which have known labels. */
  public static List<LabelledText> read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("data: a readable file is required, got " + file);
    }
    List<LabelledText> texts = LabelledFiles.strict().read(file);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("data: lines label<TAB>text, or CSV or TSV with a header"
          + " that has label and one of review, text, content, x_valid, are required, got none in "
          + file);
    }
    return texts;
  }

  /** Evaluates two-class texts; a file of several domains also gives each beside its labels. */
  public EvalReport labelled(String data, List<LabelledText> texts, int losing) {
    var fast = new Confusion();
    var stripped = new Confusion();
    var vote = new Confusion();
    var sure = new Confusion();
    var domains = new DomainTally();
    var calibration = new Calibration();
    var lost = new ArrayList<LosingCase>();
    for (LabelledText text : texts) {
      String expected = text.positive() ? "positive" : "negative";
      Sentiment s = annotator.annotate(text.text(), Hints.NONE).sentiment();
      fast.add(expected, forced(s));
      calibration.add(s.confidence(), forced(s).equals(expected));
      domains.add(text.domain(), text.positive(), s.score() >= 0);
      stripped.add(
          expected, forced(annotator.annotate(stripped(text.text()), Hints.NONE).sentiment()));
      vote.add(expected, lexicon.read(text.text()).lexicon() >= 0 ? "positive" : "negative");
      if (s.polarity() == Polarity.POSITIVE || s.polarity() == Polarity.NEGATIVE) {
        sure.add(expected, forced(s));
      }
      if (!forced(s).equals(expected) && lost.size() < losing) {
        lost.add(new LosingCase(data, text.text(), expected, answer(s)));
      }
    }
    var rows = new ArrayList<EvalRow>();
    add(rows, data, "fast", fast);
    add(rows, data, "fast, emoticons stripped", stripped);
    for (SentimentTraining.Baseline baseline : baselines) {
      add(rows, data, baseline.name(), answers(baseline, texts, false));
      add(rows, data, baseline.name() + ", emoticons stripped", answers(baseline, texts, true));
    }
    add(rows, data, "lexicon vote", vote);
    rows.add(new EvalRow(TASK, data, "majority", "accuracy", fast.majorityShare(), fast.n()));
    rows.add(new EvalRow(TASK, data, "fast", "calibration error", calibration.error(), fast.n()));
    rows.add(new EvalRow(
        TASK, data, "fast", "decided", sure.n() / (double) Math.max(1, fast.n()), fast.n()));
    rows.add(new EvalRow(TASK, data, "fast", "accuracy when decided", sure.accuracy(), sure.n()));
    rows.addAll(domains.rows(TASK));
    return new EvalReport(rows, lost);
  }

  private EvalReport gold(String data, List<GoldText> texts, int losing) {
    var fast = new Confusion();
    var vote = new Confusion();
    var forced = new Confusion();
    var forcedVote = new Confusion();
    var lost = new ArrayList<LosingCase>();
    for (GoldText text : texts) {
      if (text.sentiment() == null) {
        continue;
      }
      Sentiment s = annotator.annotate(text.text(), Hints.NONE).sentiment();
      String polarity = s.polarity().name().toLowerCase(Locale.ROOT);
      fast.add(text.sentiment(), polarity);
      var evidence = lexicon.read(text.text());
      String voted = evidence.lexicon() >= 0 ? "positive" : "negative";
      vote.add(text.sentiment(), evidence.judges() ? voted : "neutral");
      if (!text.sentiment().equals("neutral")) {
        forced.add(text.sentiment(), forced(s));
        forcedVote.add(text.sentiment(), voted);
      }
      if (!polarity.equals(text.sentiment()) && lost.size() < losing) {
        lost.add(new LosingCase(data, text.text(), text.sentiment(), answer(s)));
      }
    }
    var rows = new ArrayList<EvalRow>();
    add(rows, data, "fast", fast);
    add(rows, data, "lexicon vote", vote);
    rows.add(new EvalRow(TASK, data, "majority", "accuracy", fast.majorityShare(), fast.n()));
    rows.add(new EvalRow(TASK, data, "fast", "forced accuracy", forced.accuracy(), forced.n()));
    rows.add(new EvalRow(
        TASK, data, "lexicon vote", "forced accuracy", forcedVote.accuracy(), forcedVote.n()));
    return new EvalReport(rows, lost);
  }

  private static Confusion answers(
      SentimentTraining.Baseline baseline, List<LabelledText> texts, boolean strip) {
    var answers = new Confusion();
    for (LabelledText text : texts) {
      String read = strip ? stripped(text.text()) : text.text();
      answers.add(
          text.positive() ? "positive" : "negative",
          baseline.positive().test(read) ? "positive" : "negative");
    }
    return answers;
  }

  private static String stripped(String text) {
    return EMOTICON.matcher(text).replaceAll(" ");
  }

  private static void add(List<EvalRow> rows, String data, String system, Confusion confusion) {
    rows.add(new EvalRow(TASK, data, system, "accuracy", confusion.accuracy(), confusion.n()));
    rows.add(new EvalRow(TASK, data, system, "macro-F1", confusion.macroF1(), confusion.n()));
  }

  private static String forced(Sentiment s) {
    return s.score() >= 0 ? "positive" : "negative";
  }

  private static String answer(Sentiment s) {
    return String.format(
        Locale.ROOT, "%s %.2f", s.polarity().name().toLowerCase(Locale.ROOT), s.score());
  }
}
