package io.tidewatch.trend.words;

import io.tidewatch.trend.detect.LogOdds;
import io.tidewatch.trend.words.SpaceSaving.Entry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds words that no dictionary holds yet: strings of two to five Han characters and Latin letter
 * words that hold together, stand freely, are written by several authors, and by a larger share of
 * them in a window than before. The texts may come in any order.
 *
 * <p>Memory does not grow with the stream: a {@link Doorkeeper} keeps out what was seen once, a {@link
 * SpaceSaving} table of {@code capacity} strings counts the rest, each with two author sketches and two
 * neighbour lists of fixed size. A count is missing at most the first sighting and is too high by at
 * most N/capacity after N admitted sightings. A text counts once for each string. For one thread.
 */
public final class NewWordDetector {
  /** Strings that are counted, by default. */
  public static final int CAPACITY = 1 << 17;

  private static final int DOOR_BITS = 28;
  private static final int ALL_AUTHOR_BITS = 14;
  private static final int LONGEST = 5;
  /** Grammar's own characters: what begins or ends with one is a phrase. */
  private static final String PARTICLES =
      "的了是在不就都也有吗吧呢啊么这那我你他她它们很到说要会与及等被把将对从和又还再才只没但而或让给向为以于之其着过得地上下中后前里个一两几次位名年月日时";

  private final long windowStart;
  private final Predicate<String> known;
  private final SpaceSaving<Sightings> table;
  private final Doorkeeper door = new Doorkeeper(DOOR_BITS);
  private final DistinctSketch authorsNow = new DistinctSketch(ALL_AUTHOR_BITS);
  private final DistinctSketch authorsBefore = new DistinctSketch(ALL_AUTHOR_BITS);
  private final Cohesion cohesion;

  /**
   * A detector that has read nothing.
   *
   * @param windowStart first microsecond of the window; earlier texts are the past
   * @param known whether a folded string has a name already
   */
  public NewWordDetector(long windowStart, Predicate<String> known) {
    this(windowStart, known, CAPACITY);
  }

  NewWordDetector(long windowStart, Predicate<String> known, int capacity) {
    this.windowStart = windowStart;
    this.known = known;
    this.table = new SpaceSaving<>(capacity);
    this.cohesion = new Cohesion(table);
  }

  /** Reads a text. */
  public void accept(WordText text) {
    boolean inWindow = text.at() >= windowStart;
    (inWindow ? authorsNow : authorsBefore).add(text.author());
    Set<String> counted = new HashSet<>();
    WordRuns.of(text, new WordRuns.Sink() {
      @Override
      public void han(String run, int from, int to) {
        for (int start = from; start < to; start++) {
          cohesion.character(run.charAt(start));
          for (int end = start + 2; end <= Math.min(start + LONGEST, to); end++) {
            String word = run.substring(start, end);
            if (counted.add(word)) {
              char left = start == from ? Neighbours.EDGE : run.charAt(start - 1);
              char right = end == to ? Neighbours.EDGE : run.charAt(end);
              count(word, text, inWindow, left, right);
            }
          }
        }
      }

      @Override
      public void latin(String word) {
        word.chars().forEach(c -> cohesion.character((char) c));
        if (counted.add(word)) {
          count(word, text, inWindow, Neighbours.EDGE, Neighbours.EDGE);
        }
      }
    });
  }

  private void count(String word, WordText text, boolean inWindow, char left, char right) {
    if (!door.pass(word)) {
      return;
    }
    Sightings sightings = table.add(word, Sightings::new).kept();
    sightings.add(text, inWindow, left, right);
    if (WordRuns.han(word.charAt(0)) && text.words().contains(word)) {
      sightings.markKnown();
    }
  }

  /** How many strings the table holds. */
  int size() {
    return table.size();
  }

  /** New words: highest score first, then word. */
  public List<FoundWord> found(NewWordRule rule, int top) {
    var words = table.all().stream()
        .filter(entry -> entry.kept().authorsNow() >= rule.authors())
        .filter(entry -> !entry.kept().known() && mayBeWord(entry.key()))
        .map(this::judged)
        .filter(word -> word.passes(rule))
        .filter(word -> !known.test(word.word()))
        .sorted(
            Comparator.comparingDouble(FoundWord::score).reversed().thenComparing(FoundWord::word))
        .toList();
    return words.stream().limit(top).toList();
  }

  private FoundWord judged(Entry<Sightings> entry) {
    Sightings kept = entry.kept();
    long n1 = Math.max(authorsNow.count(), kept.authorsNow());
    long n2 = Math.max(authorsBefore.count(), kept.authorsBefore());
    return new FoundWord(
        entry.key(),
        new LogOdds(kept.authorsNow(), n1, kept.authorsBefore(), n2),
        kept.documents(),
        entry.error(),
        cohesion.of(entry),
        kept.leftEntropy(),
        kept.rightEntropy(),
        kept.first(),
        kept.evidence());
  }

  private boolean mayBeWord(String word) {
    if (!WordRuns.han(word.charAt(0))) {
      return true;
    }
    if (PARTICLES.indexOf(word.charAt(0)) >= 0
        || PARTICLES.indexOf(word.charAt(word.length() - 1)) >= 0) {
      return false;
    }
    for (int cut = 2; cut <= word.length() - 2; cut++) {
      if (inDictionary(word.substring(0, cut)) && inDictionary(word.substring(cut))) {
        return false;
      }
    }
    return true;
  }

  private boolean inDictionary(String word) {
    Entry<Sightings> entry = table.get(word);
    return entry != null && entry.kept().known();
  }
}
