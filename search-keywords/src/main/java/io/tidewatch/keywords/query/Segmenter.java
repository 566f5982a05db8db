package io.tidewatch.keywords.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a normal text into listed words, patterns and unlisted rest so that the sum of the pieces'
 * weights is greatest: long listed words first, few pieces, single characters only where little else
 * fits. Linear in the text for words of bounded length. Safe from any thread.
 */
final class Segmenter {
  private static final double CHARACTER = 10;
  private static final double NAME = -3;
  private static final double WORD = -4;
  private static final double LEARNED = -6;
  private static final double SURE_SINGLE = 2.5;
  /** Less than two unlisted characters weigh, which are rather a name than two such words. */
  private static final double SINGLE = 1.4;

  private static final Set<String> SURE_SINGLES = Set.of("audience", "season", "goods");
  private static final double MEASURE = 6;
  /** A number directly behind letters. */
  private static final double MEASURE_TAIL = 2;

  private static final double CODE = 4.5;
  private static final double REST = 3;
  private static final double REST_START = -2;
  private static final double SPACE_IN_HAN = -9;
  private static final int LONGEST_REST = 24;

  private final PhraseTrie<Sense> trie;

  Segmenter(QueryVocabulary vocabulary) {
    trie = vocabulary.trie();
  }

  List<Piece> cut(String text) {
    return new Lattice(text).cut();
  }

  /** The best cut up to each place of one text. */
  private final class Lattice {
    private final String text;
    private final double[] best;
    private final int[] before;
    private final @Nullable List<Sense>[] senses;
    private final @Nullable SpecPattern[] patterns;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Lattice(String text) {
      this.text = text;
      int places = text.length() + 1;
      best = new double[places];
      before = new int[places];
      senses = new List[places];
      patterns = new SpecPattern[places];
      Arrays.fill(best, 1, places, Double.NEGATIVE_INFINITY);
    }

    private List<Piece> cut() {
      for (int i = 0; i < text.length(); i++) {
        if (best[i] == Double.NEGATIVE_INFINITY) {
          continue;
        }
        if (text.charAt(i) == ' ') {
          offer(i, i + 1, 0, List.of(), null);
          continue;
        }
        listed(i);
        patterns(i);
        rest(i);
      }
      var pieces = new ArrayList<Piece>();
      for (int end = text.length(); end > 0; end = before[end]) {
        int start = before[end];
        String word = text.substring(start, end).replace(" ", "");
        List<Sense> meant = senses[end];
        if (!word.isEmpty()) {
          pieces.add(new Piece(start, end, word, meant == null ? List.of() : meant, patterns[end]));
        }
      }
      return pieces.reversed();
    }

    private void listed(int start) {
      if (start > 0 && sticks(text.charAt(start - 1), text.charAt(start))) {
        return;
      }
      int node = trie.start();
      double spaces = 0;
      int length = 0;
      for (int i = start; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == ' ') {
          spaces += QueryNormalizer.han(text.charAt(i - 1)) ? SPACE_IN_HAN : 0;
          continue;
        }
        node = trie.step(node, c);
        if (node == LongTable.ABSENT) {
          return;
        }
        length++;
        List<Sense> all = trie.at(node);
        if (all.isEmpty() || (i + 1 < text.length() && sticks(c, text.charAt(i + 1)))) {
          continue;
        }
        List<Sense> possible = possible(all);
        if (!possible.isEmpty()) {
          offer(start, i + 1, weight(length, possible) + spaces, possible, null);
        }
      }
    }

    private List<Sense> possible(List<Sense> all) {
      for (Sense sense : all) {
        if (!sense.possibleIn(text)) {
          return all.stream().filter(s -> s.possibleIn(text)).toList();
        }
      }
      return all;
    }

    private void patterns(int start) {
      char c = text.charAt(start);
      char left = start > 0 ? text.charAt(start - 1) : ' ';
      boolean latin = QueryNormalizer.latin(c);
      if (sticks(left, c) || !(latin || SpecPattern.NUMERALS.indexOf(c) >= 0)) {
        return;
      }
      boolean tail = latin && QueryNormalizer.latin(left);
      for (SpecPattern pattern : SpecPattern.values()) {
        int end = pattern.end(text, start);
        if (end == start
            || (end < text.length() && sticks(text.charAt(end - 1), text.charAt(end)))) {
          continue;
        }
        int length = end - start;
        double weight = switch (pattern) {
          case MEASURE, COUNT -> length * (tail ? MEASURE_TAIL : MEASURE);
          case CODE -> length * CODE;
          case WORD -> length * REST + REST_START;
        };
        offer(start, end, weight, List.of(), pattern);
      }
    }

    /** Characters that are not Latin, of which nothing is known. */
    private void rest(int start) {
      for (int i = start; i < text.length() && i - start < LONGEST_REST; i++) {
        char c = text.charAt(i);
        boolean latin = QueryNormalizer.latin(c);
        if (c == ' ' || (latin && i > start)) {
          return;
        }
        offer(start, i + 1, (i + 1 - start) * REST + REST_START, List.of(), null);
        if (latin) {
          return;
        }
      }
    }

    private void offer(
        int from, int to, double weight, List<Sense> meant, @Nullable SpecPattern pattern) {
      if (best[from] + weight > best[to]) {
        best[to] = best[from] + weight;
        before[to] = from;
        senses[to] = meant;
        patterns[to] = pattern;
      }
    }
  }

  private static double weight(int length, List<Sense> senses) {
    if (length == 1) {
      return SURE_SINGLES.contains(senses.getFirst().reason().detail()) ? SURE_SINGLE : SINGLE;
    }
    double base = senses.stream().anyMatch(Sense::catalogue)
        ? NAME
        : senses.getFirst().reason().code() == TypeReason.Code.STATISTICS ? LEARNED : WORD;
    return length * CHARACTER + base;
  }

  /** Whether two neighbours are of one Latin word or one number. */
  private static boolean sticks(char a, char b) {
    return (QueryNormalizer.letter(a) && QueryNormalizer.letter(b))
        || (QueryNormalizer.digit(a) && QueryNormalizer.digit(b));
  }
}
