package io.tidewatch.keywords.semantic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plain ways to find keywords for a wish, which any better one must beat. */
final class WishBaselines {
  private static final double K1 = 1.2;
  private static final double B = .75;

  private final Map<String, Set<String>> pieces = new HashMap<>();
  private final Map<String, Integer> holders = new HashMap<>();
  private final double meanLength;

  private final int length;

  /**
   * Over normalised keywords.
   *
   * @param length of the pieces to compare by: 1 for characters, 2 for pairs of neighbours
   */
  WishBaselines(List<String> keywords, int length) {
    this.length = length;
    for (String keyword : keywords) {
      Set<String> own = pieces(keyword);
      pieces.put(keyword, own);
      own.forEach(piece -> holders.merge(piece, 1, Integer::sum));
    }
    this.meanLength = pieces.values().stream().mapToInt(Set::size).average().orElse(1);
  }

  /** Words of letters and digits stay whole. */
  private Set<String> pieces(String text) {
    return TextPieces.of(text).stream()
        .filter(p -> p.codePointAt(0) < 128 || p.codePointCount(0, p.length()) == length)
        .collect(Collectors.toSet());
  }

  /** BM25 [Robertson et al. 1994]; keywords above 0. */
  Map<String, Double> bm25(String wish) {
    Set<String> wanted = pieces(wish);
    var scores = new HashMap<String, Double>();
    pieces.forEach((keyword, own) -> {
      double score = 0;
      double norm = K1 * (1 - B + B * own.size() / meanLength);
      for (String piece : wanted) {
        if (own.contains(piece)) {
          int df = holders.getOrDefault(piece, 0);
          double idf = Math.log(1 + (pieces.size() - df + .5) / (df + .5));
          score += idf * (K1 + 1) / (1 + norm);
        }
      }
      if (score > 0) {
        scores.put(keyword, score);
      }
    });
    return scores;
  }

  /** Length of the longest run of characters that both hold; keywords above 0. */
  Map<String, Double> longestPiece(String wish) {
    var scores = new HashMap<String, Double>();
    for (String keyword : pieces.keySet()) {
      int run = longest(wish, keyword);
      if (run > 0) {
        scores.put(keyword, (double) run);
      }
    }
    return scores;
  }

  private static int longest(String a, String b) {
    var above = new int[b.length() + 1];
    int best = 0;
    for (int i = 0; i < a.length(); i++) {
      var row = new int[b.length() + 1];
      for (int j = 0; j < b.length(); j++) {
        if (a.charAt(i) == b.charAt(j) && a.charAt(i) != ' ') {
          row[j + 1] = above[j] + 1;
          best = Math.max(best, row[j + 1]);
        }
      }
      above = row;
    }
    return best;
  }
}
