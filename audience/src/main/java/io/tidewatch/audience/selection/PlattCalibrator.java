package io.tidewatch.audience.selection;

/**
 * p = σ(a·margin + b), a and b by weighted likelihood with Platt's smoothed labels, (P+1)/(P+2) and
 * 1/(U+2). The slope is kept positive, so the order of users stays; a margin without any bearing on
 * the label gives nearly one probability to all.
 *
 * <p>J. Platt, Probabilistic outputs for support vector machines, 1999; H.-T. Lin, C.-J. Lin,
 * R. Weng, A note on Platt's probabilistic outputs, Machine Learning 68 (2007).
 *
 * @param slope a, positive
 * @param intercept b
 */
record PlattCalibrator(double slope, double intercept) implements Calibrator {
  private static final int STEPS = 100;
  private static final double RIDGE = 1e-10;
  private static final double STILL = 1e-10;
  private static final double ENOUGH = 1e-4;
  private static final double LEAST_SLOPE = 1e-6;

  static PlattCalibrator fit(double[] margins, boolean[] positive, float[] weights) {
    double p = 0;
    double u = 0;
    for (int i = 0; i < margins.length; i++) {
      p += positive[i] ? weights[i] : 0;
      u += positive[i] ? 0 : weights[i];
    }
    double[] targets = new double[margins.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = positive[i] ? (p + 1) / (p + 2) : 1 / (u + 2);
    }
    double flat = Math.log((p + 1) / (u + 1));
    PlattCalibrator curve = new Likelihood(margins, targets, weights).maximise(flat);
    return curve.slope > LEAST_SLOPE ? curve : new PlattCalibrator(LEAST_SLOPE, flat);
  }

  @Override
  public double probability(double margin) {
    return Logistic.of(slope * margin + intercept);
  }

  private static final class Likelihood {
    private final double[] margins;
    private final double[] targets;
    private final float[] weights;

    Likelihood(double[] margins, double[] targets, float[] weights) {
      this.margins = margins;
      this.targets = targets;
      this.weights = weights;
    }

    PlattCalibrator maximise(double flat) {
      double a = 0;
      double b = flat;
      for (int step = 0; step < STEPS; step++) {
        double ga = 0;
        double gb = 0;
        double haa = RIDGE;
        double hab = 0;
        double hbb = RIDGE;
        for (int i = 0; i < margins.length; i++) {
          double q = Logistic.of(a * margins[i] + b);
          double miss = weights[i] * (q - targets[i]);
          double curve = weights[i] * q * (1 - q);
          ga += miss * margins[i];
          gb += miss;
          haa += curve * margins[i] * margins[i];
          hab += curve * margins[i];
          hbb += curve;
        }
        double determinant = haa * hbb - hab * hab;
        if (!(determinant > 0)) {
          break;
        }
        double da = (ga * hbb - gb * hab) / determinant;
        double db = (gb * haa - ga * hab) / determinant;
        double length = length(a, b, da, db, ga * da + gb * db);
        a -= length * da;
        b -= length * db;
        if (length * (Math.abs(da) + Math.abs(db)) < STILL) {
          break;
        }
      }
      return new PlattCalibrator(a, b);
    }

    /** The largest of 1, ½, ¼ … that lowers the loss enough; 0 when none does. */
    private double length(double a, double b, double da, double db, double slope) {
      double loss = loss(a, b);
      for (double length = 1; length > STILL; length /= 2) {
        if (loss(a - length * da, b - length * db) < loss - ENOUGH * length * slope) {
          return length;
        }
      }
      return 0;
    }

    private double loss(double a, double b) {
      double sum = 0;
      for (int i = 0; i < margins.length; i++) {
        double f = a * margins[i] + b;
        double softplus = f > 0 ? f + Math.log1p(Math.exp(-f)) : Math.log1p(Math.exp(f));
        sum += weights[i] * (softplus - targets[i] * f);
      }
      return sum;
    }
  }
}
