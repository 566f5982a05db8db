package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.util.ArrayList;
import java.util.List;

/**
 * How buyers move between a brand and its rivals over time: of each kept order of a rival followed
 * by another kept order of the group, how often the next one is the brand's. The flow of rival r is
 * shrunk to the mean flow q of all rivals, (n_rb + m·q)/(n_r + m), m orders that q is worth.
 */
public final class BrandFlows {
  private BrandFlows() {}

  /**
   * One rival's exchange with the brand.
   *
   * @param gained next orders that were the brand's after one of the rival
   * @param lost next orders that were the rival's after one of the brand
   * @param left orders of the rival that another order of the group follows
   * @param rate shrunk share of these that went to the brand, above 0 unless nobody ever came
   */
  public record Flow(String rivalId, int gained, int lost, int left, double rate) {}

  /**
   * In the order of {@code rivals}.
   *
   * @param users whose orders count
   * @param brand number of the brand
   * @param rivals ids of brands that facts name
   * @param prior m
   */
  public static List<Flow> of(
      UserFacts facts, UserSet users, int brand, List<String> rivals, double prior) {
    int[] memberOf = new int[facts.brands().size()];
    for (int i = 0; i < rivals.size(); i++) {
      memberOf[facts.brands().number(rivals.get(i))] = i + 1;
    }
    int self = rivals.size() + 1;
    if (brand != Names.NONE) {
      memberOf[brand] = self;
    }
    int[] gained = new int[self + 1];
    int[] lost = new int[self + 1];
    int[] left = new int[self + 1];
    users.forEach(user -> {
      int last = 0;
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        if (!facts.isKeptOrder(fact) || facts.brand(fact) == Names.NONE) {
          continue;
        }
        int next = memberOf[facts.brand(fact)];
        if (next == 0) {
          continue;
        }
        if (last != 0 && last != self) {
          left[last]++;
          gained[last] += next == self ? 1 : 0;
        } else if (last == self && next != self) {
          lost[next]++;
        }
        last = next;
      }
    });
    double all = 0;
    double came = 0;
    for (int i = 1; i < self; i++) {
      all += left[i];
      came += gained[i];
    }
    double mean = all == 0 ? 0 : came / all;
    var flows = new ArrayList<Flow>();
    for (int i = 1; i < self; i++) {
      flows.add(new Flow(
          rivals.get(i - 1),
          gained[i],
          lost[i],
          left[i],
          (gained[i] + prior * mean) / (left[i] + prior)));
    }
    return flows;
  }
}
