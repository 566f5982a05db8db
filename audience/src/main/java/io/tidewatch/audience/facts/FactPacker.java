package io.tidewatch.audience.facts;

import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.identity.PersonGroups;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** Packs the facts before a time while they stream by, one pass. */
public final class FactPacker {
  private static final int HOUR = 3600;
  private static final int MAX_CHANNELS = 127;

  private final Instant asOf;
  private final ZoneId zone;
  private final ZoneRules rules;
  private final String currency;
  private final long today;
  private final Dictionaries names = new Dictionaries();
  private final FactColumns columns = new FactColumns();
  private final UnitPrices prices = new UnitPrices();
  private int[] starts = new int[1024];
  private int size;

  private FactPacker(Instant asOf, ZoneId zone, String currency) {
    this.asOf = asOf;
    this.zone = zone;
    this.rules = zone.getRules();
    this.currency = currency;
    this.today = localSecond(asOf.minusNanos(1)) / UserFacts.DAY;
  }

  /** As the full form; every id is a user of its own. */
  public static UserFacts read(
      AudienceFacts store, Instant asOf, int days, ZoneId zone, String currency) {
    return read(store, asOf, days, zone, currency, PersonGroups.NONE);
  }

  /**
   * Reads [asOf − days, asOf).
   *
   * @param currency in which orders have a value
   * @param persons whose ids are one user
   */
  public static UserFacts read(
      AudienceFacts store,
      Instant asOf,
      int days,
      ZoneId zone,
      String currency,
      PersonGroups persons) {
    if (days < 1 || days > Short.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "days: 1 to " + Short.MAX_VALUE / 2 + " are required, got " + days);
    }
    var packer = new FactPacker(asOf, zone, currency);
    store.audienceFacts(Window.before(asOf, days, zone), packer::take);
    return packer.pack(persons);
  }

  private void take(AudienceFact fact) {
    Action action = Action.of(fact.action());
    if (action == null) {
      return;
    }
    int users = names.users().size();
    if (users == 0 || !names.users().name(users - 1).equals(fact.userId())) {
      begin(fact.userId(), users);
    }
    columns.room(size);
    columns.actions[size] = (byte) action.code();
    int product = names.products().add(fact.productId());
    columns.products[size] = product;
    columns.brands[size] = names.brands().add(fact.brandId());
    columns.categories[size] = names.categories().add(fact.categoryId());
    columns.keywords[size] = names.keywords().add(fact.keyword());
    columns.channels[size] = channel(fact);
    columns.ages[size] = age(fact.at());
    long local = localSecond(fact.at());
    columns.days[size] = (short) (today - Math.floorDiv(local, UserFacts.DAY));
    columns.hours[size] = (byte) (Math.floorMod(local, UserFacts.DAY) / HOUR);
    columns.values[size] = fact.stars() == null ? 0 : fact.stars();
    columns.returned[size] = Names.NONE;
    AudienceFact.Paid paid = fact.paid();
    if (paid != null) {
      pay(paid, product, columns.ages[size]);
    }
    size++;
  }

  private void begin(String userId, int users) {
    if (names.users().add(userId) != users) {
      throw new IllegalArgumentException(
          "facts: all facts of a user side by side are required, got two runs of " + userId);
    }
    if (users + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[users] = size;
  }

  private void pay(AudienceFact.Paid paid, int product, int age) {
    BigDecimal net = paid.amount().subtract(paid.refunded());
    Instant refundedAt = paid.refundedAt();
    if (paid.isReturned()) {
      columns.returned[size] = refundedAt == null ? age : Math.min(age, age(refundedAt));
    } else if (refundedAt != null) {
      columns.refunds.set(size);
    }
    if (!paid.currency().equals(currency)) {
      columns.values[size] = Float.NaN;
      return;
    }
    columns.values[size] = Math.max(0, net.floatValue());
    if (product != Names.NONE && paid.quantity() > 0) {
      prices.add(product, paid.amount().doubleValue(), paid.quantity());
    }
  }

  /** More channels than a byte counts are none: they would not be worth a feature each. */
  private byte channel(AudienceFact fact) {
    int channel = names.channels().add(fact.channel());
    return (byte) (channel >= MAX_CHANNELS ? Names.NONE : channel);
  }

  private int age(Instant at) {
    Duration before = Duration.between(at, asOf);
    return Math.toIntExact(before.getSeconds() + (before.getNano() > 0 ? 1 : 0));
  }

  private long localSecond(Instant at) {
    ZoneOffset offset = rules.getOffset(at);
    return at.getEpochSecond() + offset.getTotalSeconds();
  }

  private UserFacts pack(PersonGroups persons) {
    int users = names.users().size();
    starts = Arrays.copyOf(starts, users + 1);
    starts[users] = size;
    columns.trim(size);
    PersonRows rows = PersonRows.of(names.users(), persons, this::oldestOrder);
    if (rows != null) {
      var order = new PersonOrder(rows, starts, columns.ages);
      columns.reorder(order.facts());
      starts = order.starts();
    }
    return new UserFacts(asOf, zone, names, rows, starts, columns, prices);
  }

  /** Seconds since the oldest order of a user; -1 without any. */
  private int oldestOrder(int user) {
    for (int fact = starts[user]; fact < starts[user + 1]; fact++) {
      if (columns.actions[fact] == Action.ORDER.code()) {
        return columns.ages[fact];
      }
    }
    return Names.NONE;
  }
}
