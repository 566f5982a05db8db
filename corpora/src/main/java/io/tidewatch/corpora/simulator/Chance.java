package io.tidewatch.corpora.simulator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws from one seeded stream. Not safe for several threads. */
final class Chance {
  private final RandomGenerator random;

  private Chance(RandomGenerator random) {
    this.random = random;
  }

  /** The stream of one purpose and index: it does not depend on what others draw. */
  static Chance of(long seed, String purpose, long index) {
    return keyed(key(seed, purpose), index);
  }

  /** The stream of one index under a key that {@link #key} made. */
  static Chance keyed(long key, long index) {
    return new Chance(new SplittableRandom(Hashes.mix(key, index)));
  }

  /** The key of one purpose, for streams of many indices. */
  static long key(long seed, String purpose) {
    return Hashes.mix(seed, purpose.hashCode());
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  double uniform() {
    return random.nextDouble();
  }

  double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** From {@code from} to {@code to}, both possible. */
  int integer(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  double normal() {
    return random.nextGaussian();
  }

  double exponential() {
    return random.nextExponential();
  }

  <T> T oneOf(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  /** A number drawn by weight. */
  int index(Weights weights) {
    return weights.at(random.nextDouble());
  }

  /** An index drawn by weight; the weights need not sum to 1. */
  int index(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** A Poisson count; the normal approximation from a mean of 30 on. */
  int poisson(double mean) {
    if (mean >= 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** A new list in random order. */
  <T> List<T> shuffled(List<T> items) {
    var copy = new java.util.ArrayList<>(items);
    for (int i = copy.size() - 1; i > 0; i--) {
      java.util.Collections.swap(copy, i, random.nextInt(i + 1));
    }
    return copy;
  }
}
