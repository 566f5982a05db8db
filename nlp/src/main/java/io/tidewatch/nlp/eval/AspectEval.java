package io.tidewatch.nlp.eval;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.AspectOpinion;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Sentiment;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.annotation.TargetAnnotator.TargetOpinion;
import io.tidewatch.model.catalogue.Resolution;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.nlp.NearestOpinionReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Aspects of JSON Lines: the polarity of given targets, beside the whole text's polarity, that
 * of the nearest opinion word and the majority; and, where the lines hold gold aspects, which aspects with which polarity were found.
 * Sentences that name their kind are measured by {@link SentenceEval}.
 */
public final class AspectEval {
  private static final String TASK = "aspects";
  private static final String NEAREST = "nearest opinion word";

  private final FastAnnotator annotator;
  private final SentenceEval sentences;
  private final NearestOpinionReader nearest;

  public AspectEval(FastAnnotator annotator, Lexicons lexicons) {
    this.annotator = annotator;
    this.sentences = new SentenceEval(annotator, lexicons);
    nearest = new NearestOpinionReader(annotator.catalogue(), lexicons);
  }

  /** Evaluates one file; {@code losing} is how many lost cases to list. */
  public EvalReport evaluate(Path file, int losing) throws IOException {
    String data = String.valueOf(file.getFileName());
    List<GoldText> texts = GoldText.read(file);
    var rows = new ArrayList<EvalRow>();
    if (texts.stream().anyMatch(t -> t.kind() != null)) {
      return sentences.evaluate(data, texts, losing);
    }
    var lost = new ArrayList<LosingCase>();
    if (texts.stream().anyMatch(t -> !t.targets().isEmpty())) {
      rows.addAll(targets(data, texts, lost, losing));
    }
    if (texts.stream().anyMatch(t -> t.sentiment() != null)) {
      rows.addAll(aspects(data, texts, lost, losing));
    }
    return new EvalReport(rows, lost);
  }

  private List<EvalRow> targets(
      String data, List<GoldText> texts, List<LosingCase> lost, int losing) {
    var fast = new Confusion();
    var forced = new Confusion();
    var whole = new Confusion();
    var word = new Confusion();
    for (GoldText text : texts) {
      List<Span> spans = text.targets().stream().map(GoldText.Target::span).toList();
      if (spans.isEmpty()) {
        continue;
      }
      Sentiment document = annotator.annotate(text.text(), Hints.NONE).sentiment();
      List<TargetOpinion> judged = annotator.judge(text.text(), spans);
      for (int i = 0; i < spans.size(); i++) {
        String expected = text.targets().get(i).polarity();
        Sentiment s = judged.get(i).sentiment();
        String answer = s.polarity().name().toLowerCase(Locale.ROOT);
        fast.add(expected, answer);
        if (!expected.equals("neutral")) {
          forced.add(expected, sign(s));
          whole.add(expected, sign(document));
          word.add(
              expected, nearest.read(text.text(), spans.get(i)) >= 0 ? "positive" : "negative");
        }
        if (!answer.equals(expected) && lost.size() < losing) {
          String target =
              text.text().substring(spans.get(i).start(), spans.get(i).end());
          lost.add(new LosingCase(data, text.text(), target + " " + expected, answer));
        }
      }
    }
    return List.of(
        new EvalRow(TASK, data, "fast", "target accuracy", fast.accuracy(), fast.n()),
        new EvalRow(TASK, data, "fast", "target macro-F1", fast.macroF1(), fast.n()),
        new EvalRow(TASK, data, "fast", "forced accuracy", forced.accuracy(), forced.n()),
        new EvalRow(TASK, data, "fast", "forced macro-F1", forced.macroF1(), forced.n()),
        new EvalRow(TASK, data, "whole text", "forced accuracy", whole.accuracy(), whole.n()),
        new EvalRow(TASK, data, "whole text", "forced macro-F1", whole.macroF1(), whole.n()),
        new EvalRow(TASK, data, NEAREST, "forced accuracy", word.accuracy(), word.n()),
        new EvalRow(TASK, data, NEAREST, "forced macro-F1", word.macroF1(), word.n()),
        new EvalRow(TASK, data, "majority", "target accuracy", fast.majorityShare(), fast.n()));
  }

  private List<EvalRow> aspects(
      String data, List<GoldText> texts, List<LosingCase> lost, int losing) {
    var named = new SpanScore("fast");
    var polar = new SpanScore("fast");
    for (GoldText text : texts) {
      Annotation a = annotator.annotate(text.text(), hints(text.product()));
      Set<String> goldNames = new HashSet<>();
      Set<String> goldPolar = new HashSet<>();
      text.aspects().forEach(g -> {
        goldNames.add(g.aspect());
        goldPolar.add(g.aspect() + " " + g.polarity());
      });
      Set<String> names = new HashSet<>();
      Set<String> polars = new HashSet<>();
      for (AspectOpinion found : a.aspects()) {
        names.add(found.aspect());
        polars.add(found.aspect() + " " + found.polarity().name().toLowerCase(Locale.ROOT));
      }
      named.add(goldNames, names);
      polar.add(goldPolar, polars);
      if (!polars.equals(goldPolar) && lost.size() < losing) {
        lost.add(new LosingCase(data, text.text(), goldPolar.toString(), polars.toString()));
      }
    }
    var rows = new ArrayList<EvalRow>(named.rows(TASK, data, "aspect"));
    rows.addAll(polar.rows(TASK, data, "aspect and polarity"));
    return rows;
  }

  private Hints hints(@Nullable String product) {
    if (product == null) {
      return Hints.NONE;
    }
    return annotator.catalogue().resolve(product, null) instanceof Resolution.Found found
        ? new Hints(found.id(), null)
        : Hints.NONE;
  }

  private static String sign(Sentiment s) {
    return s.score() >= 0 ? "positive" : "negative";
  }
}
