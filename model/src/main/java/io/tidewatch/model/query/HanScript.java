package io.tidewatch.model.query;

import java.util.List;

/** How Han characters are simplified and read aloud. Safe from any thread. */
public interface HanScript {

  /** The simplified form of a traditional character; every other character is itself. */
  char simplify(char c);

  /**
   * The reading of each UTF-16 unit in its context: pinyin in lower-case letters without tone,
   * {@code ü} written {@code v}; empty where nothing is read. As many entries as {@code text} has
   * units.
   */
  List<String> syllables(String text);
}
