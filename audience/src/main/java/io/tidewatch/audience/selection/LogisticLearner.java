package io.tidewatch.audience.selection;

import java.util.Arrays;
import java.util.Locale;

/**
 * Logistic regression with an L2 penalty: minimises Σ wᵢ·ln(1 + exp(−yᵢ·fᵢ)) + λ/2·|β|², the
 * intercept unpenalised, by Newton steps whose directions come from conjugate gradients and whose
 * length is halved until the loss falls enough. Importance of a column is |β| times its standard
 * deviation.
 *
 * <p>After C.-J. Lin, R. Weng, S. Keerthi, Trust region Newton method for large-scale logistic
 * regression, JMLR 9 (2008), with a line search in place of the trust region.
 *
 * @param lambda λ, positive; how strongly columns are drawn to 0
 */
public record LogisticLearner(double lambda) implements Learner {
  private static final int STEPS = 50;
  private static final int INNER_STEPS = 40;
  private static final double INNER_TOLERANCE = 0.1;
  private static final double TOLERANCE = 1e-6;
  private static final double ENOUGH = 1e-4;

  /** Checks the range. */
  public LogisticLearner {
    if (!(lambda > 0 && Double.isFinite(lambda))) {
      throw new IllegalArgumentException("lambda: a positive number is required, got " + lambda);
    }
  }

  @Override
  public String name() {
    return "logistic regression";
  }

  @Override
  public String settings() {
    return String.format(Locale.ROOT, "L2 penalty %s", lambda);
  }

  @Override
  public Form form() {
    return Form.ONE_HOT;
  }

  @Override
  public Trained train(
      EncodedMatrix matrix, boolean[] positive, float[] weights, int threads, long seed) {
    var fit = new Fit(matrix, positive, weights, lambda);
    double[] beta = fit.newton();
    double[] means = fit.means();
    return new LogisticModel(beta, means, fit.importance(beta, means));
  }

  /** One problem; the intercept is the last coefficient. */
  private static final class Fit {
    private final EncodedMatrix x;
    private final boolean[] positive;
    private final float[] weights;
    private final double lambda;
    private final int d;
    private final double[] curvature;

    Fit(EncodedMatrix x, boolean[] positive, float[] weights, double lambda) {
      this.x = x;
      this.positive = positive;
      this.weights = weights;
      this.lambda = lambda;
      this.d = x.columns();
      this.curvature = new double[x.rows()];
    }

    double[] newton() {
      double[] beta = new double[d + 1];
      double[] gradient = new double[d + 1];
      double loss = loss(beta);
      double first = -1;
      for (int step = 0; step < STEPS; step++) {
        gradient(beta, gradient);
        double norm = norm(gradient);
        first = first < 0 ? norm : first;
        if (norm <= TOLERANCE * Math.max(first, 1e-12)) {
          break;
        }
        double[] direction = direction(gradient, norm);
        double slope = dot(gradient, direction);
        double length = 1;
        double[] next = moved(beta, direction, length);
        double nextLoss = loss(next);
        while (nextLoss > loss + ENOUGH * length * slope && length > 1e-8) {
          length /= 2;
          next = moved(beta, direction, length);
          nextLoss = loss(next);
        }
        if (!(nextLoss < loss)) {
          break;
        }
        beta = next;
        loss = nextLoss;
      }
      return beta;
    }

    private double loss(double[] beta) {
      double sum = 0;
      for (int i = 0; i < x.rows(); i++) {
        double f = x.dot(i, beta) + beta[d];
        double z = positive[i] ? -f : f;
        sum += weights[i] * (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));
      }
      double squares = 0;
      for (int j = 0; j < d; j++) {
        squares += beta[j] * beta[j];
      }
      return sum + lambda / 2 * squares;
    }

    private void gradient(double[] beta, double[] gradient) {
      Arrays.fill(gradient, 0);
      for (int i = 0; i < x.rows(); i++) {
        double p = Logistic.of(x.dot(i, beta) + beta[d]);
        double miss = weights[i] * (p - (positive[i] ? 1 : 0));
        x.add(i, miss, gradient);
        gradient[d] += miss;
        curvature[i] = weights[i] * p * (1 - p);
      }
      for (int j = 0; j < d; j++) {
        gradient[j] += lambda * beta[j];
      }
    }

    /** Solves Hessian · direction = −gradient roughly. */
    private double[] direction(double[] gradient, double norm) {
      double[] s = new double[d + 1];
      double[] r = new double[d + 1];
      for (int j = 0; j <= d; j++) {
        r[j] = -gradient[j];
      }
      double[] p = r.clone();
      double[] hp = new double[d + 1];
      double rr = dot(r, r);
      for (int step = 0; step < INNER_STEPS && Math.sqrt(rr) > INNER_TOLERANCE * norm; step++) {
        hessian(p, hp);
        double curve = dot(p, hp);
        if (curve <= 0) {
          break;
        }
        double alpha = rr / curve;
        for (int j = 0; j <= d; j++) {
          s[j] += alpha * p[j];
          r[j] -= alpha * hp[j];
        }
        double next = dot(r, r);
        for (int j = 0; j <= d; j++) {
          p[j] = r[j] + next / rr * p[j];
        }
        rr = next;
      }
      return s;
    }

    private void hessian(double[] p, double[] result) {
      Arrays.fill(result, 0);
      for (int i = 0; i < x.rows(); i++) {
        double by = curvature[i] * (x.dot(i, p) + p[d]);
        x.add(i, by, result);
        result[d] += by;
      }
      for (int j = 0; j < d; j++) {
        result[j] += lambda * p[j];
      }
    }

    double[] means() {
      double[] means = new double[d];
      for (int i = 0; i < x.rows(); i++) {
        x.add(i, 1.0 / x.rows(), means);
      }
      return means;
    }

    double[] importance(double[] beta, double[] means) {
      double[] squares = new double[d];
      for (int e = 0; e < x.start(x.rows()); e++) {
        double v = x.valueArray()[e];
        squares[x.columnArray()[e]] += v * v;
      }
      double[] importance = new double[d];
      for (int j = 0; j < d; j++) {
        double variance = Math.max(0, squares[j] / x.rows() - means[j] * means[j]);
        importance[j] = Math.abs(beta[j]) * Math.sqrt(variance);
      }
      return importance;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
      double[] to = from.clone();
      for (int j = 0; j < to.length; j++) {
        to[j] += length * direction[j];
      }
      return to;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int j = 0; j < a.length; j++) {
        sum += a[j] * b[j];
      }
      return sum;
    }

    private static double norm(double[] a) {
      return Math.sqrt(dot(a, a));
    }
  }
}
