package io.tidewatch.model.trend;

import java.time.Instant;
import java.util.List;

/**
 * A word that no dictionary holds yet.
 *
 * @param word in folded form, as it is promoted
 * @param authors distinct authors or titles of the window, estimated
 * @param documents documents of the window
 * @param cohesion minimum pointwise mutual information over the word's cuts, in nats
 * @param leftEntropy of what stands before it, in nats
 * @param rightEntropy of what stands behind it, in nats
 * @param score what the words are ordered by
 * @param firstSeen in the window or its past
 * @param evidence documents of different authors, at most three
 */
public record NewWord(
    String word,
    long authors,
    long documents,
    double cohesion,
    double leftEntropy,
    double rightEntropy,
    double score,
    Instant firstSeen,
    List<String> evidence) {

  public NewWord {
    evidence = List.copyOf(evidence);
  }
}
