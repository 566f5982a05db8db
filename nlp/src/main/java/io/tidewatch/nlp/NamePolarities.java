package io.tidewatch.nlp;

import io.tidewatch.model.annotation.Polarity;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up what the author's words say of each name: opinions about it, aspects that belong to it and
 * comparisons it stands in. Stateless.
 */
final class NamePolarities {
  /** Below this a name is not judged. */
  static final double JUDGED = 0.12;

  private NamePolarities() {}

  /** A score a name; NaN for one that nothing is said of. Aspects of comparisons get their target. */
  static double[] of(
      Reading reading, List<AspectDraft> aspects, List<ComparisonReader.Comparison> comparisons) {
    double[] sums = new double[reading.names().size()];
    boolean[] said = new boolean[sums.length];
    for (var comparison : comparisons) {
      if (comparison.opinion() != null) {
        comparison.opinion().target = comparison.subject();
        comparison.opinion().used = true;
      }
      add(sums, said, comparison.subject(), comparison.score());
      add(sums, said, comparison.object(), -comparison.score());
    }
    for (int i = 0; i < aspects.size(); i++) {
      AspectDraft aspect = aspects.get(i);
      Opinion opinion = aspect.opinion();
      if (opinion != null && opinion.target >= 0) {
        aspects.set(i, aspect.withTarget(opinion.target));
      } else if (aspect.target() >= 0) {
        int clause = reading.clauseAt(aspect.start());
        int target = topic(reading, comparisons, clause, aspect.target());
        aspects.set(i, aspect.withTarget(target));
        spread(reading, sums, said, target, aspect.score() * reading.weight(clause));
      }
    }
    for (Opinion opinion : reading.opinions()) {
      double score = opinion.score();
      if (opinion.used || Double.isNaN(score)) {
        continue;
      }
      int target = Targets.of(reading, opinion.start, opinion.end);
      if (target >= 0) {
        target = topic(reading, comparisons, opinion.clause, target);
        spread(reading, sums, said, target, score * reading.weight(opinion.clause));
      }
    }
    for (int i = 0; i < sums.length; i++) {
      if (!said[i]) {
        sums[i] = Double.NaN;
      }
    }
    inherit(reading, sums);
    return sums;
  }

  /** What a sentence goes on to say after a comparison is about its subject, not its object. */
  private static int topic(
      Reading reading, List<ComparisonReader.Comparison> comparisons, int clause, int target) {
    int named = reading.clauseAt(reading.names().get(target).start());
    if (clause <= named
        || reading.clauses().get(clause).sentence()
            != reading.clauses().get(named).sentence()) {
      return target;
    }
    for (var comparison : comparisons) {
      if (comparison.object() == target && comparison.subject() < target) {
        return comparison.subject();
      }
    }
    return target;
  }

  private static void add(double[] sums, boolean[] said, int name, double score) {
    sums[name] += score;
    said[name] = true;
  }

  /** What is said of the last of joined names is said of all of them. */
  private static void spread(
      Reading reading, double[] sums, boolean[] said, int target, double score) {
    add(sums, said, target, score);
    int i = target;
    for (int before = target - 1; before >= 0; before--) {
      if (reading.nested(before)) {
        continue;
      }
      if (!Targets.joined(reading, before, i)) {
        break;
      }
      add(sums, said, before, score);
      i = before;
    }
  }

  /**
   * A brand inside a product's name, or a name repeated without a word on it, takes the other's;
   * then so does a product beside its brand, and a brand beside its product.
   */
  private static void inherit(Reading reading, double[] sums) {
    inherit(reading, sums, false);
    inherit(reading, sums, true);
  }

  private static void inherit(Reading reading, double[] sums, boolean withinBrand) {
    List<Linked> names = reading.names();
    double[] own = Arrays.copyOf(sums, sums.length);
    int read = 0;
    while (read < sums.length && !reading.aside(names.get(read))) {
      read++;
    }
    for (int i = 0; i < read; i++) {
      if (!Double.isNaN(own[i])) {
        continue;
      }
      for (int j = 0; j < read; j++) {
        Entity one = names.get(i).entity();
        Entity other = names.get(j).entity();
        boolean same = one.id().equals(other.id())
            || (withinBrand && one.brandId().equals(other.brandId()))
            || (reading.nested(i)
                && one.brandId().equals(other.brandId())
                && names.get(j).start() == names.get(i).start());
        if (j != i && same && !Double.isNaN(own[j])) {
          sums[i] = own[j];
          break;
        }
      }
    }
  }

  /** The polarity of a score; neutral when nothing is said. */
  static Polarity polarity(double score) {
    if (Double.isNaN(score) || Math.abs(score) < JUDGED) {
      return Polarity.NEUTRAL;
    }
    return score > 0 ? Polarity.POSITIVE : Polarity.NEGATIVE;
  }
}
