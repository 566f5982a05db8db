package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.tagger.CharacterFeatures;
import io.tidewatch.nlp.tagger.TaggerInput;
import java.util.List;

/**
 * Reads texts for the tagger exactly as the fast lane does, for training and measuring. Immutable and
 * safe from any thread.
 */
public final class TaggingReader {
  private final FastReader reader;

  public TaggingReader(Catalogue catalogue, Lexicons lexicons) {
    reader = new FastReader(catalogue, lexicons);
  }

  /** The author's own words of {@code text}, at most the first 10,000 normalised characters. */
  public TaggerInput read(String text) {
    return input(reader.read(text, Hints.NONE));
  }

  static TaggerInput input(Reading reading) {
    int length = reading.end();
    byte[] linked = new byte[length];
    List<Linked> names = reading.names();
    for (int pass = 0; pass < 2; pass++) {
      // a brand at the head of a product's name is marked as the brand
      boolean brands = pass == 1;
      for (Linked name : names) {
        if ((name.entity().kind() == MentionKind.BRAND) == brands) {
          for (int i = name.start(); i < Math.min(name.end(), length); i++) {
            linked[i] = CharacterFeatures.linkedMark(brands, name.start(), name.end(), i);
          }
        }
      }
    }
    return new TaggerInput(reading.text(), length, reading.wordEnds(), linked);
  }
}
