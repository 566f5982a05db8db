package io.tidewatch.nlp.hanlp;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import io.tidewatch.model.query.HanScript;
import io.tidewatch.nlp.text.CharacterFold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Simplified forms and pinyin from HanLP's dictionaries, which are loaded at the first use. */
public final class HanReadings implements HanScript {
  private static final char FIRST = 0x3400;
  private static final char LAST = 0x9FFF;

  private final CharacterFold fold;

  /** Simplifies by {@code fold}, which makes a traditional character simplified. */
  public HanReadings(CharacterFold fold) {
    this.fold = fold;
  }

  @Override
  public char simplify(char c) {
    return c >= FIRST && c <= LAST ? fold.fold(c) : c;
  }

  @Override
  public List<String> syllables(String text) {
    List<Pinyin> read = HanLP.convertToPinyinList(text);
    if (read.size() != text.length()) {
      return Collections.nCopies(text.length(), "");
    }
    var syllables = new ArrayList<String>(read.size());
    for (Pinyin pinyin : read) {
      syllables.add(pinyin == Pinyin.none5 ? "" : pinyin.getPinyinWithoutTone().replace('ü', 'v'));
    }
    return syllables;
  }
}
