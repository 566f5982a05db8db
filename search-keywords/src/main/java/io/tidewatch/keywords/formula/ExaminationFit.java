package io.tidewatch.keywords.formula;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Estimates {@link Examination} from one product standing at different places of the same keyword's
 * results: clicks at place p of pair i have the mean n_ip · θ_p · γ_i (examination times
 * attraction), θ₁ = 1. The estimate is the maximum of the Poisson likelihood, which is unique where
 * the places are connected by clicked pairs; the bounds come from the information of the likelihood
 * given each pair's clicks. A place needs {@code minClicks} such clicks, or it has no value.
 *
 * <p>Examination hypothesis: M. Richardson, E. Dominowska, R. Ragno, Predicting clicks, WWW 2007.
 * Same item at different places: A. Agarwal et al., Estimating position bias without intrusive
 * interventions, WSDM 2019. It takes for granted that a pair's attraction does not change with its
 * place. Not thread-safe.
 */
public final class ExaminationFit {
  private static final int ROUNDS = 1000;
  private static final double SETTLED = 1e-8;
  private static final double Z = 1.6448536269514722;

  private final int deepest;
  private final long minClicks;
  private final int mostPairs;
  private int[] item = new int[64];
  private int[] place = new int[64];
  private long[] shown = new long[64];
  private long[] clicked = new long[64];
  private int rows;

  /**
   * Positions below {@code deepest} are left out; {@code minClicks} is at least 1; of more than
   * {@code mostPairs} pairs only the most clicked tell anything.
   */
  public ExaminationFit(int deepest, long minClicks, int mostPairs) {
    this.deepest = deepest;
    this.minClicks = minClicks;
    this.mostPairs = mostPairs;
  }

  /** {@code pair} numbers keyword and product; a pair comes at most once a position. */
  public void add(int pair, int position, long timesShown, long timesClicked) {
    if (position < 1 || position > deepest || timesShown < 1) {
      return;
    }
    if (rows == item.length) {
      item = Arrays.copyOf(item, rows * 2);
      place = Arrays.copyOf(place, rows * 2);
      shown = Arrays.copyOf(shown, rows * 2);
      clicked = Arrays.copyOf(clicked, rows * 2);
    }
    item[rows] = pair;
    place[rows] = position;
    shown[rows] = timesShown;
    clicked[rows] = Math.min(timesClicked, timesShown);
    rows++;
  }

  /** {@link Examination#UNKNOWN} when the data do not tell it. */
  public Examination fit() {
    int pairs = 1 + Arrays.stream(item, 0, rows).max().orElse(-1);
    keepMostClicked(pairs);
    boolean[] placeUsed = new boolean[deepest + 1];
    Arrays.fill(placeUsed, true);
    boolean[] rowUsed = keep(pairs, placeUsed);
    if (!placeUsed[1]) {
      return Examination.UNKNOWN;
    }
    double[] theta = new double[deepest + 1];
    double[] gamma = new double[pairs];
    Arrays.fill(theta, 1);
    boolean settled = false;
    for (int round = 0; round < ROUNDS && !settled; round++) {
      settled = improve(rowUsed, theta, gamma);
    }
    return result(rowUsed, theta, pairs, settled);
  }

  /** Drops the rows of pairs with fewer clicks than the last of the most clicked. */
  private void keepMostClicked(int pairs) {
    if (pairs <= mostPairs) {
      return;
    }
    long[] clicks = new long[pairs];
    for (int r = 0; r < rows; r++) {
      clicks[item[r]] += clicked[r];
    }
    long[] ascending = clicks.clone();
    Arrays.sort(ascending);
    long least = ascending[pairs - mostPairs];
    int kept = 0;
    for (int r = 0; r < rows; r++) {
      if (clicks[item[r]] >= least) {
        item[kept] = item[r];
        place[kept] = place[r];
        shown[kept] = shown[r];
        clicked[kept] = clicked[r];
        kept++;
      }
    }
    rows = kept;
  }

  /** Keeps what tells a place: enough clicks of pairs at several places, connected to the first. */
  private boolean[] keep(int pairs, boolean[] placeUsed) {
    boolean[] rowUsed = new boolean[rows];
    boolean changed = true;
    while (changed) {
      int[] places = new int[pairs];
      long[] clicksOfPair = new long[pairs];
      for (int r = 0; r < rows; r++) {
        if (placeUsed[place[r]]) {
          places[item[r]]++;
          clicksOfPair[item[r]] += clicked[r];
        }
      }
      long[] clicksAt = new long[deepest + 1];
      for (int r = 0; r < rows; r++) {
        rowUsed[r] = placeUsed[place[r]] && places[item[r]] > 1 && clicksOfPair[item[r]] > 0;
        clicksAt[place[r]] += rowUsed[r] ? clicked[r] : 0;
      }
      boolean[] reached = reached(rowUsed, pairs);
      changed = false;
      for (int p = 1; p <= deepest; p++) {
        if (placeUsed[p] && (clicksAt[p] < minClicks || !reached[p])) {
          placeUsed[p] = false;
          changed = true;
        }
      }
    }
    return rowUsed;
  }

