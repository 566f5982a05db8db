package io.tidewatch.nlp.train;

import io.tidewatch.nlp.text.NormalText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups texts that are equal or nearly so, such as repost chains and copied reviews: MinHash bands
 * propose pairs, and a pair is near when half of both texts' 4-letter shingles are shared, or four
 * fifths of the shorter one's.
 */
public final class NearDuplicates {
  private static final int SHINGLE = 4;
  private static final int BANDS = 8;
  private static final int ROWS = 3;
  private static final double SHARED = 0.5;
  private static final double CONTAINED = 0.8;
  private static final int FEWEST_CONTAINED = 15;

  private NearDuplicates() {}

  /** For each text the hash that names its group: the smallest {@link #hash} in it. */
  public static long[] groups(List<NormalText> texts) {
    int n = texts.size();
    int[] parent = new int[n];
    Arrays.setAll(parent, i -> i);
    long[][] shingles = new long[n][];
    long[] hashes = new long[n];
    Map<Long, Integer> first = new HashMap<>();
    Map<Long, Integer> buckets = new HashMap<>();
    for (int i = 0; i < n; i++) {
      hashes[i] = hash(texts.get(i));
      Integer equal = first.putIfAbsent(hashes[i], i);
      if (equal != null) {
        parent[root(parent, i)] = root(parent, equal);
        continue;
      }
      shingles[i] = shingles(texts.get(i));
      long[] least = least(shingles[i]);
      for (int band = 0; band < BANDS && shingles[i].length >= SHINGLE; band++) {
        long key = band;
        for (int row = 0; row < ROWS; row++) {
          key = mix(key * 31 + least[band * ROWS + row]);
        }
        Integer other = buckets.putIfAbsent(key, i);
        if (other != null
            && root(parent, other) != root(parent, i)
            && near(shingles[i], shingles[other])) {
          parent[root(parent, i)] = root(parent, other);
        }
      }
    }
    long[] smallest = new long[n];
    Arrays.fill(smallest, Long.MAX_VALUE);
    for (int i = 0; i < n; i++) {
      int root = root(parent, i);
      smallest[root] = Math.min(smallest[root], hashes[i]);
    }
    long[] groups = new long[n];
    Arrays.setAll(groups, i -> smallest[root(parent, i)]);
    return groups;
  }

  /** Hash of a text's letters and digits, or of all of it when it has none. */
  public static long hash(NormalText text) {
    long h = 0;
    for (char c : letters(text)) {
      h = mix(h * 31 + c + 1);
    }
    return h;
  }

  private static char[] letters(NormalText text) {
    var letters = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.at(i))) {
        letters.append(text.at(i));
      }
    }
    return (letters.isEmpty() ? text.toString() : letters.toString()).toCharArray();
  }

  private static long[] shingles(NormalText text) {
    char[] c = letters(text);
    long[] all = new long[Math.max(0, c.length - SHINGLE + 1)];
    for (int i = 0; i < all.length; i++) {
      for (int k = 0; k < SHINGLE; k++) {
        all[i] = all[i] << 16 | c[i + k];
      }
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  private static long[] least(long[] shingles) {
    long[] least = new long[BANDS * ROWS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles) {
      long h = mix(shingle);
      for (int k = 0; k < least.length; k++) {
        least[k] = Math.min(least[k], mix(h + k));
      }
    }
    return least;
  }

  private static boolean near(long[] a, long[] b) {
    int both = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Long.compare(a[i], b[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both >= SHARED * (a.length + b.length - both)
        || (both > FEWEST_CONTAINED && both > CONTAINED * Math.min(a.length, b.length));
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static long mix(long value) {
    long h = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
    h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
    return h ^ h >>> 33;
  }
}
