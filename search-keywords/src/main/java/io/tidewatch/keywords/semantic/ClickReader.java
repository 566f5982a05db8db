package io.tidewatch.keywords.semantic;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was clicked after which keyword. A click belongs to the keywords that the same user
 * typed on the same local day, in equal parts, those of another category left out; a cart counts as
 * two clicks, an order, whose keyword is known, as three.
 */
final class ClickReader {
  private static final Map<String, Double> WEIGHTS =
      Map.of("click", 1.0, "favorite", 1.0, "cart", 2.0);
  private static final double ORDER = 3;

  private final BehaviorStore store;

  ClickReader(BehaviorStore store) {
    this.store = store;
  }

  /** Profiles of the keywords in {@code vocabulary} that were followed by a click. */
  Map<String, ClickProfile> read(Window window, Set<String> vocabulary) {
    var day = new UserDay(vocabulary);
    store.interestFacts(window, day::add);
    day.flush();
    store.attributedOrders(window, order -> {
      if (vocabulary.contains(order.keyword())) {
        day.into(order.keyword()).add(order.productId(), order.categoryId(), ORDER);
      }
    });
    return day.profiles.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> e.getValue().build()));
  }

  /** What one user did on one day; facts come by user, then day. */
  private static final class UserDay {
    private final Set<String> vocabulary;
    private final Map<String, ClickProfile.Builder> profiles = new HashMap<>();
    private final List<InterestFact> searches = new ArrayList<>();
    private final List<InterestFact> clicks = new ArrayList<>();
    private String user = "";
    private @Nullable LocalDate day;

    UserDay(Set<String> vocabulary) {
      this.vocabulary = vocabulary;
    }

    void add(InterestFact fact) {
      if (!fact.userId().equals(user) || !fact.day().equals(day)) {
        flush();
        user = fact.userId();
        day = fact.day();
      }
      if (fact.action().equals("search") && fact.keyword() != null) {
        searches.add(fact);
      } else if (WEIGHTS.containsKey(fact.action()) && fact.productId() != null) {
        clicks.add(fact);
      }
    }

    void flush() {
      for (InterestFact click : clicks) {
        List<InterestFact> before = searches.stream()
            .filter(search -> search.categoryId() == null
                || click.categoryId() == null
                || search.categoryId().equals(click.categoryId()))
            .toList();
        double weight = WEIGHTS.getOrDefault(click.action(), 0.0) * click.count();
        for (InterestFact search : before) {
          String keyword = search.keyword();
          String product = click.productId();
          if (keyword != null && product != null && vocabulary.contains(keyword)) {
            into(keyword).add(product, click.categoryId(), weight / before.size());
          }
        }
      }
      searches.clear();
      clicks.clear();
    }

    ClickProfile.Builder into(String keyword) {
      return profiles.computeIfAbsent(keyword, k -> new ClickProfile.Builder());
    }
  }
}
