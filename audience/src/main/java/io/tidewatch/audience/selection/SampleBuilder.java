package io.tidewatch.audience.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Draws a brand's sample: its buyers are positives, near brands' buyers help out with less weight,
 * and random users of other brands are unlabelled. Everything drawn comes from the seed.
 */
public final class SampleBuilder {
  private final UserTable table;
  private final Map<String, BitSet> buyers;
  private final SamplePlan plan;

  /**
   * Draws from these users.
   *
   * @param buyers numbers of the users of each brand, as of the time of the table
   */
  public SampleBuilder(UserTable table, Map<String, BitSet> buyers, SamplePlan plan) {
    this.table = table;
    this.buyers = Map.copyOf(buyers);
    this.plan = plan;
  }

  /**
   * What was drawn.
   *
   * @param sample positives first, then unlabelled
   * @param own the brand's own buyers
   * @param borrowed users taken from near brands, by brand, nearest first
   */
  public record Drawn(Sample sample, int own, Map<String, Integer> borrowed) {
    /** Keeps the order. */
    public Drawn {
      borrowed = Collections.unmodifiableMap(new LinkedHashMap<>(borrowed));
    }
  }

  /**
   * Draws the sample of one brand.
   *
   * @throws IllegalArgumentException when neither the brand nor a near one has buyers, or no other
   *     brand has users
   */
  public Drawn draw(String brand, List<NearBrand> near, long seed) {
    var random = new SplittableRandom(seed);
    BitSet own = buyers.getOrDefault(brand, new BitSet());
    BitSet taken = (BitSet) own.clone();
    var users = new ArrayList<Integer>();
    var weights = new ArrayList<Float>();
    own.stream().forEach(u -> {
      users.add(u);
      weights.add(1f);
    });
    Map<String, Integer> borrowed = borrow(brand, near, random, taken, users, weights);
    int positives = users.size();
    if (positives == 0) {
      throw new IllegalArgumentException(
          "brand: buyers, or near brands with buyers, are required, got none for " + brand);
    }
    BitSet others = new BitSet();
    buyers.forEach((b, s) -> {
      if (!b.equals(brand)) {
        others.or(s);
      }
    });
    others.andNot(taken);
    int pool = others.cardinality();
    if (pool == 0) {
      throw new IllegalArgumentException(
          "buyers: users of brands other than " + brand + " are required, got none");
    }
    int wanted =
        (int) Math.clamp(Math.round(positives * plan.unlabelledPerPositive()), 1L, (long) pool);
    for (int user : draw(others, wanted, random)) {
      users.add(user);
      weights.add(1f);
    }
    return new Drawn(
        sample(users, weights, positives, (double) wanted / pool), own.cardinality(), borrowed);
  }

  private Map<String, Integer> borrow(
      String brand,
      List<NearBrand> near,
      RandomGenerator random,
      BitSet taken,
      List<Integer> users,
      List<Float> weights) {
    Map<String, Integer> borrowed = new LinkedHashMap<>();
    double missing = plan.enoughPositives() - users.size();
    List<NearBrand> ranked = near.stream()
        .filter(n -> !n.brand().equals(brand))
        .sorted(Comparator.comparingDouble(NearBrand::similarity)
            .reversed()
            .thenComparing(NearBrand::brand))
        .toList();
    for (NearBrand each : ranked) {
      if (missing <= 0) {
        break;
      }
      double weight =
          plan.borrowedWeight() * each.similarity() / ranked.getFirst().similarity();
      BitSet theirs = (BitSet) buyers.getOrDefault(each.brand(), new BitSet()).clone();
      theirs.andNot(taken);
      int count = (int) Math.min(theirs.cardinality(), Math.ceil(missing / weight));
      for (int user : draw(theirs, count, random)) {
        users.add(user);
        weights.add((float) weight);
        taken.set(user);
      }
      if (count > 0) {
        borrowed.put(each.brand(), count);
        missing -= count * weight;
      }
    }
    return borrowed;
  }

  /** Some members, each set of that size equally likely, in ascending order. */
  private static int[] draw(BitSet from, int count, RandomGenerator random) {
    int[] members = from.stream().toArray();
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(members.length - i);
      int swap = members[i];
      members[i] = members[other];
      members[other] = swap;
    }
    int[] drawn = Arrays.copyOf(members, count);
    Arrays.sort(drawn);
    return drawn;
  }

  private Sample sample(List<Integer> users, List<Float> weights, int positives, double rate) {
    int[] numbers = users.stream().mapToInt(Integer::intValue).toArray();
    boolean[] positive = new boolean[numbers.length];
    Arrays.fill(positive, 0, positives, true);
    float[] all = new float[numbers.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = weights.get(i);
    }
    return Sample.of(table, numbers, positive, all, rate);
  }
}
