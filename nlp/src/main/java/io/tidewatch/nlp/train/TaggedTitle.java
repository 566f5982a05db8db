package io.tidewatch.nlp.train;

import io.tidewatch.nlp.tagger.NameType;
import io.tidewatch.nlp.tagger.TaggerInput;
import java.util.List;

/** A text with its tags, and its names by normalised characters. */
final class TaggedTitle {
  private final TaggerInput input;
  private final byte[] tags;
  private final List<Name> names;
  private final int fold;

  /** {@code fold} says with which other texts it is left out when names are counted for it. */
  TaggedTitle(TaggerInput input, byte[] tags, List<Name> names, int fold) {
    this.input = input;
    this.tags = tags;
    this.names = List.copyOf(names);
    this.fold = fold;
  }

  record Name(String surface, NameType type) {}

  TaggerInput input() {
    return input;
  }

  byte[] tags() {
    return tags;
  }

  List<Name> names() {
    return names;
  }

  int fold() {
    return fold;
  }
}
