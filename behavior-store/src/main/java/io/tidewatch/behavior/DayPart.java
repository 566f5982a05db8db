package io.tidewatch.behavior;

import static io.tidewatch.behavior.FactType.CART;
import static io.tidewatch.behavior.FactType.CLICK;
import static io.tidewatch.behavior.FactType.IMPRESSION;
import static io.tidewatch.behavior.FactType.ORDER;
import static io.tidewatch.behavior.FactType.SEARCH;

import java.time.Duration;
import java.util.Map;

/**
 * A sum of one local day's facts that is worth keeping: {@code sql/parts/<statement>.sql}, whose rows
 * carry their {@code local_day} and add up over days.
 */
public enum DayPart {
  SEARCHED("searched-days", "searched_days", Map.of(SEARCH, Duration.ofSeconds(3))),
  SHOWN(
      "shown-days",
      "shown_days",
      Map.of(SEARCH, WindowViews.LONGEST_DAY, IMPRESSION, WindowViews.LONGEST_DAY)),
  ACTED(
      "acted-days",
      "acted_days",
      Map.of(
          SEARCH,
          WindowViews.LONGEST_DAY,
          IMPRESSION,
          WindowViews.LONGEST_DAY,
          CLICK,
          Duration.ZERO,
          CART,
          Duration.ZERO)),
  LINES(
      "order-lines",
      "order_lines",
      Map.of(
          SEARCH,
          WindowViews.QUERY_ID_REACH,
          CLICK,
          WindowViews.LONGEST_DAY,
          ORDER,
          Duration.ZERO));

  private final String statement;
  private final String view;

  @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
  private final Map<FactType, Duration> reads;

  DayPart(String statement, String view, Map<FactType, Duration> reads) {
    this.statement = statement;
    this.view = view;
    this.reads = reads;
  }

  /** Text of the statement. */
  public String sql() {
    return WindowViews.part(statement);
  }

  /** Name of the view over all days. */
  public String view() {
    return view;
  }

  /** What it reads, and how long before the day. */
  public Map<FactType, Duration> reads() {
    return reads;
  }

  /** Name of its folder. */
  String folder() {
    return statement;
  }
}
