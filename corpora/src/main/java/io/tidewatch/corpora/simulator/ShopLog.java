package io.tidewatch.corpora.simulator;

import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.Interaction.Action;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Search;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what people do in the shop, as records on the agenda. */
record ShopLog(Agenda agenda) {
  static final String SOURCE = "shop";
  static final String CURRENCY = "CNY";

  String search(Shopper shopper, Instant at, String query, List<Product> results) {
    String id = agenda.next("s");
    agenda.add(
        at,
        new Search(
            Agenda.envelope(SOURCE, id, at, 0),
            id,
            shopper.id(),
            at,
            query,
            id,
            results.stream().map(Product::id).toList()));
    return id;
  }

  void interaction(
      Action action,
      Shopper shopper,
      Instant at,
      Product product,
      @Nullable String queryId,
      @Nullable Integer position,
      @Nullable String channel) {
    String id = agenda.next(action.type().substring(0, 2));
    agenda.add(
        at,
        new Interaction(
            Agenda.envelope(SOURCE, id, at, 0),
            action,
            id,
            shopper.id(),
            at,
            product.id(),
            product.brandId(),
            queryId,
            position,
            channel));
  }

  void follow(Shopper shopper, Instant at, String brandId) {
    String id = agenda.next("fo");
    agenda.add(
        at,
        new Interaction(
            Agenda.envelope(SOURCE, id, at, 0),
            Action.FOLLOW,
            id,
            shopper.id(),
            at,
            null,
            brandId,
            null,
            null,
            null));
  }

  String order(
      Shopper shopper,
      Instant at,
      Product product,
      int quantity,
      BigDecimal amount,
      @Nullable String queryId) {
    String id = agenda.next("o");
    agenda.add(
        at,
        new Order(
            Agenda.envelope(SOURCE, id, at, 0),
            id,
            shopper.id(),
            at,
            product.id(),
            quantity,
            amount,
            CURRENCY,
            queryId));
    return id;
  }

  void refund(Shopper shopper, Instant at, String orderId, BigDecimal amount) {
    String id = agenda.next("r");
    agenda.add(
        at,
        new Refund(
            Agenda.envelope(SOURCE, id, at, 0), id, orderId, shopper.id(), at, amount, CURRENCY));
  }

  void rating(Shopper shopper, Instant at, Product product, int stars) {
    String id = agenda.next("st");
    agenda.add(
        at,
        new Rating(Agenda.envelope(SOURCE, id, at, 0), id, shopper.id(), at, product.id(), stars));
  }

  void advertisement(
      boolean clicked,
      Shopper shopper,
      Instant at,
      String campaign,
      Product product,
      BigDecimal cost) {
    String id = agenda.next(clicked ? "ac" : "ae");
    agenda.add(
        at,
        new AdEvent(
            Agenda.envelope(SOURCE, id, at, 0),
            clicked,
            id,
            shopper.id(),
            at,
            campaign,
            product.brandId(),
            product.id(),
            cost,
            CURRENCY,
            null));
  }
}
