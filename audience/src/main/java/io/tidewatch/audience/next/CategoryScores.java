package io.tidewatch.audience.next;

import io.tidewatch.audience.next.History.Question;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** One view of what a user buys next: shares of all categories that sum to 1, or all 0. */
sealed interface CategoryScores {
  /** Shares by category number. */
  double[] of(Question question, History history);

  /**
   * How often everybody bought a category, decayed.
   *
   * @param halfLife days; infinite for no decay
   */
  record Popularity(double halfLife) implements CategoryScores {
    @Override
    public double[] of(Question question, History history) {
      double[] scores = new double[history.categoryCount()];
      for (Purchase p : question.before()) {
        scores[history.number(p)] += decay(p, question, halfLife);
      }
      return shares(scores);
    }
  }

  /**
   * What the user bought before, decayed.
   *
   * @param halfLife days
   */
  record OwnPast(double halfLife) implements CategoryScores {
    @Override
    public double[] of(Question question, History history) {
      double[] scores = new double[history.categoryCount()];
      for (Purchase p : question.own()) {
        scores[history.number(p)] += decay(p, question, halfLife);
      }
      return shares(scores);
    }
  }

  /**
   * Popularity within the parents of what the user bought before.
   *
   * @param popularity over all parents
   */
  record SameParent(Popularity popularity) implements CategoryScores {
    @Override
    public double[] of(Question question, History history) {
      Set<String> parents = new HashSet<>();
      question.own().forEach(p -> parents.add(p.parent()));
      double[] scores = popularity.of(question, history);
      for (int c = 0; c < scores.length; c++) {
        scores[c] = parents.contains(history.parent(c)) ? scores[c] : 0;
      }
      return shares(scores);
    }
  }

  /**
   * Σ of the weights from what the user bought before.
   *
   * @param weights from each user's set of categories
   */
  record Linked(Function<Collection<Set<Integer>>, ItemWeights> weights) implements CategoryScores {
    @Override
    public double[] of(Question question, History history) {
      double[] scores = new double[history.categoryCount()];
      if (question.own().isEmpty()) {
        return scores;
      }
      ItemWeights linked = weights.apply(history.baskets(question.before()));
      question
          .own()
          .forEach(p -> linked.from(history.number(p)).forEach((to, w) -> scores[to] += w));
      return shares(scores);
    }
  }

  /** What others bought after the category that the user bought last. */
  record Transition() implements CategoryScores {
    @Override
    public double[] of(Question question, History history) {
      double[] scores = new double[history.categoryCount()];
      if (question.own().isEmpty()) {
        return scores;
      }
      String last = question.own().getLast().category();
      var previous = new HashMap<String, Purchase>();
      for (Purchase p : question.before()) {
        Purchase earlier = previous.put(p.user(), p);
        if (earlier != null && earlier.category().equals(last)) {
          scores[history.number(p)]++;
        }
      }
      return shares(scores);
    }
  }

  /**
   * What families with a child of about the same age bought, those of the same gender counting more;
   * a Gaussian kernel on ln(age + 1½ years).
   *
   * @param width of the kernel
   * @param halfLife days
   */
  record ChildAge(double width, double halfLife) implements CategoryScores {
    private static final double OTHER_GENDER = 0.7;
    private static final double DAYS = 365.25;

    @Override
    public double[] of(Question question, History history) {
      return shares(weights(question, history));
    }

    /** Sums of the kernel by category, all 0 when the child is not known. */
    double[] weights(Question question, History history) {
      double[] scores = new double[history.categoryCount()];
      Child child = history.child(question.truth().user());
      if (child == null) {
        return scores;
      }
      double at = place(question.truth(), child);
      for (Purchase p : question.before()) {
        Child other = history.child(p.user());
        if (other != null) {
          double distance = (place(p, other) - at) / width;
          double same = other.gender().equals(child.gender()) ? 1 : OTHER_GENDER;
          scores[history.number(p)] +=
              same * Math.exp(-distance * distance / 2) * decay(p, question, halfLife);
        }
      }
      return scores;
    }

    private static double place(Purchase purchase, Child child) {
      double years = ChronoUnit.DAYS.between(child.birthday(), purchase.day()) / DAYS;
      return Math.log(Math.max(years, -1) + 1.5);
    }
  }

  /**
   * Popularity times how much more families with a child of about the same age buy a category than
   * all families do; a category's lift is drawn towards its parent's, and that towards 1.
   *
   * @param age the kernel
   * @param popularity what is lifted
   * @param prior families that the drawing is worth, positive
   */
  record AgeLift(ChildAge age, Popularity popularity, double prior) implements CategoryScores {
    private static final double SMALL = 0.1;

    @Override
    public double[] of(Question question, History history) {
      double[] scores = popularity.of(question, history);
      double[] near = age.weights(question, history);
      double[] all = new double[near.length];
      for (Purchase p : question.before()) {
        all[history.number(p)] += history.child(p.user()) == null ? 0 : 1;
      }
      var nearParent = new HashMap<String, Double>();
      var allParent = new HashMap<String, Double>();
      double nearSum = 0;
      double allSum = 0;
      for (int c = 0; c < near.length; c++) {
        all[c] += SMALL;
        nearParent.merge(history.parent(c), near[c], Double::sum);
        allParent.merge(history.parent(c), all[c], Double::sum);
        nearSum += near[c];
        allSum += all[c];
      }
      if (nearSum == 0) {
        return new double[near.length];
      }
      for (int c = 0; c < near.length; c++) {
        String parent = history.parent(c);
        double expected = allParent.getOrDefault(parent, 1.0) / allSum;
        double lift = (nearParent.getOrDefault(parent, 0.0) / expected + prior) / (nearSum + prior);
        double share = all[c] / allSum;
        scores[c] *= (near[c] / share + prior * lift) / (nearSum + prior);
      }
      return shares(scores);
    }
  }

  private static double decay(Purchase purchase, Question question, double halfLife) {
    return Math.pow(
        0.5, ChronoUnit.DAYS.between(purchase.day(), question.truth().day()) / halfLife);
  }

  private static double[] shares(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += score;
    }
    for (int i = 0; i < scores.length && sum > 0; i++) {
      scores[i] /= sum;
    }
    return scores;
  }
}
