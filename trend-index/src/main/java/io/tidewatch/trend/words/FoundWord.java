package io.tidewatch.trend.words;

import io.tidewatch.trend.detect.LogOdds;
import java.util.List;

/**
 * A string and why it may be a new word. A word holds together inside and is free outside: its
 * cohesion is the minimum pointwise mutual information over all cuts into two [Sornlertlamvanich,
 * Potipiti, Charoenporn 2000, who join it with entropy in a decision tree; as a public method of
 * Chinese word finding it is folk], its freedom the lower of the two entropies of its neighbours.
 *
 * @param rise distinct authors with the word among all authors, in the window against before
 * @param documents texts of the window
 * @param countError by how much the table may have counted it too often
 * @param cohesion in nats
 * @param firstSeen earliest time in microseconds among the texts that were read
 * @param evidence keys of texts of different authors in the window
 */
public record FoundWord(
    String word,
    LogOdds rise,
    long documents,
    long countError,
    double cohesion,
    double leftEntropy,
    double rightEntropy,
    long firstSeen,
    List<String> evidence) {
  /** Fewer authors before the window tell nothing of a rise. */
  static final long ENOUGH_PAST = 50;

  public FoundWord {
    evidence = List.copyOf(evidence);
  }

  /** Distinct authors in the window, estimated. */
  public long authors() {
    return rise.y1();
  }

  /** The lower entropy of the two sides. */
  public double freedom() {
    return Math.min(leftEntropy, rightEntropy);
  }

  /** Whether it passes a rule. Without a past the rise is not asked for. */
  public boolean passes(NewWordRule rule) {
    return authors() >= rule.authors()
        && cohesion >= rule.cohesion()
        && freedom() >= rule.entropy()
        && (rise.n2() < ENOUGH_PAST || rise.z() >= rule.rise());
  }

  /** Size of the talk times how well it holds together and how free it is; finite. */
  public double score() {
    double size = rise.n2() < ENOUGH_PAST ? Math.sqrt((double) authors()) : Math.max(0, rise.z());
    return size * cohesion * Math.min(freedom(), 2);
  }

  /** Every input and what comes of it. */
  public String explain() {
    return "%s: authors=%d documents=%d countError=%d cohesion=%.4f left=%.4f right=%.4f score=%.4f; %s"
        .formatted(
            word,
            authors(),
            documents,
            countError,
            cohesion,
            leftEntropy,
            rightEntropy,
            score(),
            rise.explain());
  }
}
