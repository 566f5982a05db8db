package io.tidewatch.audience.direction;

import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.facts.UserSet;
import java.util.List;

/** Whom a direction reaches, and how well. Not to be changed. */
public final class Reach {
  private final String direction;
  private final float[] scores;
  private final Explainer explainer;

  /** Says why a user is reached, the weightiest reason first. */
  @FunctionalInterface
  interface Explainer {
    List<Reason> reasons(int user);
  }

  /** {@code scores} by user: finite, 0 for those who are not reached. */
  Reach(String direction, float[] scores, Explainer explainer) {
    this.direction = direction;
    this.scores = scores;
    this.explainer = explainer;
  }

  /** Nobody. */
  static Reach nobody(String direction, int users) {
    return new Reach(direction, new float[users], user -> List.of());
  }

  public String direction() {
    return direction;
  }

  /** The direction's own score of a user, above 0; 0 for who is not reached. */
  public float score(int user) {
    return scores[user];
  }

  /**
   * Place of a user whom it reaches among all that it reaches, from 1; users of one score share the
   * middle of their places.
   */
  public double place(int user) {
    int above = 0;
    int alike = 0;
    for (float score : scores) {
      above += score > scores[user] ? 1 : 0;
      alike += score == scores[user] ? 1 : 0;
    }
    return above + (alike + 1) / 2.0;
  }

  /** Users in all, reached or not. */
  public int users() {
    return scores.length;
  }

  /** Whom it reaches. */
  public UserSet reached() {
    var reached = new UserSet.Builder();
    for (int user = 0; user < scores.length; user++) {
      if (scores[user] > 0) {
        reached.add(user);
      }
    }
    return reached.build();
  }

  /** Why; contributions add up to at most the direction's own score. */
  public List<Reason> reasons(int user) {
    return explainer.reasons(user);
  }
}
