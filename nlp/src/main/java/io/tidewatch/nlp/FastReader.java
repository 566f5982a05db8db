package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.hanlp.WordSegmenter;
import io.tidewatch.nlp.sense.SenseModel;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.List;

/** The steps that the annotator, the trainer and the suites share: text to {@link Reading}. */
final class FastReader {
  /** Normalised characters of one text that are read for words, opinions and aspects. */
  static final int LONGEST = 10_000;

  private final TextNormalizer normalizer = new TextNormalizer(new SimplifiedCharacters());
  private final WordSegmenter segmenter = new WordSegmenter();
  private final OpinionReader opinions = new OpinionReader();
  private final Linker linker;
  private final CueReader cues;

  FastReader(Catalogue catalogue, Lexicons lexicons) {
    linker = new Linker(catalogue, normalizer, new Ambiguity(SenseModel.shipped()));
    cues = new CueReader(Cues.of(lexicons, normalizer));
  }

  TextNormalizer normalizer() {
    return normalizer;
  }

  WordSegmenter segmenter() {
    return segmenter;
  }

  /** Names of a text whose words end at {@code wordEnds}. */
  List<Linked> names(NormalText text, Hints hints, int[] wordEnds) {
    return linker.link(text, hints, wordEnds);
  }

  Reading read(String original, Hints hints) {
    NormalText text = normalizer.normalize(original);
    int end = Math.min(text.ownEnd(), LONGEST);
    int[] wordEnds = segmenter.wordEnds(text.chars(), 0, end);
    List<Clause> clauses = Clause.split(text, end, wordEnds);
    if (clauses.isEmpty()) {
      clauses = List.of(new Clause(0, 0, 0, false, false, 1));
    }
    List<Linked> names = linker.link(text, hints, wordEnds);
    CueReader.Found found = cues.read(text, end, wordEnds, names);
    return new Reading(
        text,
        end,
        wordEnds,
        clauses,
        names,
        found,
        opinions.read(text, clauses, found.evaluating()));
  }
}
