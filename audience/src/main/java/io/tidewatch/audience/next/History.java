package io.tidewatch.audience.next;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Purchases in the order of their days, with the users' children where they are known. */
public final class History {
  private final List<Purchase> purchases;
  private final Map<String, Child> children;
  private final Map<String, Integer> number = new HashMap<>();
  private final List<String> categories = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();

  /** Sorts the purchases; of one day those stay in their order. */
  public History(List<Purchase> purchases, Map<String, Child> children) {
    this.purchases =
        purchases.stream().sorted(Comparator.comparing(Purchase::day)).toList();
    this.children = Map.copyOf(children);
    purchases.stream().map(Purchase::category).distinct().sorted().forEach(c -> {
      number.put(c, categories.size());
      categories.add(c);
    });
    purchases.forEach(p -> parents.putIfAbsent(p.category(), p.parent()));
  }

  List<Purchase> purchases() {
    return purchases;
  }

  @Nullable
  Child child(String user) {
    return children.get(user);
  }

  /** Number of a category, from 0. */
  int number(Purchase purchase) {
    return number.getOrDefault(purchase.category(), 0);
  }

  int categoryCount() {
    return categories.size();
  }

  String category(int index) {
    return categories.get(index);
  }

  String parent(int index) {
    return parents.getOrDefault(categories.get(index), "");
  }

  /**
   * What is asked: what does a user buy on a day, known being only the days before.
   *
   * @param truth the purchase to foretell
   * @param before all purchases of earlier days
   * @param own those of the user, oldest first
   */
  record Question(Purchase truth, List<Purchase> before, List<Purchase> own) {}

  /** The question that a purchase answers. */
  Question question(Purchase truth) {
    int low = 0;
    int high = purchases.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (purchases.get(middle).day().isBefore(truth.day())) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<Purchase> before = purchases.subList(0, low);
    return new Question(
        truth,
        before,
        before.stream().filter(p -> p.user().equals(truth.user())).toList());
  }

  /** Each user's categories among some purchases, of users with at least two. */
  List<Set<Integer>> baskets(List<Purchase> some) {
    Map<String, Set<Integer>> baskets = new HashMap<>();
    List<String> users = new ArrayList<>();
    for (Purchase p : some) {
      baskets
          .computeIfAbsent(p.user(), u -> {
            users.add(u);
            return new HashSet<>();
          })
          .add(number(p));
    }
    return users.stream()
        .map(u -> baskets.getOrDefault(u, Set.of()))
        .filter(b -> b.size() > 1)
        .toList();
  }
}
