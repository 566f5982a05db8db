package io.tidewatch.nlp.tagger;

import io.tidewatch.nlp.text.Characters;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/**
 * What is known of names seen before: a table from the hash of a name to a code that says whether it
 * was a brand or a product, how often and how surely. It holds no names. Immutable.
 */
public final class NameTable {
  /** Normalised characters of the shortest and the longest name held. */
  public static final int SHORTEST = 2;

  public static final int LONGEST = 10;

  /** Codes are 1 to this; 0 is nothing. */
  public static final int CODES = 18;

  private static final int PER_KIND = CODES / 2;
  /** Brand codes up to this one were seen more often as something else. */
  private static final int UNSURE = 3;

  private static final int PROSE_LONGEST = 6;
  private static final int SURE_BITS = 18;
  private static final int ANY_BITS = 20;
  private static final int MOST = 1 << 20;

  private final int[] hashes;
  private final byte[] codes;
  private final int mask;
  private final int size;
  /** One bit for the low bits of the hash of each brand that was mostly seen as one. */
  private final long[] sure = new long[1 << (SURE_BITS - 6)];
  /** One bit for the low bits of every hash. */
  private final long[] any = new long[1 << (ANY_BITS - 6)];

  /** Two names of one hash share the larger code. */
  public NameTable(Map<String, Integer> names) {
    int capacity = 16;
    while (capacity < names.size() * 3) {
      capacity *= 2;
    }
    hashes = new int[capacity];
    codes = new byte[capacity];
    mask = capacity - 1;
    names.forEach((name, code) -> {
      if (name.length() < SHORTEST || name.length() > LONGEST || code < 1 || code > CODES) {
        throw new IllegalArgumentException("names: "
            + SHORTEST
            + " to "
            + LONGEST
            + " characters and a code of 1 to "
            + CODES
            + " are required, got a name of "
            + name.length()
            + " with "
            + code);
      }
      put(hash(name.toCharArray(), 0, name.length()), code.byteValue());
    });
    int n = 0;
    for (byte code : codes) {
      n += code == 0 ? 0 : 1;
    }
    size = n;
  }

  private NameTable(int[] hashes, byte[] codes, int size) {
    this.hashes = hashes;
    this.codes = codes;
    this.mask = hashes.length - 1;
    this.size = size;
  }

  private static boolean sureBrand(int code) {
    return code > UNSURE && code <= PER_KIND;
  }

  /**
   * The code of a name that was seen; 0 when that says nothing.
   *
   * @param brands how often as a brand
   * @param products how often as a product
   * @param occurrences how often its characters stood in the texts at all
   */
  public static int code(double brands, double products, double occurrences) {
    boolean brand = brands >= products;
    double count = brand ? brands : products;
    if (count < 1) {
      return 0;
    }
    double share = count / Math.max(occurrences, count);
    int sure = share >= 0.8 ? 2 : share >= 0.4 ? 1 : 0;
    int often = count >= 8 ? 2 : count >= 3 ? 1 : 0;
    return sure == 0 && often == 0 ? 0 : 1 + (brand ? 0 : PER_KIND) + sure * 3 + often;
  }

  int size() {
    return size;
  }

  /**
   * Marks the names in a text: for each character the code and the place in it (first, inside, last)
   * of the longest brand and of the longest product that covers it, as {@code code * 4 + place}.
   */
  void mark(char[] text, int length, byte[] brands, byte[] products) {
    byte[] longestBrand = new byte[length];
    byte[] longestProduct = new byte[length];
    for (int i = 0; i + SHORTEST <= length; i++) {
      if (insideWord(text, i, length)) {
        continue;
      }
      int hash = step(0, text[i]);
      int limit = Math.min(length, i + LONGEST);
      for (int end = i + 1; end < limit; end++) {
        hash = step(hash, text[end]);
        int code = get(spread(hash));
        if (code == 0 || insideWord(text, end + 1, length)) {
          continue;
        }
        boolean brand = code <= PER_KIND;
        byte[] longest = brand ? longestBrand : longestProduct;
        byte[] marks = brand ? brands : products;
        byte covered = (byte) (end + 1 - i);
        for (int k = i; k <= end; k++) {
          if (covered > longest[k]) {
            longest[k] = covered;
            marks[k] = (byte) (code * 4 + (k == i ? 0 : k == end ? 2 : 1));
          }
        }
      }
    }
  }

  /**
   * Whether a brand of at most {@value #PROSE_LONGEST} characters, seen before and mostly as a brand,
   * stands where no name is linked.
   */
  boolean holdsBrand(char[] text, int length, byte[] linked) {
    for (int i = 0; i + SHORTEST <= length; i++) {
      if (linked[i] != 0 || insideWord(text, i, length)) {
        continue;
      }
      int hash = step(0, text[i]);
      int limit = Math.min(length, i + PROSE_LONGEST);
      for (int end = i + 1; end < limit; end++) {
        hash = step(hash, text[end]);
        int key = spread(hash);
        int bit = key & ((1 << SURE_BITS) - 1);
        if (((sure[bit >>> 6] >>> bit) & 1) != 0
            && sureBrand(get(key))
            && !insideWord(text, end + 1, length)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a position lies between two letters or digits of ASCII. */
  private static boolean insideWord(char[] text, int at, int length) {
    return at > 0
        && at < length
        && Characters.asciiLetterOrDigit(text[at - 1])
        && Characters.asciiLetterOrDigit(text[at]);
  }

  private int get(int hash) {
    int bit = hash & ((1 << ANY_BITS) - 1);
    if (((any[bit >>> 6] >>> bit) & 1) == 0) {
      return 0;
    }
    for (int slot = hash & mask; codes[slot] != 0; slot = (slot + 1) & mask) {
      if (hashes[slot] == hash) {
        return codes[slot];
      }
    }
    return 0;
  }

  private void put(int hash, byte code) {
    int slot = hash & mask;
    while (codes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    if (sureBrand(code)) {
      int bit = hash & ((1 << SURE_BITS) - 1);
      sure[bit >>> 6] |= 1L << bit;
    }
    int any = hash & ((1 << ANY_BITS) - 1);
    this.any[any >>> 6] |= 1L << any;
    hashes[slot] = hash;
    codes[slot] = (byte) Math.max(codes[slot], code);
  }

  private static int hash(char[] name, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = step(hash, name[i]);
    }
    return spread(hash);
  }

  private static int step(int hash, char c) {
    return (hash + c + 1) * 0x01000193;
  }

  private static int spread(int hash) {
    int h = hash ^ (hash >>> 15);
    h *= 0x2C1B3C6D;
    return h ^ (h >>> 13);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] != 0) {
        out.writeInt(hashes[i]);
        out.writeByte(codes[i]);
      }
    }
  }

  static NameTable read(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("tagger model: 0 to " + MOST + " names are required, got " + size);
    }
    int capacity = 16;
    while (capacity < size * 3) {
      capacity *= 2;
    }
    var table = new NameTable(new int[capacity], new byte[capacity], size);
    for (int i = 0; i < size; i++) {
      int hash = in.readInt();
      byte code = in.readByte();
      if (code < 1 || code > CODES) {
        throw new IOException(
            "tagger model: a code of 1 to " + CODES + " is required, got " + code);
      }
      table.put(hash, code);
    }
    return table;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NameTable t
        && Arrays.equals(hashes, t.hashes)
        && Arrays.equals(codes, t.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }
}
