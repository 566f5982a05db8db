package io.tidewatch.nlp.tagger;

/**
 * The tags of a character and which may follow which. Brands and products have a begin, an inside
 * and an end; a name of one character is an end alone. All other names share one tag.
 */
public final class Tags {
  /** Number of tags. */
  public static final int COUNT = 8;

  /** Outside of any name. */
  public static final int OUTSIDE = 0;

  private static final int OTHER = 7;
  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int END = 2;

  private Tags() {}

  /** Whether {@code next} may follow {@code tag}. */
  public static boolean follows(int tag, int next) {
    if (open(tag)) {
      return named(next) && type(tag) == type(next) && part(next) != BEGIN;
    }
    return starts(next);
  }

  /** Whether a text may begin with {@code tag}. */
  public static boolean starts(int tag) {
    return !named(tag) || part(tag) != INSIDE;
  }

  /** Whether a text may end with {@code tag}. */
  public static boolean ends(int tag) {
    return !open(tag);
  }

  /** Whether a brand or product begins with {@code tag} where nothing is open. */
  public static boolean begins(int tag) {
    return named(tag) && part(tag) != INSIDE;
  }

  /** Writes the tags of a name of {@code type} over {@code [from, to)}. */
  public static void write(byte[] tags, int from, int to, NameType type) {
    for (int i = from; i < to; i++) {
      int part = i == to - 1 ? END : i == from ? BEGIN : INSIDE;
      tags[i] = (byte)
          switch (type) {
            case BRAND -> 1 + part;
            case PRODUCT -> 4 + part;
            case OTHER -> OTHER;
          };
    }
  }

  /** Type of the name that a tag other than {@link #OUTSIDE} belongs to. */
  public static NameType type(int tag) {
    return tag == OTHER ? NameType.OTHER : tag <= 3 ? NameType.BRAND : NameType.PRODUCT;
  }

  /** Must be continued. */
  static boolean open(int tag) {
    return named(tag) && part(tag) != END;
  }

  private static boolean named(int tag) {
    return tag != OUTSIDE && tag != OTHER;
  }

  private static int part(int tag) {
    return (tag - 1) % 3;
  }
}
