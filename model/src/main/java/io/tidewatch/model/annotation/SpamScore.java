package io.tidewatch.model.annotation;

import java.util.List;

/**
 * How much one text looks like spam or a paid post, from the text and what is known of it alone.
 * What other documents say of its author or wording is the index's to know.
 *
 * @param score 0 (nothing speaks for it) to 1
 * @param reasons what speaks for it, heaviest first; empty when nothing does
 */
public record SpamScore(double score, List<SpamReason> reasons) {
  /** From this score on a post is suspected. */
  public static final double SUSPECTED = 0.5;

  /** Nothing speaks for it. */
  public static final SpamScore NONE = new SpamScore(0, List.of());

  public SpamScore {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score: 0 to 1 is required, got " + score);
    }
    reasons = List.copyOf(reasons);
  }

  /** Whether the score reaches {@link #SUSPECTED}. */
  public boolean suspected() {
    return score >= SUSPECTED;
  }
}
