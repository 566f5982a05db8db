package io.tidewatch.audience.metric;

import java.util.List;

/**
 * PredictTA@N = |TopN(score) ∩ TA(t₀, t₀+h)| / N: the share of the best N users who entered the
 * target in the window.
 *
 * @param share N as a share of the universe, above 0 and at most 1
 * @param size N, users; at least 1
 * @param hits of them in the target; a fraction when the cut goes through equal scores
 * @param precision hits over size, 0 to 1
 * @param baseRate share of the whole universe in the target
 * @param lift precision over base rate; 0 when nobody is in the target
 */
public record PredictTa(
    double share, int size, double hits, double precision, double baseRate, double lift) {
  /** The shares that are reported, as parts of 1: 0.1, 0.5, 1, 5 and 10 %. */
  public static final List<Double> SHARES = List.of(0.001, 0.005, 0.01, 0.05, 0.1);

  /**
   * At one share of the universe, rounded to whole users.
   *
   * @throws IllegalArgumentException when the share is not above 0 and at most 1
   */
  public static PredictTa at(Ranking ranking, double share) {
    return at(List.of(ranking), share);
  }

  /**
   * The best of several rankings together, of each the same share, rounded to whole users.
   *
   * @throws IllegalArgumentException when there is no ranking or the share is not above 0 and at most 1
   */
  public static PredictTa at(List<Ranking> rankings, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share: above 0 and at most 1 is required, got " + share);
    }
    if (rankings.isEmpty()) {
      throw new IllegalArgumentException("rankings: at least one is required, got none");
    }
    int size = 0;
    double hits = 0;
    double positives = 0;
    long users = 0;
    for (Ranking ranking : rankings) {
      int own = (int) Math.max(1, Math.round(share * ranking.size()));
      size += own;
      hits += ranking.hitsWithin(own);
      positives += ranking.positives();
      users += ranking.size();
    }
    double base = positives / users;
    return new PredictTa(share, size, hits, hits / size, base, base > 0 ? hits / size / base : 0);
  }

  /** At every reported share, smallest first. */
  public static List<PredictTa> table(List<Ranking> rankings) {
    return SHARES.stream().map(s -> at(rankings, s)).toList();
  }
}
