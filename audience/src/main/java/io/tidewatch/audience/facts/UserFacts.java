package io.tidewatch.audience.facts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every user did before a time T, packed: users are numbered from 0 in the order of their ids
 * (by code point), the facts of a user lie side by side, oldest first. A user is a person where ids
 * are known to be one: all its ids are found, one of them names it (an account before a card before a
 * cookie, then the one with the oldest order, then the first by code point). Things are numbered too; -1
 * ({@link Names#NONE}) is none. Immutable and safe from any thread.
 */
public final class UserFacts {
  /** Seconds in a day of 24 hours. */
  public static final int DAY = 86_400;

  private final Instant asOf;
  private final ZoneId zone;
  private final Dictionaries names;
  private final @Nullable PersonRows rows;
  private final int[] starts;
  private final FactColumns columns;
  private final UnitPrices prices;

  UserFacts(
      Instant asOf,
      ZoneId zone,
      Dictionaries names,
      @Nullable PersonRows rows,
      int[] starts,
      FactColumns columns,
      UnitPrices prices) {
    this.asOf = asOf;
    this.zone = zone;
    this.names = names;
    this.rows = rows;
    this.starts = starts;
    this.columns = columns;
    this.prices = prices;
  }

  /** T, exclusive. */
  public Instant asOf() {
    return asOf;
  }

  /** Zone of local days and hours. */
  public ZoneId zone() {
    return zone;
  }

  public int users() {
    return starts.length - 1;
  }

  /** How many facts there are. */
  public int size() {
    return starts[users()];
  }

  /** The id that names a user. */
  public String userId(int user) {
    return names.users().name(rows == null ? user : rows.name(user));
  }

  /** Further ids of the user's person, by code point. */
  public List<String> otherIds(int user) {
    return rows == null ? List.of() : rows.others(user);
  }

  /** Whether several ids are this user. */
  public boolean isJoined(int user) {
    return rows != null && rows.width(user) > 1;
  }

  /** The number of the user who has an id; -1 for one who did nothing. */
  public int user(String userId) {
    int id = names.users().number(userId);
    return rows == null || id == Names.NONE ? id : rows.row(id);
  }

  /** The first fact of a user. */
  public int first(int user) {
    return starts[user];
  }

  /** The fact behind the last one of a user. */
  public int end(int user) {
    return starts[user + 1];
  }

  public Action action(int fact) {
    return FactColumns.ACTIONS[columns.actions[fact]];
  }

  public int product(int fact) {
    return columns.products[fact];
  }

  public int brand(int fact) {
    return columns.brands[fact];
  }

  public int category(int fact) {
    return columns.categories[fact];
  }

  public int keyword(int fact) {
    return columns.keywords[fact];
  }

  public int channel(int fact) {
    return columns.channels[fact];
  }

  /** Seconds before T, rounded up, so at least 1: within d days exactly when at most d·86400. */
  public int age(int fact) {
    return columns.ages[fact];
  }

  /** Local days before the local day of the moment before T; 0 on that day. */
  public int day(int fact) {
    return columns.days[fact];
  }

  /** Local hour, 0 to 23. */
  public int hour(int fact) {
    return columns.hours[fact];
  }

  /** Stars of a rating, 1 to 5; the amount of an order less refunds; NaN in another currency. */
  public float value(int fact) {
    return columns.values[fact];
  }

  /**
   * For an order of which nothing was kept: how many seconds before T the last of it was paid back,
   * or its own age when it cost nothing; else -1.
   */
  public int returnedAge(int fact) {
    return columns.returned[fact];
  }

  /** Whether some, not all, of an order was paid back before T. */
  public boolean isPartlyRefunded(int fact) {
    return columns.refunds.get(fact);
  }

  /** Whether it is an order that was kept, at least in part, as of T. */
  public boolean isKeptOrder(int fact) {
    return columns.actions[fact] == Action.ORDER.code() && columns.returned[fact] < 0;
  }

  public Names products() {
    return names.products();
  }

  public Names brands() {
    return names.brands();
  }

  public Names categories() {
    return names.categories();
  }

  public Names keywords() {
    return names.keywords();
  }

  public Names channels() {
    return names.channels();
  }

  /** Mean price of a piece of a product in its orders before T; NaN without any. */
  public double unitPrice(int product) {
    return prices.mean(product);
  }

  /** Users with a fact in the {@code days} before T. */
  public UserSet active(int days) {
    var active = new UserSet.Builder();
    for (int user = 0; user < users(); user++) {
      if (columns.ages[starts[user + 1] - 1] <= (long) days * DAY) {
        active.add(user);
      }
    }
    return active.build();
  }
}
