package io.tidewatch.keywords.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Chooses offers of most value under a budget. Offers of one family share their searchers: the value
 * of a set is Σ over families of M·(1 − Π(1 − v/M)), M the family's whole value, which is monotone
 * and submodular. The better of the greedy set by gain per cost and of the best single offer reaches
 * at least (1 − 1/e)/2 of the best possible value.
 *
 * <p>A. Krause, C. Guestrin, A note on the budgeted maximization of submodular functions (2005);
 * lazy evaluation: J. Leskovec et al., Cost-effective outbreak detection in networks, KDD 2007.
 */
public final class BudgetPlan {
  private BudgetPlan() {}

  /**
   * What can be bought.
   *
   * @param id tells offers apart and breaks ties
   * @param cost positive
   * @param value positive
   */
  public record Offer(String id, String family, double cost, double value) {}

  /** A chosen offer and what it adds to those before it. */
  public record Choice(Offer offer, double gain) {}

  /** The chosen offers in order of choice; their costs together are at most {@code budget}. */
  public static List<Choice> choose(List<Offer> offers, double budget) {
    Map<String, Double> whole = new HashMap<>();
    offers.forEach(o -> whole.merge(o.family(), o.value(), Double::sum));
    List<Choice> greedy = greedy(offers, budget, whole);
    Comparator<Offer> byValue = Comparator.comparingDouble(Offer::value)
        .thenComparing(Offer::id, Comparator.reverseOrder());
    List<Choice> single = offers.stream()
        .filter(o -> o.cost() <= budget)
        .max(byValue)
        .map(o -> List.of(new Choice(o, o.value())))
        .orElse(List.of());
    return total(single) > total(greedy) ? single : greedy;
  }

  /** The value of a set. */
  public static double value(List<Offer> chosen, List<Offer> offers) {
    Map<String, Double> whole = new HashMap<>();
    offers.forEach(o -> whole.merge(o.family(), o.value(), Double::sum));
    Map<String, Double> left = new HashMap<>();
    chosen.forEach(o -> left.merge(o.family(), missed(o, whole), (a, b) -> a * b));
    return whole.entrySet().stream()
        .mapToDouble(e -> e.getValue() * (1 - left.getOrDefault(e.getKey(), 1.0)))
        .sum();
  }

  private static List<Choice> greedy(List<Offer> offers, double budget, Map<String, Double> whole) {
    var left = new HashMap<String, Double>();
    var queue = new PriorityQueue<Weighed>(
        Comparator.comparingDouble((Weighed w) -> -w.gain() / w.offer().cost())
            .thenComparing(w -> w.offer().id()));
    offers.forEach(o -> queue.add(new Weighed(o, o.value())));
    var chosen = new ArrayList<Choice>();
    Set<String> seen = new HashSet<>();
    double spent = 0;
    while (!queue.isEmpty()) {
      Weighed next = queue.poll();
      Offer offer = next.offer();
      if (spent + offer.cost() > budget) {
        continue;
      }
      // A gain only shrinks, so one that is still the largest after a fresh look is the largest.
      double gain = offer.value() * left.getOrDefault(offer.family(), 1.0);
      if (gain < next.gain()) {
        queue.add(new Weighed(offer, gain));
        continue;
      }
      if (seen.add(offer.id())) {
        chosen.add(new Choice(offer, gain));
        spent += offer.cost();
        left.merge(offer.family(), missed(offer, whole), (a, b) -> a * b);
      }
    }
    return chosen;
  }

  /** The part of the family's value that the offer leaves. */
  private static double missed(Offer offer, Map<String, Double> whole) {
    return 1 - offer.value() / whole.getOrDefault(offer.family(), offer.value());
  }

  private static double total(List<Choice> chosen) {
    return chosen.stream().mapToDouble(Choice::gain).sum();
  }

  private record Weighed(Offer offer, double gain) {}
}
