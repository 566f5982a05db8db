package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.IdentityLink.Identifier;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.Interaction.Action;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import io.tidewatch.model.record.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what one person does on one day, as records in a basket. Identifiers are made of
 * person, day and a running number, so they do not depend on what others do.
 */
final class ShopLog {
  static final String SOURCE = "shop";
  static final String CURRENCY = "CNY";

  private final Basket basket;
  private String suffix = "";
  private int count;

  ShopLog(Basket basket) {
    this.basket = basket;
  }

  void begin(int person, int day) {
    suffix = Integer.toString(person + 1, 36) + "." + Integer.toString(day, 36) + ".";
    count = 0;
  }

  void introduce(Person person, long seed, Instant at) {
    String id = person.id();
    basket.add(
        at,
        new User(Agenda.envelope(SOURCE, id, at, 0), id, at, person.attributes(seed), "declared"));
  }

  void link(Identifier from, Identifier to, String evidence, double confidence, Instant at) {
    String id = next("l");
    basket.add(
        at,
        new IdentityLink(
            Agenda.envelope(SOURCE, id, at, 0), id, from, to, evidence, confidence, at));
  }

  void consent(Person person, String purpose, boolean granted, Instant at) {
    String id = next("n");
    basket.add(
        at, new Consent(Agenda.envelope(SOURCE, id, at, 0), id, person.id(), purpose, granted, at));
  }

  String search(String user, Instant at, String query, List<String> results) {
    String id = next("s");
    basket.add(
        at, new Search(Agenda.envelope(SOURCE, id, at, 0), id, user, at, query, id, results));
    return id;
  }

  void interaction(
      Action action,
      String user,
      Instant at,
      Product product,
      @Nullable String queryId,
      @Nullable Integer position,
      @Nullable String channel) {
    String id = next(action.type().substring(0, 2));
    basket.add(
        at,
        new Interaction(
            Agenda.envelope(SOURCE, id, at, 0),
            action,
            id,
            user,
            at,
            product.id(),
            product.brandId(),
            queryId,
            position,
            channel));
  }

  void follow(String user, Instant at, String brandId) {
    String id = next("fo");
    basket.add(
        at,
        new Interaction(
            Agenda.envelope(SOURCE, id, at, 0),
            Action.FOLLOW,
            id,
            user,
            at,
            null,
            brandId,
            null,
            null,
            null));
  }

  String order(
      String user,
      Instant at,
      Product product,
      int quantity,
      BigDecimal amount,
      @Nullable String queryId) {
    String id = next("o");
    basket.add(
        at,
        new Order(
            Agenda.envelope(SOURCE, id, at, 0),
            id,
            user,
            at,
            product.id(),
            quantity,
            amount,
            CURRENCY,
            queryId));
    return id;
  }

  void refund(String user, Instant at, String orderId, BigDecimal amount) {
    String id = next("r");
    basket.add(
        at,
        new Refund(Agenda.envelope(SOURCE, id, at, 0), id, orderId, user, at, amount, CURRENCY));
  }

  void rating(String user, Instant at, Product product, int stars) {
    String id = next("st");
    basket.add(
        at, new Rating(Agenda.envelope(SOURCE, id, at, 0), id, user, at, product.id(), stars));
  }

  void advertisement(
      boolean clicked,
      String user,
      Instant at,
      String campaign,
      Product product,
      @Nullable BigDecimal cost,
      @Nullable String query) {
    String id = next(clicked ? "ac" : "ae");
    basket.add(
        at,
        new AdEvent(
            Agenda.envelope(SOURCE, id, at, 0),
            clicked,
            id,
            user,
            at,
            campaign,
            product.brandId(),
            product.id(),
            cost,
            cost == null ? null : CURRENCY,
            query));
  }

  void sensed(String store, String zone, String device, Instant at, double signal) {
    String id = next("se");
    basket.add(
        at,
        new Sensor(Agenda.envelope(store, id, at, 0), id, store, zone, device, "wifi", at, signal));
  }

  void storeSale(String store, Instant at, BigDecimal amount, @Nullable String member) {
    String id = next("sa");
    basket.add(
        at,
        new StoreSale(Agenda.envelope(store, id, at, 0), id, store, at, amount, CURRENCY, member));
  }

  private String next(String kind) {
    return kind + "-" + suffix + Integer.toString(count++, 36);
  }
}
