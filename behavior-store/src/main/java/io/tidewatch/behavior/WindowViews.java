package io.tidewatch.behavior;

import io.tidewatch.model.behavior.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The views that the shipped statements read, for one window, in the SQL that every engine speaks.
 * Only how facts and lists are read is in an engine's own words. The table {@code products} is
 * filled by the engine from the catalogue. Not safe for several threads.
 */
public final class WindowViews {
  /** How far before the window a query id still counts. */
  static final Duration QUERY_ID_REACH = Duration.ofDays(30);

  /** How far before the window a search without a query id still counts. */
  static final Duration LAST_SEARCH_REACH = Duration.ofHours(24);

  /** A local day is never longer. */
  static final Duration LONGEST_DAY = Duration.ofHours(26);

  /** How far before the window the order of a refund is looked for. */
  static final Duration ORDER_REACH = Duration.ofDays(180);

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private static final List<FactType> INTERACTIONS = List.of(
      FactType.IMPRESSION,
      FactType.VIEW,
      FactType.CLICK,
      FactType.FAVORITE,
      FactType.CART,
      FactType.FOLLOW,
      FactType.SHARE,
      FactType.AD_EXPOSURE,
      FactType.AD_CLICK);

  private static final List<FactColumn> INTERACTION_COLUMNS = List.of(
      FactColumn.USER_ID,
      FactColumn.PRODUCT_ID,
      FactColumn.BRAND_ID,
      FactColumn.CHANNEL,
      FactColumn.STARS);

  private static final Pattern WORD = Pattern.compile("[a-z_]+");
  private static final Map<Integer, BigDecimal> FIRST_PLACE = Map.of(1, BigDecimal.ONE);

  private final Dialect dialect;
  private final Window window;
  private final LocalDays days;
  private final Map<String, Supplier<String>> definitions = new LinkedHashMap<>();
  private final Set<String> sums = new HashSet<>();

  /** An engine's own words. */
  public interface Dialect {

    /**
     * A query of the live facts of a type, each key once in its newest version, with event time in
     * [from, to): id, event_at, then the columns.
     */
    String facts(FactType type, Instant from, Instant to, List<String> columns);

    /** An expression that makes a row of each item of a list. */
    String each(String list);

    /**
     * A query that makes a row of each item of the column {@code results}: {@code columns} of
     * {@code shown}, then product_id and its 1-based list_position.
     */
    String numbered(String columns, String shown);
  }

  public WindowViews(Dialect dialect, Window window) {
    this.dialect = dialect;
    this.window = window;
    this.days = new LocalDays(window);
    definitions.put("window_bounds", days::bounds);
    definitions.put("window_days", days::halves);
    definitions.put("orders", () -> local(own(FactType.ORDER)));
    definitions.put("refunds", () -> own(FactType.REFUND));
    definitions.put("keyword_stats", () -> own(FactType.KEYWORD_STATS));
    definitions.put("other_actions", () -> own(FactType.ACTION));
    definitions.put("tracked_orders", () -> since(ORDER_REACH, FactType.ORDER));
    definitions.put("searches", () -> local(searches()));
    definitions.put("recent_searches", () -> local(recent(FactType.SEARCH)));
    definitions.put("tracked_searches", this::trackedSearches);
    definitions.put("recent_impressions", () -> local(recent(FactType.IMPRESSION)));
    definitions.put("clicks", () -> local(met(FactType.CLICK)));
    definitions.put("recent_clicks", () -> recent(FactType.CLICK));
    definitions.put("carts", () -> local(met(FactType.CART)));
    definitions.put("results_shown", this::resultsShown);
    definitions.put("told_results", this::toldResults);
    definitions.put("ad_events", this::advertisements);
    definitions.put("campaign_ads", this::campaignAds);
    definitions.put("focal_campaigns", () -> "SELECT DISTINCT campaign_id FROM campaign_ads");
    definitions.put("search_results", this::searchResults);
    definitions.put("interactions", () -> local(interactions()));
    definitions.put("users", () -> own(FactType.USER));
    definitions.put("focal_brands", () -> "SELECT DISTINCT brand_id FROM products");
    definitions.put("arrival_times", this::arrivalTimes);
    definitions.put("product_versions", this::productVersions);
    definitions.put(
        "heads",
        () -> "SELECT CAST(NULL AS STRING) AS keyword,"
            + " CAST(NULL AS STRING) AS head WHERE 1 = 0");
    definitions.put("money", () -> "SELECT 'CNY' AS currency");
    definitions.put("examination", () -> examination(FIRST_PLACE));
    definitions.putAll(new PersonViews(dialect, window).definitions());
    sum("searched_days", "searched-days");
    sum("shown_days", "shown-days");
    sum("acted_days", "acted-days");
    sum("nearby_searches", "nearby-searches");
    definitions.put("nearby_results", this::nearbyResults);
    sum("order_lines", "order-lines");
    sum("attributed_lines", "attributed-lines");
    sum("held", "brand-interest");
    sum("later_buyers", "brand-buyers");
  }

