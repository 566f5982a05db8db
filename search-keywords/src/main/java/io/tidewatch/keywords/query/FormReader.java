package io.tidewatch.keywords.query;

import java.util.List;

/** Reads the forms of queries. Safe from any thread. */
final class FormReader {
  private static final int LONGEST_READ_ALOUD = 8;

  private final QueryNormalizer normalizer;
  private final QueryTyper typer;
  private final Syllables syllables;
  private final PinyinWords pinyin;

  FormReader(
      QueryNormalizer normalizer, QueryTyper typer, Syllables syllables, PinyinWords pinyin) {
    this.normalizer = normalizer;
    this.typer = typer;
    this.syllables = syllables;
    this.pinyin = pinyin;
  }

  QueryForm read(String query) {
    NormalQuery normal = normalizer.normalise(query);
    String text = same(normal.text(), query);
    String key = same(normal.key(), text);
    if (key.isEmpty()) {
      return new QueryForm("\n" + query.strip(), text, "", text, 0, 0, 0, List.of(), false);
    }
    List<Reading> readings = typer.read(text);
    boolean cut = key.length() <= QueryTyper.LONGEST;
    List<String> sounds = cut && key.length() > 1 ? syllables.of(key) : List.of();
    return new QueryForm(
        key,
        text,
        key,
        QueryTyper.root(readings, text),
        hash(FamilySignature.of(readings, key)),
        hash(FamilySignature.words(readings).toString()),
        readAloud(key) ? hash(Syllables.joined(sounds)) : 0,
        syllables.near(sounds),
        cut && !pinyin.unlisted(text).isEmpty());
  }

  private static boolean readAloud(String key) {
    if (key.length() < 2 || key.length() > LONGEST_READ_ALOUD) {
      return false;
    }
    for (int i = 0; i < key.length(); i++) {
      if (!QueryNormalizer.han(key.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** One object for equal texts, for many are kept. */
  private static String same(String text, String other) {
    return text.equals(other) ? other : text;
  }

  /** Sixty-four bits of FNV-1a, mixed. */
  static long hash(String text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return LongTable.mix(h);
  }
}