  /** Places that clicked pairs connect with the first one. */
  private boolean[] reached(boolean[] rowUsed, int pairs) {
    boolean[] reached = new boolean[deepest + 1];
    boolean[] met = new boolean[pairs];
    reached[1] = true;
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int r = 0; r < rows; r++) {
        if (rowUsed[r] && reached[place[r]] && !met[item[r]]) {
          met[item[r]] = true;
          grown = true;
        }
      }
      for (int r = 0; r < rows; r++) {
        if (rowUsed[r] && met[item[r]] && !reached[place[r]]) {
          reached[place[r]] = true;
          grown = true;
        }
      }
    }
    return reached;
  }

  private boolean improve(boolean[] rowUsed, double[] theta, double[] gamma) {
    double[] clicks = new double[gamma.length];
    double[] seen = new double[gamma.length];
    for (int r = 0; r < rows; r++) {
      if (rowUsed[r]) {
        clicks[item[r]] += clicked[r];
        seen[item[r]] += shown[r] * theta[place[r]];
      }
    }
    for (int i = 0; i < gamma.length; i++) {
      gamma[i] = seen[i] > 0 ? clicks[i] / seen[i] : 0;
    }
    double[] clicksAt = new double[theta.length];
    double[] expected = new double[theta.length];
    for (int r = 0; r < rows; r++) {
      if (rowUsed[r]) {
        clicksAt[place[r]] += clicked[r];
        expected[place[r]] += shown[r] * gamma[item[r]];
      }
    }
    double first = clicksAt[1] / expected[1];
    double moved = 0;
    for (int p = 1; p < theta.length; p++) {
      if (expected[p] > 0) {
        double next = clicksAt[p] / expected[p] / first;
        moved = Math.max(moved, Math.abs(next - theta[p]) / theta[p]);
        theta[p] = next;
      }
    }
    return moved < SETTLED;
  }

  private Examination result(boolean[] rowUsed, double[] theta, int pairs, boolean settled) {
    double[][] information = new double[deepest + 1][deepest + 1];
    long[] shownAt = new long[deepest + 1];
    long[] clicksAt = new long[deepest + 1];
    double[] total = new double[pairs];
    double[] seen = new double[pairs];
    boolean[] used = new boolean[pairs];
    for (int r = 0; r < rows; r++) {
      if (rowUsed[r]) {
        total[item[r]] += clicked[r];
        seen[item[r]] += shown[r] * theta[place[r]];
        used[item[r]] = true;
        shownAt[place[r]] += shown[r];
        clicksAt[place[r]] += clicked[r];
      }
    }
    inform(information, rowUsed, theta, total, seen);
    double[] variance = Symmetric.inverseDiagonal(information, shownAt);
    var places = new TreeMap<Integer, Examination.Place>();
    long clicks = 0;
    for (int p = 1; p <= deepest; p++) {
      if (shownAt[p] > 0) {
        double spread = p == 1 ? 0 : Z * Math.sqrt(variance[p]);
        var bounds =
            new Interval(theta[p] * Math.exp(-spread), theta[p], theta[p] * Math.exp(spread));
        places.put(p, new Examination.Place(bounds, shownAt[p], clicksAt[p]));
        clicks += clicksAt[p];
      }
    }
    int items = 0;
    for (boolean one : used) {
      items += one ? 1 : 0;
    }
    return new Examination(places, items, clicks, settled);
  }

  /** Adds up Σ_i C_i (π_ip [p = q] − π_ip π_iq), π the parts of a pair's expected clicks. */
  private void inform(
      double[][] information, boolean[] rowUsed, double[] theta, double[] total, double[] seen) {
    int[] first = new int[total.length];
    int[] next = new int[rows];
    Arrays.fill(first, -1);
    for (int r = 0; r < rows; r++) {
      if (rowUsed[r]) {
        next[r] = first[item[r]];
        first[item[r]] = r;
      }
    }
    for (int i = 0; i < total.length; i++) {
      for (int a = first[i]; a >= 0; a = next[a]) {
        double pa = shown[a] * theta[place[a]] / seen[i];
        information[place[a]][place[a]] += total[i] * pa;
        for (int b = first[i]; b >= 0; b = next[b]) {
          double pb = shown[b] * theta[place[b]] / seen[i];
          information[place[a]][place[b]] -= total[i] * pa * pb;
        }
      }
    }
  }
}
