package io.tidewatch.keywords;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts, for each keyword and brand of a past window that ends at t₀, the searchers whom the brand
 * did not hold at t₀ (no order in the purchase window, no click or the like in the interest window)
 * and those of them who ordered from it in the window after. What a keyword is worth is read from
 * the past window only. Days are local, so the hours of t₀'s own day count as before it only where
 * the store says so. Not thread-safe.
 */
final class TrialCounter {
  private static final Set<String> INTEREST =
      Set.of("click", "view", "favorite", "cart", "follow", "ad_click");

  private final KeywordConfig config;
  private final Map<String, Set<String>> boughtLater = new HashMap<>();

  TrialCounter(KeywordConfig config) {
    this.config = config;
  }

  /** Takes a fact of the window after t₀. */
  void later(InterestFact fact) {
    if (config.fit().enabled() && fact.action().equals("order") && fact.brandId() != null) {
      boughtLater.computeIfAbsent(fact.userId(), u -> new HashSet<>()).add(fact.brandId());
    }
  }

  /** The trials of {@code past}, whose window ends at {@code end}, in the order of its cells. */
  List<ScoreFit.Trials> count(BehaviorStore store, KeywordTable past, Instant end) {
    var judge = new KeywordJudge(config, past);
    var words = new HashMap<String, Word>();
    var pairs = new ArrayList<Pair>();
    for (KeywordCell cell : past.cells()) {
      CategoryFigures figures = past.figures(cell);
      if (figures == null || !judge.sufficient(cell) || cell.searchers() == null) {
        continue;
      }
      for (String brand : figures.ordersByBrand().keySet()) {
        if (judge.features(cell, brand, 0) != null) {
          var pair = new Pair(cell, brand);
          pairs.add(pair);
          words
              .computeIfAbsent(cell.keyword(), k -> new Word(new HashMap<>()))
              .pairs()
              .computeIfAbsent(brand, b -> new ArrayList<>())
              .add(pair);
        }
      }
    }
    if (pairs.isEmpty()) {
      return List.of();
    }
    LocalDate last = end.minusNanos(1).atZone(config.zone()).toLocalDate();
    var trends = new SearchTrends(config, last);
    var user = new OneUser(
        words, last.minusDays(config.windowDays()), last.minusDays(config.fit().interestDays()));
    store.interestFacts(Window.before(end, config.fit().purchaseDays(), config.zone()), fact -> {
      trends.take(fact);
      user.take(fact);
    });
    user.finish();
    return pairs.stream()
        .filter(pair -> pair.searchers > 0)
        .flatMap(pair -> Stream.ofNullable(judge.features(
                pair.cell, pair.brandId, trends.of(pair.cell.keyword()).trend()))
            .map(x -> new ScoreFit.Trials(x, pair.searchers, pair.buyers)))
        .toList();
  }

  private record Word(Map<String, List<Pair>> pairs) {}

  private static final class Pair {
    private final KeywordCell cell;
    private final String brandId;
    private long searchers;
    private long buyers;

    Pair(KeywordCell cell, String brandId) {
      this.cell = cell;
      this.brandId = brandId;
    }
  }

  /** Collects one user's facts, then counts the user. Facts come ordered by user. */
  private final class OneUser {
    private final Map<String, Word> words;
    private final LocalDate searchedFrom;
    private final LocalDate interestedFrom;
    private String userId = "";
    private final Set<String> searched = new HashSet<>();
    private final Set<String> held = new HashSet<>();

    OneUser(Map<String, Word> words, LocalDate searchedFrom, LocalDate interestedFrom) {
      this.words = words;
      this.searchedFrom = searchedFrom;
      this.interestedFrom = interestedFrom;
    }

    void take(InterestFact fact) {
      if (!fact.userId().equals(userId)) {
        finish();
        userId = fact.userId();
      }
      if (fact.action().equals("search")) {
        String keyword = fact.keyword();
        if (keyword != null && words.containsKey(keyword) && !fact.day().isBefore(searchedFrom)) {
          searched.add(keyword);
        }
      } else if (fact.brandId() != null
          && (fact.action().equals("order")
              || (INTEREST.contains(fact.action()) && !fact.day().isBefore(interestedFrom)))) {
        held.add(fact.brandId());
      }
    }

    void finish() {
      Set<String> later = boughtLater.getOrDefault(userId, Set.of());
      for (String keyword : searched) {
        Objects.requireNonNull(words.get(keyword)).pairs().forEach((brand, pairs) -> {
          if (!held.contains(brand)) {
            for (Pair pair : pairs) {
              pair.searchers++;
              pair.buyers += later.contains(brand) ? 1 : 0;
            }
          }
        });
      }
      searched.clear();
      held.clear();
    }
  }
}
