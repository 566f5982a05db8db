package io.tidewatch.audience.answer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one user is to a brand, and why. Names are the names in JSON.
 *
 * @param userId as it was given
 * @param goal of the selection: {@code deepen} or {@code buy}
 * @param asOf T; nothing at or after it was read
 * @param state O, A, I, P or L
 * @param text what follows, in one sentence
 * @param evidence what the state, and shallower ones, rest on; the deepest first
 * @param directions all six; empty for a user whom no selection may take
 * @param model null for a user whom no selection may take
 * @param selection null for a user whom no selection may take
 */
public record Explanation(
    String userId,
    String brandId,
    String goal,
    Instant asOf,
    String state,
    String text,
    List<Proof> evidence,
    List<DirectionScore> directions,
    @Nullable ModelScore model,
    @Nullable Standing selection) {

  public Explanation {
    evidence = List.copyOf(evidence);
    directions = List.copyOf(directions);
  }

  /** The same with other evidence, such as one that names its records. */
  public Explanation with(List<Proof> proofs) {
    return new Explanation(
        userId, brandId, goal, asOf, state, text, proofs, directions, model, selection);
  }

  /**
   * One kind of evidence that holds a state at T.
   *
   * @param state the state that it gives
   * @param kind such as {@code click} or {@code shown-in-results}
   * @param count how many times within the state's window
   * @param newest of these, at most five, newest first
   */
  public record Proof(String state, String kind, int count, List<Act> newest) {
    public Proof {
      newest = List.copyOf(newest);
    }
  }

  /**
   * One record behind evidence.
   *
   * @param type of the record, such as {@code search}
   * @param at its time, to the second
   * @param keyword of a search, normalised; null for one that is known by its results alone
   * @param records keys that fit; empty where nobody looked for them
   */
  public record Act(
      String type,
      Instant at,
      @Nullable String productId,
      @Nullable String keyword,
      @Nullable String channel,
      List<String> records) {
    public Act {
      records = List.copyOf(records);
    }
  }

  /**
   * How a direction sees the user.
   *
   * @param score the direction's own; 0 where it does not reach the user
   * @param place in the universe, 1 is best, users of one score share the middle; null where it does
   *     not reach the user
   * @param of users in the universe
   * @param evidence −ln (place / (of + 1)); what it adds to the score of {@code expand}
   * @param reasons the weightiest first; contributions are parts of the evidence
   */
  public record DirectionScore(
      String direction,
      double score,
      @Nullable Double place,
      int of,
      double evidence,
      List<Reason> reasons) {
    public DirectionScore {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The model's score taken apart: {@code start} and all contributions add up to {@code logOdds}.
   *
   * @param probability of reaching the goal in a population mixed as the sample was, 0 to 1
   * @param logOdds ln (probability / (1 − probability))
   * @param start log-odds of an average user of the sample
   * @param contributions the largest first
   */
  public record ModelScore(
      double probability, double logOdds, double start, List<Contribution> contributions) {
    public ModelScore {
      contributions = List.copyOf(contributions);
    }
  }

  /**
   * What one feature adds.
   *
   * @param feature its name in the model
   * @param value of the user; null when it is not known
   * @param logOdds above 0 raises the chance, below 0 lowers it
   */
  public record Contribution(String feature, @Nullable Double value, double logOdds, String text) {}

  /**
   * Whether the default selection takes the user.
   *
   * @param size users that it takes
   * @param place by probability, 1 is best, ties by user id
   * @param of users in the universe
   */
  public record Standing(int size, int place, int of, boolean selected) {}
}
