package io.tidewatch.nlp.eval;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.nlp.EvidenceReader;
import io.tidewatch.nlp.FastAnnotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sentences written to be hard: the verdict of the text as the sign of its score, and the polarity
 * of its targets; by kind and by {@link Half}, beside the lexicons' vote and, for targets, the
 * whole text's score. Losing cases are those of the even half.
 */
final class SentenceEval {
  private static final String TASK = "aspects";
  private static final String VOTE = "lexicon vote";

  private final FastAnnotator annotator;
  private final EvidenceReader lexicon;
  private final Map<String, Confusion> figures = new TreeMap<>();

  SentenceEval(FastAnnotator annotator, Lexicons lexicons) {
    this.annotator = annotator;
    lexicon = new EvidenceReader(annotator.catalogue(), lexicons);
  }

  EvalReport evaluate(String data, List<GoldText> texts, int losing) {
    figures.clear();
    var lost = new ArrayList<LosingCase>();
    for (GoldText text : texts) {
      if (text.kind() != null && text.sentiment() != null) {
        one(data, text, text.kind(), text.sentiment(), lost, losing);
      }
    }
    var rows = new ArrayList<EvalRow>();
    figures.forEach((key, figure) -> {
      String[] names = key.split("\t", -1);
      rows.add(new EvalRow(
          TASK, data, names[1], names[0] + " accuracy" + names[2], figure.accuracy(), figure.n()));
    });
    return new EvalReport(rows, lost);
  }

  private void one(
      String data,
      GoldText text,
      String kind,
      String sentiment,
      List<LosingCase> lost,
      int losing) {
    Half half = Half.of(text.text());
    Sentiment whole = annotator.annotate(text.text(), Hints.NONE).sentiment();
    String vote = sign(lexicon.read(text.text()).lexicon());
    add("verdict", "fast", kind, half, sentiment, sign(whole.score()));
    add("verdict", VOTE, kind, half, sentiment, vote);
    var wrong = new ArrayList<String>();
    if (!sentiment.equals(sign(whole.score()))) {
      wrong.add(String.format(Locale.ROOT, "text %.2f", whole.score()));
    }
    List<Span> spans = text.targets().stream().map(GoldText.Target::span).toList();
    var judged = annotator.judge(text.text(), spans);
    for (int i = 0; i < spans.size(); i++) {
      String expected = text.targets().get(i).polarity();
      Sentiment s = judged.get(i).sentiment();
      String answer = s.polarity().name().toLowerCase(Locale.ROOT);
      add("target", "fast", kind, half, expected, answer);
      add("target", "whole text", kind, half, expected, sign(whole.score()));
      add("target", VOTE, kind, half, expected, vote);
      if (!expected.equals("neutral")) {
        add("forced target", "fast", kind, half, expected, sign(s.score()));
      }
      if (!answer.equals(expected)) {
        wrong.add(String.format(
            Locale.ROOT,
            "%s %s %.2f",
            text.text().substring(spans.get(i).start(), spans.get(i).end()),
            answer,
            s.score()));
      }
    }
    if (!wrong.isEmpty() && half == Half.EVEN && lost.size() < losing) {
      lost.add(new LosingCase(data, text.text(), kind + " " + sentiment, String.join("; ", wrong)));
    }
  }

  private void add(
      String what, String system, String kind, Half half, String expected, String answer) {
    String side = half.name().toLowerCase(Locale.ROOT) + " half";
    for (String part : List.of("", ", " + side, ", " + kind, ", " + kind + ", " + side)) {
      figures
          .computeIfAbsent(what + '\t' + system + '\t' + part, k -> new Confusion())
          .add(expected, answer);
    }
  }

  private static String sign(double score) {
    return score >= 0 ? "positive" : "negative";
  }
}
