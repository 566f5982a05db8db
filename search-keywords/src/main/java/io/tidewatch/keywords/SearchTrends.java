package io.tidewatch.keywords;

import io.tidewatch.model.behavior.InterestFact;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the distinct searchers of each keyword in both halves of a window, in local days, from
 * facts that come ordered by user. Not thread-safe.
 */
final class SearchTrends {
  private static final int FIRST = 1;
  private static final int SECOND = 2;

  private final KeywordTrend trend;
  private final LocalDate from;
  private final LocalDate middle;
  private final Map<String, Integer> halvesOfUser = new HashMap<>();
  private final Map<String, Halves> halves = new HashMap<>();
  private @Nullable String userId;
  private boolean observed;

  /** {@code last} is the last local day of the window. */
  SearchTrends(KeywordConfig config, LocalDate last) {
    this.trend = new KeywordTrend(config.trendPrior());
    this.middle = last.minusDays(config.windowDays() / 2 - 1);
    this.from = last.minusDays(config.windowDays());
  }

  void take(InterestFact fact) {
    String keyword = fact.keyword();
    if (keyword == null || fact.day().isBefore(from)) {
      return;
    }
    if (!fact.userId().equals(userId)) {
      flush();
      userId = fact.userId();
    }
    halvesOfUser.merge(keyword, fact.day().isBefore(middle) ? FIRST : SECOND, (a, b) -> a | b);
  }

  /** The trend of a keyword after the last fact. */
  KeywordTrend.Explanation of(String keyword) {
    flush();
    Halves counted = halves.getOrDefault(keyword, new Halves());
    return trend.explain(counted.first, counted.second, observed);
  }

  private void flush() {
    halvesOfUser.forEach((keyword, bits) -> {
      Halves counted = halves.computeIfAbsent(keyword, k -> new Halves());
      counted.first += (bits & FIRST) != 0 ? 1 : 0;
      counted.second += (bits & SECOND) != 0 ? 1 : 0;
      observed |= (bits & FIRST) != 0;
    });
    halvesOfUser.clear();
  }

  private static final class Halves {
    private long first;
    private long second;
  }
}
