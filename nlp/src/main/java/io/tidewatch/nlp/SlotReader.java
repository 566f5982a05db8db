package io.tidewatch.nlp;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.nlp.text.Characters;
import io.tidewatch.nlp.text.NormalText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slots of a text for the trainer of the sense classifier: names that the linker finds, ambiguous
 * names that it leaves, and other words. Safe from any thread.
 */
public final class SlotReader {
  private static final int LONGEST = 400;
  private static final int LONGEST_WORD = 4;

  private final FastReader reader;
  private final Set<String> ambiguous = new HashSet<>();

  public SlotReader(Catalogue catalogue, Lexicons lexicons) {
    reader = new FastReader(catalogue, lexicons);
    catalogue
        .rules()
        .forEach(r -> ambiguous.add(AliasIndex.compact(reader.normalizer().fold(r.alias()))));
  }

  /**
   * One slot {@code [start, end)}.
   *
   * @param categories of the entity; empty when the slot holds no name
   * @param key brand of the entity, or the word; ambiguous words are told by {@code ambiguous}
   */
  public record Slot(
      NormalText text, int start, int end, Set<String> categories, String key, boolean ambiguous) {}

  /** The slots of one text: names first, then Chinese words of two to four characters. */
  public List<Slot> read(String original) {
    NormalText text = reader.normalizer().normalize(original);
    int end = Math.min(text.ownEnd(), LONGEST);
    int[] wordEnds = reader.segmenter().wordEnds(text.chars(), 0, end);
    List<Linked> names = reader.names(text, Hints.NONE, wordEnds);
    var slots = new ArrayList<Slot>();
    for (Linked name : names) {
      if (name.end() <= end) {
        Entity entity = name.entity();
        slots.add(
            new Slot(text, name.start(), name.end(), entity.categories(), entity.brandId(), false));
      }
    }
    int from = 0;
    for (int to : wordEnds) {
      if (word(text, from, to) && !named(names, from, to)) {
        String word = text.substring(from, to);
        boolean other = ambiguous.contains(word);
        if (other || !reader.segmenter().stopWord(word)) {
          slots.add(new Slot(text, from, to, Set.of(), word, other));
        }
      }
      from = to;
    }
    return slots;
  }

  private static boolean word(NormalText text, int from, int to) {
    if (to - from < 2 || to - from > LONGEST_WORD) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Characters.han(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean named(List<Linked> names, int from, int to) {
    for (Linked name : names) {
      if (name.overlaps(from, to)) {
        return true;
      }
    }
    return false;
  }
}