  private void sum(String view, String part) {
    sums.add(view);
    definitions.put(view, () -> part(part));
  }

  /** Names of all views; a view comes after those that it reads. */
  public List<String> names() {
    return List.copyOf(definitions.keySet());
  }

  /** The views that a statement reads, with those that they read; each after what it reads. */
  public List<String> neededBy(String statement) {
    var needed = new LinkedHashSet<String>();
    need(statement, needed);
    return definitions.keySet().stream().filter(needed::contains).toList();
  }

  private void need(String statement, Set<String> needed) {
    Matcher words = WORD.matcher(statement);
    while (words.find()) {
      String word = words.group();
      if (definitions.containsKey(word) && needed.add(word)) {
        need(named(word), needed);
      }
    }
  }

  /** Whether the view joins and sums others, so that an engine does well to compute it once. */
  public boolean isSum(String view) {
    return sums.contains(view);
  }

  /** The text of {@code sql/parts/<name>.sql}. */
  public static String part(String name) {
    return SqlText.named("parts/" + name);
  }

  /** The query behind {@code examination}: at each known place, how often people look there. */
  public static String examination(Map<Integer, BigDecimal> places) {
    if (places.isEmpty()) {
      return "SELECT CAST(NULL AS BIGINT) AS place, CAST(NULL AS DECIMAL(9, 6)) AS examined"
          + " WHERE 1 = 0";
    }
    return new TreeMap<>(places)
        .entrySet().stream()
            .map(e -> "SELECT CAST(" + e.getKey() + " AS BIGINT) AS place, CAST("
                + e.getValue().toPlainString() + " AS DECIMAL(9, 6)) AS examined")
            .collect(Collectors.joining(" UNION ALL "));
  }

  /** The query behind the view of that name. */
  public String named(String view) {
    Supplier<String> definition = definitions.get(view);
    if (definition == null) {
      throw new IllegalArgumentException(
          "view: one of " + String.join(", ", names()) + " is required, got " + view);
    }
    return definition.get();
  }

