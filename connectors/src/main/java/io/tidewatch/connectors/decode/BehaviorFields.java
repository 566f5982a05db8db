package io.tidewatch.connectors.decode;

import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.Coupon;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.OtherAction;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Behaviour records from their fields. */
final class BehaviorFields {
  private BehaviorFields() {}

  static DataRecord search(RecordFields f, Envelope envelope) {
    return new Search(
        envelope,
        f.id("id"),
        f.id("userId"),
        f.instant("at"),
        f.id("query"),
        f.idOrNull("queryId"),
        f.textsOrNull("results"));
  }

  static DataRecord interaction(RecordFields f, Envelope envelope, Interaction.Action action) {
    String productId = f.idOrNull("productId");
    String brandId = f.idOrNull("brandId");
    boolean social = action == Interaction.Action.FOLLOW || action == Interaction.Action.SHARE;
    if (social && productId == null && brandId == null) {
      throw f.missing("brandId or productId");
    }
    return new Interaction(
        envelope,
        action,
        f.id("id"),
        f.id("userId"),
        f.instant("at"),
        productId,
        brandId,
        f.idOrNull("queryId"),
        f.whole("position", 1, Integer.MAX_VALUE),
        f.idOrNull("channel"));
  }

  static DataRecord otherAction(RecordFields f, Envelope envelope) {
    return new OtherAction(
        envelope,
        f.id("id"),
        f.id("userId"),
        f.instant("at"),
        f.id("action"),
        f.idOrNull("productId"),
        f.idOrNull("queryId"),
        f.idOrNull("channel"));
  }

  static DataRecord rating(RecordFields f, Envelope envelope) {
    return new Rating(
        envelope,
        f.id("id"),
        f.id("userId"),
        f.instant("at"),
        f.id("productId"),
        f.wholeRequired("stars", 1, 5));
  }

  static DataRecord order(RecordFields f, Envelope envelope) {
    return new Order(
        envelope,
        f.id("id"),
        f.id("userId"),
        f.instant("at"),
        f.id("productId"),
        f.wholeRequired("quantity", 1, Integer.MAX_VALUE),
        f.amount("amount"),
        f.currency("currency"),
        f.idOrNull("queryId"));
  }

  static DataRecord refund(RecordFields f, Envelope envelope) {
    return new Refund(
        envelope,
        f.id("id"),
        f.id("orderId"),
        f.id("userId"),
        f.instant("at"),
        f.amount("amount"),
        f.currency("currency"));
  }

  static DataRecord adEvent(RecordFields f, Envelope envelope, boolean clicked) {
    return new AdEvent(
        envelope,
        clicked,
        f.id("id"),
        f.id("userId"),
        f.instant("at"),
        f.id("campaignId"),
        f.id("brandId"),
        f.idOrNull("productId"),
        f.amountOrNull("cost"),
        f.currencyOrNull("currency"),
        f.idOrNull("query"));
  }

  static DataRecord keywordStats(RecordFields f, Envelope envelope) {
    return new KeywordStats(
        envelope,
        f.id("id"),
        f.day("day"),
        f.id("keyword"),
        f.idOrNull("categoryId"),
        f.idOrNull("brandId"),
        f.count("impressions"),
        f.count("searchers"),
        f.count("clicks"),
        f.count("orders"),
        f.amountOrNull("gmv"),
        f.amountOrNull("cost"),
        f.currencyOrNull("currency"));
  }

  static DataRecord sensor(RecordFields f, Envelope envelope) {
    return new Sensor(
        envelope,
        f.id("id"),
        f.id("storeId"),
        f.idOrNull("zone"),
        f.id("device"),
        f.oneOf("via", ordered("wifi", "beacon", "app")),
        f.instant("at"),
        f.number("signal"));
  }

  static DataRecord storeSale(RecordFields f, Envelope envelope) {
    return new StoreSale(
        envelope,
        f.id("id"),
        f.id("storeId"),
        f.instant("at"),
        f.amount("amount"),
        f.currency("currency"),
        f.idOrNull("memberId"));
  }

  static DataRecord coupon(RecordFields f, Envelope envelope) {
    return new Coupon(
        envelope,
        f.id("id"),
        f.idOrNull("userId"),
        f.idOrNull("storeId"),
        f.oneOf("state", ordered("issued", "redeemed")).equals("redeemed"),
        f.amount("value"),
        f.instant("at"));
  }

  static Set<String> ordered(String... values) {
    return new TreeSet<>(List.of(values));
  }
}
