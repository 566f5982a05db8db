package io.tidewatch.keywords.formula;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Competition for a keyword: E = H(p) / ln K, the normalised entropy of its orders over the K
 * brands of the category, on shares p = λ/K + (1−λ)u shrunk towards the uniform one. 0 = one brand
 * owns the word, 1 = open. Without shrinking, a few orders among many brands would always read as
 * owned.
 *
 * <p>λ = clip[(1 − Σu²) / ((n−1)·Σ(1/K − u)²), 0, 1]: J. Hausser, K. Strimmer, Entropy inference and
 * the James-Stein estimator, JMLR 10 (2009).
 */
public final class KeywordEntropy {
  private final long minOrders;

  /** {@code minOrders}: fewer orders give no value; at least 2. */
  public KeywordEntropy(long minOrders) {
    if (minOrders < 2) {
      throw new IllegalArgumentException("minOrders: at least 2 is required, got " + minOrders);
    }
    this.minOrders = minOrders;
  }

  /**
   * The value with its inputs. {@code ordersByBrand} holds one count for each brand of the
   * category, zeros included, in any order.
   */
  public Explanation explain(long... ordersByBrand) {
    long[] counts = ordersByBrand.clone();
    Arrays.sort(counts);
    int brands = counts.length;
    long orders = Arrays.stream(counts).sum();
    if (orders < minOrders || brands < 2) {
      return new Explanation(orders, brands, null, null, null, null, null);
    }
    double uniform = 1.0 / brands;
    double squares = 0;
    double distance = 0;
    for (long count : counts) {
      double u = (double) count / orders;
      squares += u * u;
      distance += (uniform - u) * (uniform - u);
    }
    double lambda =
        distance == 0 ? 1 : Math.clamp((1 - squares) / ((orders - 1) * distance), 0.0, 1.0);
    double entropy = 0;
    double hhi = 0;
    double logSquares = 0;
    for (long count : counts) {
      double p = lambda * uniform + (1 - lambda) * count / orders;
      entropy -= p > 0 ? p * Math.log(p) : 0;
      hhi += p * p;
      logSquares += p > 0 ? p * Math.log(p) * Math.log(p) : 0;
    }
    double variance = Math.max(0, logSquares - entropy * entropy) / orders;
    return new Explanation(
        orders,
        brands,
        lambda,
        Math.clamp(entropy / Math.log(brands), 0.0, 1.0),
        Math.exp(entropy),
        hhi,
        Math.sqrt(variance) / Math.log(brands));
  }

  /**
   * E and what it was computed from; the values are null when {@code orders} or {@code brands} are
   * too few.
   *
   * @param orders n_k
   * @param brands K_c
   * @param lambda weight of the uniform distribution, 0 to 1
   * @param E 0 to 1
   * @param nEff exp(H), the number of equally strong brands with the same entropy
   * @param hhi Σp², on the same shrunk shares
   * @param spread standard error of E by the delta method
   */
  @SuppressWarnings("MemberName") // named as in the formulas and in JSON
  public record Explanation(
      long orders,
      int brands,
      @Nullable Double lambda,
      @Nullable Double E,
      @Nullable Double nEff,
      @Nullable Double hhi,
      @Nullable Double spread) {}
}