  /** A moment as it stands in a statement. */
  public static String timestamp(Instant instant) {
    return "TIMESTAMP '" + TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC)) + "'";
  }

  private String own(FactType type) {
    return since(Duration.ZERO, type);
  }

  private String since(Duration reach, FactType type) {
    return between(type, window.from().minus(reach), type.columns().toArray(FactColumn[]::new));
  }

  private String between(FactType type, Instant from, FactColumn... columns) {
    return dialect.facts(
        type, from, window.to(), Stream.of(columns).map(FactColumn::column).toList());
  }

  /**
   * Searches of the window. Sub-queries of one action under several query ids, as UBI plugins write
   * them, are one: the first of those of one user and keyword that follow within three seconds.
   */
  private String searches() {
    String columns = "id, event_at, user_id, keyword, query_id";
    FactColumn[] read = {FactColumn.USER_ID, FactColumn.KEYWORD, FactColumn.QUERY_ID};
    String of = between(FactType.SEARCH, window.from(), read);
    String wider = between(FactType.SEARCH, window.from().minusSeconds(3), read);
    return "SELECT " + columns + " FROM (" + of + ") plain_searches WHERE id NOT LIKE 'ubi:%'"
        + " UNION ALL SELECT " + columns + " FROM (SELECT " + columns
        + ", LAG(event_at) OVER (PARTITION BY user_id, keyword ORDER BY event_at, id) AS earlier"
        + " FROM (" + wider + ") several WHERE id LIKE 'ubi:%') chained WHERE event_at >= "
        + timestamp(LocalDays.bounded(window.from()))
        + " AND (earlier IS NULL OR event_at > earlier + INTERVAL '3' SECOND)";
  }

  private String met(FactType type) {
    return between(
        type, window.from(), FactColumn.PRODUCT_ID, FactColumn.QUERY_ID, FactColumn.POSITION);
  }

  private String resultsShown() {
    return dialect.numbered(
        "id AS search_id, query_id, keyword, local_day",
        local(between(
            FactType.SEARCH,
            window.from(),
            FactColumn.KEYWORD,
            FactColumn.QUERY_ID,
            FactColumn.RESULTS)));
  }

  /** Searches whose results the log holds, even when there were none. */
  private String toldResults() {
    return "SELECT id AS search_id FROM ("
        + between(FactType.SEARCH, window.from(), FactColumn.RESULTS)
        + ") told WHERE results IS NOT NULL";
  }

  private String advertisements() {
    return Stream.of(FactType.AD_EXPOSURE, FactType.AD_CLICK)
        .map(type -> "SELECT '" + type.label()
            + "' AS action, keyword, brand_id, cost, currency FROM ("
            + between(
                type,
                window.from(),
                FactColumn.KEYWORD,
                FactColumn.BRAND_ID,
                FactColumn.COST,
                FactColumn.CURRENCY)
            + ") of_type")
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String campaignAds() {
    return Stream.of(FactType.AD_EXPOSURE, FactType.AD_CLICK)
        .map(type -> "SELECT '" + type.label()
            + "' AS action, id, event_at, user_id, campaign_id, cost, currency FROM ("
            + between(
                type,
                window.from(),
                FactColumn.USER_ID,
                FactColumn.CAMPAIGN_ID,
                FactColumn.COST,
                FactColumn.CURRENCY)
            + ") of_type")
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String trackedSearches() {
    return between(
        FactType.SEARCH,
        window.from().minus(QUERY_ID_REACH),
        FactColumn.USER_ID,
        FactColumn.KEYWORD,
        FactColumn.QUERY_ID);
  }

  /** Also those of the 24 hours and of the local day before the window. */
  private String recent(FactType type) {
    Instant day = LocalDate.ofInstant(window.from(), window.zone())
        .minusDays(1)
        .atStartOfDay(window.zone())
        .toInstant();
    Instant hours = window.from().minus(LAST_SEARCH_REACH);
    return between(
        type, day.isBefore(hours) ? day : hours, type.columns().toArray(FactColumn[]::new));
  }

  private String searchResults() {
    return "SELECT id AS search_id, " + dialect.each("results") + " AS product_id FROM ("
        + between(FactType.SEARCH, window.from(), FactColumn.RESULTS) + ") shown";
  }

  private String nearbyResults() {
    return "SELECT id AS search_id, " + dialect.each("results") + " AS product_id FROM (SELECT id,"
        + " results FROM (" + recent(FactType.SEARCH)
        + ") recent WHERE id IN (SELECT search_id FROM nearby_searches)) shown";
  }

  /** The same rows with their {@code local_day}. */
  private String local(String facts) {
    return "SELECT f.*, " + days.expression(LONGEST_DAY) + " AS local_day FROM (" + facts + ") f";
  }

  private String interactions() {
    return Stream.concat(INTERACTIONS.stream(), Stream.of(FactType.RATING))
        .map(this::interaction)
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String interaction(FactType type) {
    List<FactColumn> read =
        INTERACTION_COLUMNS.stream().filter(type.columns()::contains).toList();
    String columns = INTERACTION_COLUMNS.stream()
        .map(c -> type.columns().contains(c)
            ? c.column()
            : "CAST(NULL AS " + (c == FactColumn.STARS ? "BIGINT" : "STRING") + ") AS "
                + c.column())
        .collect(Collectors.joining(", "));
    return "SELECT '" + type.label() + "' AS action, id, event_at, " + columns + " FROM ("
        + between(type, window.from(), read.toArray(FactColumn[]::new)) + ") of_type";
  }

  /** When each behaviour fact happened and when it came. */
  private String arrivalTimes() {
    return Stream.of(FactType.values())
        .filter(FactType::isBehavior)
        .map(type -> "SELECT '" + type.label() + "' AS type, id, event_at, received_at FROM ("
            + dialect.facts(type, window.from(), window.to(), List.of("received_at"))
            + ") of_type")
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** All that was known of products before the window's end. */
  private String productVersions() {
    return between(
        FactType.PRODUCT_VERSION,
        LocalDays.EARLIEST,
        FactType.PRODUCT_VERSION.columns().toArray(FactColumn[]::new));
  }
}
