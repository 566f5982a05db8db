package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Span;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.sentiment.SentimentModel;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/**
 * What rules and the document classifier say of targets, as the trainer needs it: the same reading
 * that the fast lane makes. Safe from any thread.
 */
public final class TargetEvidenceReader {
  private final FastReader reader;
  private final SentimentModel model;
  private final TargetEvidence evidence;

  public TargetEvidenceReader(Catalogue catalogue, Lexicons lexicons, SentimentModel model) {
    reader = new FastReader(catalogue, lexicons);
    this.model = model;
    evidence = new TargetEvidence(model);
  }

  /** One target {@code [from, to)} of the words {@code [0, end)} of a text. */
  public static final class Case {
    private final NormalText text;
    private final int end;
    private final int from;
    private final int to;
    private final double[] values;

    private Case(NormalText text, int end, int from, int to, double[] values) {
      this.text = text;
      this.end = end;
      this.from = from;
      this.to = to;
      this.values = values;
    }

    public NormalText text() {
      return text;
    }

    public int end() {
      return end;
    }

    public int from() {
      return from;
    }

    public int to() {
      return to;
    }

    /** Pieces of evidence, {@link TargetEvidenceReader#size} of them; the caller's own. */
    public double[] values() {
      return values.clone();
    }
  }

  /** Number of pieces of evidence. */
  public static int size() {
    return TargetEvidence.SIZE;
  }

  /** Spans of the words in {@code text} that name an aspect, in their order. */
  public List<Span> aspects(String text) {
    Reading reading = reader.read(text, Hints.NONE);
    var spans = new ArrayList<Span>();
    for (CueHit hit : reading.cues()) {
      if (!hit.cue().terms().isEmpty()) {
        spans.add(reading.text().span(hit.start(), hit.end()));
      }
    }
    return spans;
  }

  /** Reads the targets of one text, in their order. */
  public List<Case> read(String text, List<Span> targets) {
    Reading reading = reader.read(text, Hints.NONE);
    double whole = model.ngramScore(reading.text(), 0, reading.end());
    Tone tone = Tone.of(reading, model);
    var cases = new ArrayList<Case>(targets.size());
    for (Span target : targets) {
      int from = reading.text().positionOf(target.start());
      int to = Math.max(from, reading.text().positionOf(target.end()));
      cases.add(new Case(
          reading.text(),
          reading.end(),
          from,
          to,
          evidence.read(reading, from, to, whole, tone).values()));
    }
    return cases;
  }
}
