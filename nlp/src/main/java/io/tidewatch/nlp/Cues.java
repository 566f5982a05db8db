package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Intent;
import io.tidewatch.nlp.text.PhraseFinder;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Merges the lexicons into {@link Cue}s, one a phrase. */
final class Cues {
  private final TextNormalizer normalizer;
  private final Map<String, Draft> drafts = new HashMap<>();

  private Cues(TextNormalizer normalizer) {
    this.normalizer = normalizer;
  }

  static PhraseFinder<Cue> of(Lexicons lexicons, TextNormalizer normalizer) {
    var cues = new Cues(normalizer);
    cues.read(lexicons);
    var merged = new HashMap<String, Cue>();
    cues.drafts.forEach((phrase, draft) -> merged.put(phrase, draft.cue(phrase)));
    return new PhraseFinder<>(merged);
  }

  /** In order of the words, so that of two that fold alike the same one stays in every run. */
  private void read(Lexicons lexicons) {
    new TreeMap<>(lexicons.sentiment()).forEach((word, score) -> at(word).sentiment = score);
    lexicons.slang().forEach(s -> at(s.expression()).sentiment = s.score());
    new TreeMap<>(lexicons.emoticons()).forEach((token, score) -> at(token).emoticon = score);
    new TreeMap<>(lexicons.degrees()).forEach((word, factor) -> at(word).degree = factor);
    lexicons.negations().forEach(n -> at(n.word()).negation = n);
    for (Lexicons.Aspect aspect : lexicons.aspects()) {
      for (String term : aspect.terms()) {
        at(term).terms.add(new Cue.AspectTerm(aspect.category(), aspect.id()));
      }
    }
    for (Lexicons.Implicit i : lexicons.implicit()) {
      at(i.expression()).implicit.add(new Cue.AspectScore(i.category(), i.aspect(), i.score()));
    }
    for (Lexicons.Opinion o : lexicons.opinions()) {
      at(o.word()).opinions.add(new Cue.AspectScore(Lexicons.ANY_CATEGORY, o.aspect(), o.score()));
    }
    for (Lexicons.IntentCue i : lexicons.intents()) {
      at(i.cue()).intents.add(new Cue.IntentWeight(intent(i.intent()), i.weight()));
    }
    lexicons.spam().forEach(s -> at(s.cue()).spam = s);
    lexicons.tones().forEach(t -> at(t.phrase()).tone = t.kind());
  }

  private Draft at(String phrase) {
    return drafts.computeIfAbsent(normalizer.fold(phrase), p -> new Draft());
  }

  private static Intent intent(String label) {
    for (Intent intent : Intent.values()) {
      if (intent.label().equals(label)) {
        return intent;
      }
    }
    throw new IllegalArgumentException("intent: a known label is required, got " + label);
  }

  private static final class Draft {
    private double sentiment = Double.NaN;
    private double emoticon = Double.NaN;
    private double degree = Double.NaN;
    private Lexicons.@Nullable Negation negation;
    private Lexicons.@Nullable SpamCue spam;
    private Lexicons.@Nullable ToneKind tone;
    private final List<Cue.AspectTerm> terms = new ArrayList<>();
    private final List<Cue.AspectScore> implicit = new ArrayList<>();
    private final List<Cue.AspectScore> opinions = new ArrayList<>();
    private final List<Cue.IntentWeight> intents = new ArrayList<>();

    private Cue cue(String phrase) {
      return new Cue(
          phrase,
          sentiment,
          emoticon,
          degree,
          negation,
          List.copyOf(terms),
          List.copyOf(implicit),
          List.copyOf(opinions),
          List.copyOf(intents),
          spam,
          tone);
    }
  }
}
