package io.tidewatch.keywords.formula;

import io.tidewatch.keywords.KeywordConfig;
import java.util.List;

/**
 * Fits {@link ScoreModel} by logistic regression on grouped trials, with a normal prior around the
 * default coefficients (maximum a posteriori, Newton's method). The prior keeps a coefficient that
 * the data do not tell at its default. The order of the trials does not matter beyond rounding.
 */
public final class ScoreFit {
  private static final double[] PRIOR_SD = {3, 0.5, 1, 1, 1};
  private static final int STEPS = 50;
  private static final double SMALLEST_STEP = 1e-6;

  private final KeywordConfig.Fit limits;

  public ScoreFit(KeywordConfig.Fit limits) {
    this.limits = limits;
  }

  /** The fitted model, or the default one when the trials are too few. */
  public ScoreModel fit(List<Trials> trials) {
    long seen = trials.stream().mapToLong(Trials::searchers).sum();
    long bought = trials.stream().mapToLong(Trials::buyers).sum();
    if (trials.size() < limits.minPairs() || bought < limits.minConversions()) {
      return ScoreModel.DEFAULT.unfitted(trials.size(), seen, bought);
    }
    double[] centre = ScoreModel.DEFAULT.coefficients();
    double[] beta = centre.clone();
    double best = posterior(trials, beta, centre);
    for (int step = 0; step < STEPS; step++) {
      double[] move = newtonStep(trials, beta, centre);
      double[] next = moved(beta, move, 1);
      double reached = posterior(trials, next, centre);
      // A whole step from far away overshoots where the curve is flat.
      for (double part = 0.5; reached < best && part > SMALLEST_STEP; part /= 2) {
        next = moved(beta, move, part);
        reached = posterior(trials, next, centre);
      }
      if (!(reached > best)) {
        break;
      }
      beta = next;
      best = reached;
    }
    return new ScoreModel(
        beta[0], beta[1], beta[2], beta[3], beta[4], true, trials.size(), seen, bought);
  }

  private static double[] moved(double[] from, double[] move, double part) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += part * move[i];
    }
    return to;
  }

  /** Logarithm of the posterior density, up to a constant. */
  private static double posterior(List<Trials> trials, double[] beta, double[] centre) {
    double sum = 0;
    for (int i = 0; i < beta.length; i++) {
      double distance = (beta[i] - centre[i]) / PRIOR_SD[i];
      sum -= distance * distance / 2;
    }
    for (Trials row : trials) {
      double z = row.score(beta);
      sum += row.buyers() * z - row.searchers() * softplus(z);
    }
    return sum;
  }

  /** ln(1 + e^z) without overflow. */
  private static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double[] newtonStep(List<Trials> trials, double[] beta, double[] centre) {
    int n = beta.length;
    double[] gradient = new double[n];
    double[][] curvature = new double[n][n];
    for (int i = 0; i < n; i++) {
      double precision = 1 / (PRIOR_SD[i] * PRIOR_SD[i]);
      gradient[i] = (centre[i] - beta[i]) * precision;
      curvature[i][i] = precision;
    }
    for (Trials row : trials) {
      double p = ScoreModel.sigmoid(row.score(beta));
      double rest = row.buyers() - row.searchers() * p;
      double weight = row.searchers() * p * (1 - p);
      for (int i = 0; i < n; i++) {
        gradient[i] += rest * row.feature(i);
        for (int j = 0; j < n; j++) {
          curvature[i][j] += weight * row.feature(i) * row.feature(j);
        }
      }
    }
    return solve(curvature, gradient);
  }

  /** Solves a positive definite system by Gauss elimination; overwrites its arguments. */
  private static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    for (int pivot = 0; pivot < n; pivot++) {
      for (int row = pivot + 1; row < n; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < n; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        right[row] -= factor * right[pivot];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int column = row + 1; column < n; column++) {
        right[row] -= matrix[row][column] * right[column];
      }
      right[row] /= matrix[row][row];
    }
    return right;
  }

  /**
   * Searchers of one keyword whom one brand did not hold, and those of them who bought it after.
   *
   * @param features as {@link ScoreModel#features} gives them; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Trials(double[] features, long searchers, long buyers) {
    double feature(int i) {
      return features[i];
    }

    public double score(double[] beta) {
      double z = 0;
      for (int i = 0; i < beta.length; i++) {
        z += beta[i] * features[i];
      }
      return z;
    }
  }
}
