package io.tidewatch.behavior.spark;

import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Category;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.IdentityLink.Identifier;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.OtherAction;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import io.tidewatch.model.record.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Seeded behaviour with what engines like to disagree on: ties, nulls, several currencies, decimals,
 * characters beyond the basic plane, corrections, deletions, refunds of every kind.
 */
final class GeneratedBehavior {
  private static final Instant START = Instant.parse("2025-05-25T00:00:00Z");
  private static final Instant RECEIVED = Instant.parse("2025-06-29T00:00:00Z");
  private static final List<String> WORDS = List.of(
      "手机", " 手机", "奶茶", "防晒 霜", "iPhone 16", "ＩＰＨＯＮＥ 16", "é", "z", "Z", "😀壳", "\uFF5E波浪", "a'b");
  private static final List<String> CURRENCIES = List.of("CNY", "CNY", "CNY", "USD");
  private static final Interaction.Action[] ACTIONS = Interaction.Action.values();

  private final RandomGenerator random =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20_250_601L);

  private GeneratedBehavior() {}

  static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new Category("phone", "手机", "Phones", null, true),
            new Category("tea", "茶饮", "Tea", null, false)),
        List.of(
            new Brand("b0", "零", List.of(), List.of("phone"), List.of()),
            new Brand("b1", "壹", List.of(), List.of("phone"), List.of()),
            new Brand("b2", "贰", List.of(), List.of("tea"), List.of())),
        IntStream.range(0, 9)
            .mapToObj(i -> new Product(
                "p" + i, "商品" + i, "b" + i % 3, i % 3 == 2 ? "tea" : "phone", null, List.of()))
            .toList(),
        List.of());
  }

  /** Some of it compacted, some as it arrived. */
  static void write(DuckDbBehaviorStore store) {
    var generated = new GeneratedBehavior();
    for (int batch = 0; batch < 4; batch++) {
      var records = new ArrayList<DataRecord>();
      for (int i = 0; i < 250; i++) {
        generated.visit(batch * 250 + i, records);
      }
      generated.changes(batch, records);
      store.accept(new BatchId("generated", "visits", batch), records);
      if (batch == 1) {
        store.compact();
      }
    }
  }

  private void visit(int n, List<DataRecord> records) {
    String user = "u" + random.nextInt(60);
    Instant at = START.plusSeconds(3600L * random.nextInt(24 * 36)).plusMillis(random.nextInt(3));
    String word = WORDS.get(random.nextInt(WORDS.size()));
    String queryId = random.nextInt(5) == 0 ? null : "q" + n;
    List<String> shown = random.nextInt(6) == 0
        ? null
        : random.ints(random.nextInt(6), 0, 11).mapToObj(i -> "p" + i).toList();
    String id = random.nextInt(3) == 0 ? "ubi:q" + n : "s" + n;
    records.add(new Search(envelope(id, word, shown), id, user, at, word, queryId, shown));
    if (id.startsWith("ubi:")) {
      records.add(new Search(
          envelope(id + "b", word),
          id + "b",
          user,
          at.plusSeconds(random.nextInt(6)),
          word,
          "q" + n + "b",
          null));
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      interaction(n + "-" + i, user, at.plusSeconds(random.nextInt(3)), queryId, records);
    }
    if (random.nextInt(3) == 0) {
      order("o" + n, user, at.plusSeconds(60L * random.nextInt(3)), queryId, records);
    }
    if (random.nextInt(12) == 0) {
      others(n, user, at, records);
    }
  }

  private void interaction(
      String n, String user, Instant at, @Nullable String queryId, List<DataRecord> records) {
    Interaction.Action action = ACTIONS[random.nextInt(ACTIONS.length)];
    String id = action.type() + n;
    records.add(new Interaction(
        envelope(id, user, at),
        action,
        id,
        user,
        at,
        random.nextInt(8) == 0 ? null : "p" + random.nextInt(11),
        random.nextInt(3) == 0 ? "b" + random.nextInt(3) : null,
        queryId,
        random.nextInt(4) == 0 ? null : 1 + random.nextInt(10),
        null));
  }

  private void order(
      String id, String user, Instant at, @Nullable String queryId, List<DataRecord> records) {
    String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    BigDecimal amount =
        BigDecimal.valueOf(random.nextInt(40) == 0 ? 0 : random.nextInt(1, 200_000), 3);
    records.add(new Order(
        envelope(id, amount, currency),
        id,
        user,
        at,
        "p" + random.nextInt(10),
        1 + random.nextInt(3),
        amount,
        currency,
        random.nextInt(3) == 0 ? null : queryId));
    int refunds = random.nextInt(5);
    for (int i = 0; i < refunds - 2; i++) {
      String of = random.nextInt(15) == 0 ? "none" : id;
      BigDecimal back = random.nextBoolean() ? amount : amount.multiply(new BigDecimal("0.3333"));
      records.add(new Refund(
          envelope(id, "refund", i, back),
          "r" + id + i,
          of,
          user,
          at.plusSeconds(3600L * (random.nextInt(60) - 1)),
          back,
          random.nextInt(6) == 0 ? "USD" : currency));
    }
  }

  private void others(int n, String user, Instant at, List<DataRecord> records) {
    String id = "x" + n;
    records.add(
        new OtherAction(envelope(id, "action"), id, user, at, "purchase", "p1", null, null));
    records.add(new OtherAction(envelope(id, "other"), id + "o", user, at, "登录", null, null, null));
    records.add(new User(
        envelope(id, "user"), user, at, Map.of("city", WORDS.get(n % WORDS.size())), "declared"));
    records.add(
        new Rating(envelope(id, "rating"), id, user, at, "p" + random.nextInt(10), 1 + n % 5));
    for (boolean clicked : new boolean[] {true, false}) {
      records.add(new AdEvent(
          envelope(id, "ad", clicked),
          clicked,
          id,
          user,
          at,
          "campaign",
          "b" + n % 3,
          null,
          n % 2 == 0 ? null : new BigDecimal("0.1234"),
          n % 4 == 0 ? null : "CNY",
          n % 5 == 0 ? null : WORDS.get(n % WORDS.size())));
    }
    people(n, user, at, records);
    records.add(new KeywordStats(
        envelope(id, "stats"),
        id,
        LocalDate.parse("2025-06-01").plusDays(n % 25),
        WORDS.get(n % WORDS.size()),
        n % 2 == 0 ? null : "phone",
        n % 3 == 0 ? null : "b1",
        n % 4 == 0 ? null : (long) n,
        null,
        (long) n,
        0L,
        n % 5 == 0 ? null : BigDecimal.valueOf(n, 2),
        null,
        n % 7 == 0 ? null : "CNY"));
    records.add(new ProductRecord(
        new Envelope("generated", at, RECEIVED, Objects.hash(id, at), null),
        "p" + n % 9,
        "商品",
        "b" + n % 3,
        "phone",
        n % 3 == 0 ? null : BigDecimal.valueOf(n + 1, 1),
        "CNY",
        n % 2 == 0 ? null : new BigDecimal("0.25"),
        n % 5 == 0 ? null : n % 7L,
        List.of(),
        List.of()));
  }

  private void people(int n, String user, Instant at, List<DataRecord> records) {
    String id = "n" + n;
    String source = n % 3 == 0 ? null : "store";
    var envelope = new Envelope(source, null, RECEIVED, Objects.hash(id, user, at), null);
    records.add(new User(
        envelope,
        user,
        at,
        Map.of("city", WORDS.get(n % WORDS.size()), "a", "\"\n"),
        n % 2 == 0 ? "verified" : "inferred"));
    records.add(new IdentityLink(
        envelope,
        id,
        new Identifier("user", user),
        new Identifier("device", "d" + n % 7),
        "login",
        n % 4 == 0 ? null : 1.0 / (n + 1),
        at));
    records.add(new Consent(envelope, id, user, "wifi", n % 2 == 0, at));
    records.add(new Sensor(envelope, id, "store", null, "d" + n % 7, "wifi", at, null));
    records.add(new StoreSale(
        envelope, id, "store", at, BigDecimal.ONE, "CNY", n % 2 == 0 ? null : "m" + n % 5));
  }

  /** Corrections of earlier batches on other days, deletions, and an event ahead of its time. */
  private void changes(int batch, List<DataRecord> records) {
    for (int i = 0; i < 40; i++) {
      int n = random.nextInt(250 * (batch + 1));
      switch (i % 4) {
        case 0 ->
          order("o" + n, "u" + n % 60, START.plusSeconds(86_400L * (i % 30)), null, records);
        case 1 -> records.add(new Deletion(envelope("delete", "order", n), "order", "o" + n));
        case 2 -> records.add(new Deletion(envelope("delete", "search", n), "search", "s" + n));
        default -> {
          String id = "s" + n;
          records.add(new Search(
              envelope(id, "corrected", batch),
              id,
              "u" + n % 60,
              START.plusSeconds(86_400L * (n % 36)),
              "手机",
              "q" + n,
              List.of("p1", "p1", "p4")));
        }
      }
    }
    records.add(new Search(
        envelope("future", batch),
        "future" + batch,
        "u1",
        RECEIVED.plusSeconds(7200),
        "手机",
        null,
        null));
  }

  private static Envelope envelope(@Nullable Object... content) {
    return new Envelope("generated", null, RECEIVED, 31L * Objects.hash(content) + 7, null);
  }
}
