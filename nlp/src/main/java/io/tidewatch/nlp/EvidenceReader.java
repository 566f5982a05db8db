package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.text.NormalText;

/**
 * What the lexicons say of a whole text, as the trainer needs it: the same reading that the fast
 * lane makes. Safe from any thread.
 */
public final class EvidenceReader {
  private final FastReader reader;

  public EvidenceReader(Catalogue catalogue, Lexicons lexicons) {
    reader = new FastReader(catalogue, lexicons);
  }

  /**
   * The evidence of one text.
   *
   * @param text normalised; the author's own words end at {@link NormalText#ownEnd}
   * @param wordEnds ends of the words of the author's own part, in order
   * @param lexicon verdict of words and rules, -1 to 1
   * @param emoticon verdict of emoticons, -1 to 1
   * @param judges whether any word or emoticon judges
   * @param named whether anything of the catalogue is named
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Evidence(
      NormalText text,
      int[] wordEnds,
      double lexicon,
      double emoticon,
      boolean judges,
      boolean named) {}

  /** Reads {@code text}. */
  public Evidence read(String text) {
    Reading reading = reader.read(text, Hints.NONE);
    var verdict = DocumentSentiment.verdict(reading);
    return new Evidence(
        reading.text(),
        reading.wordEnds(),
        verdict.lexicon(),
        verdict.emoticon(),
        verdict.judges(),
        !reading.names().isEmpty());
  }
}
