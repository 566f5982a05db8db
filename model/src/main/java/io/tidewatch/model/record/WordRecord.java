package io.tidewatch.model.record;

/**
 * A word that no dictionary holds, promoted so that texts are cut around it.
 *
 * @param id the word itself, folded: see {@link #wellFormed}
 */
public record WordRecord(Envelope envelope, String id) implements CatalogueRecord {
  /** The rule of a word, for messages. */
  public static final String RULE =
      "2 to 24 Chinese characters, Latin letters or digits, the first no digit";

  private static final int SHORTEST = 2;
  private static final int LONGEST = 24;

  /**
   * Refuses what is no word.
   *
   * @throws IllegalArgumentException when {@code id} breaks {@link #RULE}
   */
  public WordRecord {
    if (!wellFormed(id)) {
      throw new IllegalArgumentException("word: " + RULE + " are required, got " + id);
    }
  }

  /** Whether a folded text keeps to {@link #RULE}. */
  public static boolean wellFormed(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && !digit(word.charAt(0))
        && word.chars().allMatch(c -> digit(c) || latin(c) || han(c));
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean latin(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean han(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  @Override
  public String type() {
    return "word";
  }
}
