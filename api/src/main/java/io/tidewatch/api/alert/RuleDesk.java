package io.tidewatch.api.alert;

import io.tidewatch.api.question.NotFoundException;
import io.tidewatch.model.rule.Alert;
import io.tidewatch.model.rule.AlertLog;
import io.tidewatch.model.rule.Condition;
import io.tidewatch.model.rule.Rule;
import io.tidewatch.model.rule.RuleStore;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything one can do with rules. Safe from any thread; evaluations run one after another. */
public final class RuleDesk implements AutoCloseable {
  /** Longest exchange with a receiver. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Supplier<TrendQueries> trends;
  private final RuleStore rules;
  private final AlertLog log;
  private final Function<String, Webhook> webhooks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final RuleWatch watch;
  private final Delivery delivery;

  /**
   * A desk over {@code rules} and {@code log}.
   *
   * @param webhooks gives a receiver by name; throws {@link IllegalArgumentException} for others
   * @param timeout of one exchange with a receiver, less than a minute
   * @param dashboard where messages link to
   */
  public RuleDesk(
      Supplier<TrendQueries> trends,
      RuleStore rules,
      AlertLog log,
      Function<String, Webhook> webhooks,
      Duration timeout,
      InstantSource clock,
      URI dashboard,
      ZoneId zone) {
    this.trends = trends;
    this.rules = rules;
    this.log = log;
    this.webhooks = webhooks;
    this.clock = clock;
    this.zone = zone;
    this.watch = new RuleWatch(trends, rules, log, clock, zone);
    this.delivery = new Delivery(rules, log, webhooks, timeout, clock, dashboard, zone);
  }

  /** What a run did: evaluations, and how many alerts were delivered and still wait. */
  public record Run(
      List<?> evaluated,
      int delivered,
      long undelivered,
      @Nullable String error) {}

  /** How the alerts are: null where nothing happened yet. */
  public record Status(
      int rules,
      @Nullable Instant lastEvaluation,
      long undelivered,
      long failing,
      @Nullable Instant oldestUndelivered,
      @Nullable String lastError) {}

  /** A rule that was added, with what it would have told before. */
  public record Added(RuleView rule, Object backTest) {}

  public List<RuleView> list() {
    return rules.list().stream().map(this::view).toList();
  }

  private RuleView view(Rule rule) {
    return RuleView.of(rule, log.evaluatedTo(rule.id()).orElse(null));
  }

  public List<Alert> alerts(@Nullable String ruleId, int top) {
    return log.list(ruleId, top);
  }

  /** When it would have fired; throws {@link IllegalArgumentException} for a wrong query. */
  public Object test(Rule rule) {
    return backTest(rule);
  }

  private BackTest.Result backTest(Rule rule) {
    checkQuery(rule.condition());
    TrendQueries queries = trends.get();
    Instant now = clock.instant();
    Instant newest = queries.newestEventTime().orElse(now);
    return new BackTest(queries, zone).run(rule, newest.isAfter(now) ? now : newest);
  }

  /**
   * Tests the rule, then saves it.
   *
   * @param mostPerDay alerts a day that the test may show
   * @throws IllegalArgumentException when the id is taken, the receiver is unknown, or the rule
   *     would have told more often and {@code anyway} is false
   */
  public Added add(Rule rule, int mostPerDay, boolean anyway) {
    if (rules.get(rule.id()).isPresent()) {
      throw new IllegalArgumentException(
          "id: one that no rule has is required (rules remove gives it up), got " + rule.id());
    }
    Webhook _ = webhooks.apply(rule.webhook());
    BackTest.Result result = backTest(rule);
    if (result.perDay() > mostPerDay && !anyway) {
      BackTest.Busiest busiest = java.util.Objects.requireNonNull(result.busiest());
      throw new IllegalArgumentException(String.format(
          Locale.ROOT,
          "threshold: at most %d alerts a day are required, got %.1f: the rule would have told"
              + " something %d times in %.1f days, %d times on %s; raise the threshold or say"
              + " anyway",
          mostPerDay,
          result.perDay(),
          result.alerts(),
          result.days(),
          busiest.alerts(),
          busiest.day()));
    }
    rules.save(rule);
    return new Added(view(rule), result);
  }

  /** Parses the query where the store may be too small for the test to read it. */
  private void checkQuery(Condition condition) {
    String query = switch (condition) {
      case Condition.Rising c -> null;
      case Condition.Growth c -> null;
      case Condition.Level c -> null;
      case Condition.Climb c -> null;
      case Condition.Count c -> c.query();
      case Condition.Negative c -> c.query();
    };
    if (query != null) {
      trends.get().search(new SearchQuery(query, null, null, 1, null));
    }
  }

  /** Removes a rule and gives what it was. */
  public RuleView remove(String id) {
    RuleView removed = view(existing(id));
    rules.delete(id);
    return removed;
  }

  /** Silences a rule until a time; null lets it speak again. */
  public RuleView mute(String id, @Nullable Instant until) {
    rules.save(existing(id).muted(until));
    return view(existing(id));
  }

  private Rule existing(String id) {
    return rules
        .get(id)
        .orElseThrow(() -> new NotFoundException("id: a saved rule is required, got " + id));
  }

  /** Evaluates the rules whose time has come and sends what waits. */
  public synchronized Run run() {
    List<RuleWatch.Evaluated> evaluated = watch.run();
    int delivered = delivery.run();
    AlertLog.Backlog backlog = log.backlog();
    String broken = evaluated.stream()
        .filter(e -> e.error() != null)
        .map(e -> e.rule() + ": " + e.error())
        .findFirst()
        .orElse(null);
    return new Run(
        evaluated, delivered, backlog.pending(), broken == null ? backlog.lastError() : broken);
  }

  /** Counts and times for {@code /health}. */
  public Status status() {
    AlertLog.Backlog backlog = log.backlog();
    return new Status(
        rules.list().size(),
        log.lastEvaluation().orElse(null),
        backlog.pending(),
        backlog.failing(),
        backlog.oldest(),
        backlog.lastError());
  }

  @Override
  public void close() {
    delivery.close();
  }
}
