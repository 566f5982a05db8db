package io.tidewatch.keywords.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Likeness of texts by shared pieces: characters and pairs of neighbours, and whole words of ASCII
 * letters and digits, each weighted by how rare it is among the keywords. Immutable.
 */
final class TextPieces {
  private static final int ASCII = 128;

  private final Map<String, List<String>> keywordsByPiece;
  private final Map<String, Double> rarity = new HashMap<>();
  private final Map<String, Double> lengths = new HashMap<>();

  /** {@code keywords} are normalised and distinct. */
  TextPieces(List<String> keywords) {
    var byPiece = new HashMap<String, ArrayList<String>>();
    for (String keyword : keywords) {
      for (String piece : of(keyword)) {
        byPiece.computeIfAbsent(piece, p -> new ArrayList<>()).add(keyword);
      }
    }
    byPiece.forEach((piece, holders) ->
        rarity.put(piece, Math.log(1 + (double) keywords.size() / holders.size())));
    keywords.forEach(keyword -> lengths.put(keyword, length(of(keyword))));
    this.keywordsByPiece = Map.copyOf(byPiece);
  }

  /**
   * Keywords that share a piece with {@code text}, with the cosine of both weighted sets of pieces,
   * pieces that no keyword holds left out; above 0, at most 1.
   */
  Map<String, Double> near(String text) {
    Set<String> pieces = of(text);
    pieces.retainAll(rarity.keySet());
    double length = length(pieces);
    var shared = new HashMap<String, Double>();
    for (String piece : pieces) {
      double weight = rarity.getOrDefault(piece, 0.0);
      for (String keyword : keywordsByPiece.getOrDefault(piece, List.of())) {
        shared.merge(keyword, weight * weight, Double::sum);
      }
    }
    shared.replaceAll(
        (keyword, sum) -> Math.min(1, sum / (length * lengths.getOrDefault(keyword, 1.0))));
    return shared;
  }

  private double length(Set<String> pieces) {
    double square = 0;
    for (String piece : pieces) {
      square += Math.pow(rarity.getOrDefault(piece, 0.0), 2);
    }
    return Math.sqrt(square);
  }

  /** The pieces of a normalised text. */
  static Set<String> of(String text) {
    var pieces = new HashSet<String>();
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (!Character.isLetterOrDigit(points[i])) {
        continue;
      }
      if (points[i] >= ASCII) {
        pieces.add(new String(points, i, 1));
        if (i + 1 < points.length && isCharacter(points[i + 1])) {
          pieces.add(new String(points, i, 2));
        }
        continue;
      }
      int start = i;
      while (i + 1 < points.length
          && points[i + 1] < ASCII
          && Character.isLetterOrDigit(points[i + 1])) {
        i++;
      }
      pieces.add(new String(points, start, i - start + 1));
    }
    return pieces;
  }

  private static boolean isCharacter(int point) {
    return point >= ASCII && Character.isLetterOrDigit(point);
  }
}
