package io.tidewatch.nlp;

import io.tidewatch.model.annotation.MentionKind;
import io.tidewatch.nlp.tagger.NameType;
import io.tidewatch.nlp.tagger.TaggedName;
import io.tidewatch.nlp.tagger.TaggerInput;
import io.tidewatch.nlp.tagger.TaggerModel;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.List;

/**
 * Names that the catalogue does not hold, by the trained tagger. A shop title gives brands and
 * product words; prose gives only brands, and only those that the model is sure of, and is not even
 * tagged where nothing looks like one. A name of the catalogue wins over a tagged one that it overlaps. Immutable.
 */
final class UnlinkedNames {
  /** Log-odds from which a brand in prose is believed; see docs/models/tagger.md. */
  private static final double SURE = 6;

  private static final int SHORTEST_TITLE = 6;

  private static final int SHORTEST_WORD = 3;

  private final TaggerModel model;

  UnlinkedNames(TaggerModel model) {
    this.model = model;
  }

  /** In order of start, none overlapping a linked name. */
  List<TaggedName> find(Reading reading) {
    TaggerInput input = TaggingReader.input(reading);
    boolean title = title(input);
    if (!title && !promising(input)) {
      return List.of();
    }
    var found = new ArrayList<TaggedName>();
    for (TaggedName name : model.tag(input)) {
      boolean believed = title || (name.type() == NameType.BRAND && name.margin() >= SURE);
      if (believed && bounded(input, name) && free(reading.names(), name, title)) {
        found.add(name);
      }
    }
    return found;
  }

  private boolean title(TaggerInput input) {
    if (input.length() < SHORTEST_TITLE) {
      return false;
    }
    for (int i = 0; i < input.length(); i++) {
      char c = input.text().at(i);
      if (endsSentence(c) || Character.isSurrogate(c) || input.text().mark(i) != NormalText.PLAIN) {
        return false;
      }
    }
    return model.title(input);
  }

  /** What no shop title holds; sellers do write exclamation marks and tildes. */
  private static boolean endsSentence(char c) {
    return c == '。' || c == '?' || c == '…' || c == '\n';
  }

  /** Prose is tagged only where a foreign word or a brand seen in training is not linked. */
  private boolean promising(TaggerInput input) {
    int letters = 0;
    for (int i = 0; i < input.length(); i++) {
      letters = Characters.asciiLetter(input.text().at(i)) && !input.linked(i) ? letters + 1 : 0;
      if (letters == SHORTEST_WORD) {
        return true;
      }
    }
    return model.holdsBrand(input);
  }

  /** A name neither begins nor ends inside of an ASCII word. */
  private static boolean bounded(TaggerInput input, TaggedName name) {
    return !joined(input, name.start()) && !joined(input, name.end());
  }

  private static boolean joined(TaggerInput input, int at) {
    return at > 0
        && at < input.length()
        && Characters.asciiLetter(input.text().at(at - 1))
        && Characters.asciiLetter(input.text().at(at));
  }

  /** Overlapping no linked name, but for a product word inside of a longer product in a title. */
  private static boolean free(List<Linked> names, TaggedName name, boolean title) {
    for (Linked linked : names) {
      if (linked.overlaps(name.start(), name.end()) && !(title && within(linked, name))) {
        return false;
      }
    }
    return true;
  }

  private static boolean within(Linked linked, TaggedName name) {
    return name.type() == NameType.PRODUCT
        && linked.entity().kind() == MentionKind.PRODUCT
        && linked.start() <= name.start()
        && name.end() <= linked.end()
        && name.end() - name.start() < linked.end() - linked.start();
  }
}
