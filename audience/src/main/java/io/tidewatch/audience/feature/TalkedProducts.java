package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.formula.Wilson;
import io.tidewatch.model.trend.ProductTalk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the talk before T says of the products that users met. Whoever acts on a product is interested
 * in what others praise it for: posts are joined to buyers by the product, never by the author.
 * Immutable.
 *
 * <p>A product is praised for an aspect when at least {@value #LEAST} authors praise it and the lower
 * bound of their share among those who judge it (one-sided 95 %) is above one half; its topics are
 * the hashtags of at least {@value #LEAST} authors who name it, at most the {@value #TOPICS} of most
 * authors. Its talk level is the fifth by authors among the products of its category that are talked
 * of.
 */
public final class TalkedProducts {
  /** Nobody says anything. */
  public static final TalkedProducts NONE =
      new TalkedProducts(new int[0][], new int[0][], new double[0], List.of(), List.of());

  static final int LEAST = 3;
  static final int TOPICS = 5;

  private static final double Z95 = 1.6448536269514722;
  private static final int[] NOTHING = {};

  private final int[][] aspects;
  private final int[][] topics;
  private final double[] ranks;
  private final List<String> aspectIds;
  private final List<String> topicIds;

  private TalkedProducts(
      int[][] aspects,
      int[][] topics,
      double[] ranks,
      List<String> aspectIds,
      List<String> topicIds) {
    this.aspects = aspects;
    this.topics = topics;
    this.ranks = ranks;
    this.aspectIds = aspectIds;
    this.topicIds = topicIds;
  }

  /** Of what was said before T. */
  public static TalkedProducts of(UserFacts facts, Collection<ProductTalk> talk) {
    if (talk.isEmpty()) {
      return NONE;
    }
    int products = facts.products().size();
    int[][] aspects = new int[products][];
    int[][] topics = new int[products][];
    double[] authors = new double[products];
    Arrays.fill(aspects, NOTHING);
    Arrays.fill(topics, NOTHING);
    Arrays.fill(authors, Double.NaN);
    var aspectNumbers = new LinkedHashMap<String, Integer>();
    var topicNumbers = new LinkedHashMap<String, Integer>();
    for (ProductTalk said : talk) {
      int product = facts.products().number(said.productId());
      if (product != Names.NONE) {
        authors[product] = said.authors();
        aspects[product] = numbers(praised(said), aspectNumbers);
        topics[product] = numbers(topics(said), topicNumbers);
      }
    }
    return new TalkedProducts(
        aspects,
        topics,
        CategoryRanks.of(facts, product -> authors[product]),
        List.copyOf(aspectNumbers.keySet()),
        List.copyOf(topicNumbers.keySet()));
  }

  private static List<String> praised(ProductTalk said) {
    return said.praised().entrySet().stream()
        .filter(e -> isPraised(e.getValue(), said.faulted().getOrDefault(e.getKey(), 0L)))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** By how many authors praise and fault; who does both counts on both sides. */
  static boolean isPraised(long praise, long fault) {
    return praise >= LEAST && Wilson.low(praise, praise + fault, Z95) > 0.5;
  }

  private static List<String> topics(ProductTalk said) {
    return said.hashtags().entrySet().stream()
        .filter(e -> e.getValue() >= LEAST)
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOPICS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int[] numbers(List<String> ids, Map<String, Integer> known) {
    var numbers = new ArrayList<Integer>();
    for (String id : ids) {
      int next = known.size();
      numbers.add(known.computeIfAbsent(id, i -> next));
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Numbers of the aspects for which a product is praised. */
  int[] aspects(int product) {
    return product < aspects.length ? aspects[product] : NOTHING;
  }

  /** Numbers of a product's topics. */
  int[] topics(int product) {
    return product < topics.length ? topics[product] : NOTHING;
  }

  /** 5 for the most talked of; 0 when nobody speaks of it. */
  int level(int product) {
    return product < ranks.length ? CategoryRanks.fifth(ranks[product]) : 0;
  }

  String aspect(int number) {
    return aspectIds.get(number);
  }

  String topic(int number) {
    return topicIds.get(number);
  }
}
