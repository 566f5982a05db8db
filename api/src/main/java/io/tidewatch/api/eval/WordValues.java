package io.tidewatch.api.eval;

import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.KeywordQuery.Span;
import io.tidewatch.keywords.answer.KeywordExplanation;
import io.tidewatch.keywords.formula.ScoreModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a searched word says of a brand, by each rule: S as the table answers it; S also where too few
 * orders leave E unknown, with the E = 1 to which so few are shrunk; and R, the share s, (1 − E)·s
 * and E·s. A word of several categories says the most that one of them does; −1 where a
 * rule has no value. Remembers what it was asked; not safe for several threads.
 */
final class WordValues {
  static final List<String> SYSTEMS = List.of(
      "tidewatch",
      "tidewatch without its floor",
      "R only",
      "share only",
      "(1-E)*s",
      "E*s",
      "R only, words with S",
      "share only, words with S");

  private static final String BEHAVIOUR = "behaviour";

  private final KeywordDesk desk;
  private final Span span;
  private final String brandId;
  private final Map<String, double[]> known = new HashMap<>();

  WordValues(KeywordDesk desk, Span span, String brandId) {
    this.desk = desk;
    this.span = span;
    this.brandId = brandId;
  }

  /** The values in the order of {@link #SYSTEMS}; not to be changed. */
  double[] of(String keyword) {
    double[] values = known.get(keyword);
    if (values == null) {
      values = read(keyword);
      known.put(keyword, values);
    }
    return values;
  }

  /** The best value of several words, by system. */
  double[] best(Iterable<String> keywords) {
    double[] best = nothing();
    for (String keyword : keywords) {
      double[] values = of(keyword);
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], values[i]);
      }
    }
    return best;
  }

  private double[] read(String keyword) {
    double[] best = nothing();
    for (KeywordExplanation why : desk.explain(keyword, brandId, span, null)) {
      if (why.basis().equals(BEHAVIOUR)) {
        double[] values = values(why);
        for (int i = 0; i < best.length; i++) {
          best[i] = Math.max(best[i], values[i]);
        }
      }
    }
    return best;
  }

  private static double[] values(KeywordExplanation why) {
    var revenue = why.revenue();
    var advantage = why.advantage();
    var entropy = why.entropy();
    double r = revenue == null ? BrandAudience.NONE : revenue.R();
    double s = advantage == null ? BrandAudience.NONE : advantage.s();
    Double e = entropy == null ? null : entropy.E();
    double score = orNone(why.score());
    boolean scored = score >= 0;
    var values = new ArrayList<Double>();
    values.add(score);
    values.add(scored ? score : withoutFloor(why));
    values.add(r);
    values.add(s);
    values.add(e == null || s < 0 ? BrandAudience.NONE : (1 - e) * s);
    values.add(e == null || s < 0 ? BrandAudience.NONE : e * s);
    values.add(scored ? r : BrandAudience.NONE);
    values.add(scored ? s : BrandAudience.NONE);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double withoutFloor(KeywordExplanation why) {
    var revenue = why.revenue();
    var advantage = why.advantage();
    var edge = advantage == null ? null : advantage.A();
    if (revenue == null || edge == null) {
      return BrandAudience.NONE;
    }
    ScoreModel model = why.model();
    double z = model.intercept()
        + model.logRevenue() * Math.log1p(revenue.R())
        + model.advantageLow() * edge.lo()
        + model.entropy()
        + model.trend() * why.trend().trend();
    return 1 / (1 + Math.exp(-z));
  }

  private static double[] nothing() {
    double[] nothing = new double[SYSTEMS.size()];
    Arrays.fill(nothing, BrandAudience.NONE);
    return nothing;
  }

  private static double orNone(@Nullable Double value) {
    return value == null ? BrandAudience.NONE : value;
  }
}
