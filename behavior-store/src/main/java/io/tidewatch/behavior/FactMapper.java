package io.tidewatch.behavior;

import io.tidewatch.model.record.AdEvent;
import io.tidewatch.model.record.BehaviorRecord;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.CategoryRecord;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.Coupon;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.Deletion;
import io.tidewatch.model.record.DocumentRecord;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.KeywordStats;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.OtherAction;
import io.tidewatch.model.record.PersonRecord;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.Rating;
import io.tidewatch.model.record.Refund;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import io.tidewatch.model.record.User;
import io.tidewatch.model.record.WordRecord;
import java.time.Instant;
import java.util.Map;

/** Turns a record into its row. */
public final class FactMapper {
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private FactMapper() {}

  /**
   * The row of a behaviour or person record, a tombstone for a deletion of one, or the version of a
   * product, brand or category from the time of the record on.
   *
   * @throws IllegalArgumentException naming argument, rule and value, for records of other
   *     families, negative or too large amounts and counts, ids that are empty or hold control characters, times outside 1970 to 2199
   */
  public static FactRow row(DataRecord record) {
    return switch (record) {
      case BehaviorRecord behavior ->
        row(typeOf(behavior.type()), behavior, behavior.at(), values(behavior));
      case PersonRecord person -> row(typeOf(person.type()), person, person.at(), values(person));
      case Deletion deletion -> tombstone(deletion);
      case DocumentRecord document -> throw foreign(document);
      case CatalogueRecord catalogue -> version(catalogue);
      case Heartbeat heartbeat -> throw foreign(heartbeat);
    };
  }

  private static FactRow tombstone(Deletion deletion) {
    long version = FactRow.micros(deletion.envelope().version());
    return new FactRow(
        typeOf(deletion.of()),
        id(deletion),
        version,
        version,
        true,
        deletion.envelope().contentHash(),
        deletion.envelope(),
        Map.of());
  }

  /** A key of its own for each time of an entry: older versions stay. */
  private static FactRow version(CatalogueRecord record) {
    var v = new FactValues(record.type() + " " + record.id());
    FactType type = switch (record) {
      case ProductRecord p -> {
        v.put(FactColumn.PRODUCT_ID, p.id())
            .put(FactColumn.NAME, p.name())
            .put(FactColumn.BRAND_ID, p.brandId())
            .put(FactColumn.CATEGORY_ID, p.categoryId())
            .money(FactColumn.PRICE, p.price())
            .put(FactColumn.CURRENCY, p.currency())
            .money(FactColumn.MARGIN, p.margin())
            .count(FactColumn.STOCK, p.stock());
        yield FactType.PRODUCT_VERSION;
      }
      case BrandRecord b -> {
        v.put(FactColumn.BRAND_ID, b.id())
            .put(FactColumn.NAME, b.name())
            .put(FactColumn.CATEGORIES, b.categories())
            .put(FactColumn.RIVALS, b.rivals());
        yield FactType.BRAND_VERSION;
      }
      case CategoryRecord c -> {
        v.put(FactColumn.CATEGORY_ID, c.id())
            .put(FactColumn.NAME, c.name())
            .put(FactColumn.PARENT_ID, c.parent())
            .put(FactColumn.STANDARD, c.standard());
        yield FactType.CATEGORY_VERSION;
      }
      case WordRecord word -> throw foreign(word);
    };
    Instant from = record.envelope().version();
    long micros = FactRow.micros(from);
    return new FactRow(
        type,
        id(record) + "@" + micros,
        micros,
        FactRow.micros(record.envelope().receivedAt()),
        false,
        record.envelope().contentHash(),
        record.envelope(),
        v.map());
  }

  private static FactRow row(FactType type, DataRecord record, Instant at, FactValues values) {
    if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
      throw new IllegalArgumentException(type.label() + " " + record.id()
          + ": at: a time from 1970 to 2199 is required, got " + at);
    }
    return new FactRow(
        type,
        id(record),
        FactRow.micros(at),
        FactRow.micros(record.envelope().version()),
        false,
        record.envelope().contentHash(),
        record.envelope(),
        values.map());
  }

  private static FactValues values(BehaviorRecord record) {
    var v = new FactValues(record.type() + " " + record.id());
    return switch (record) {
      case Search s ->
        v.put(FactColumn.USER_ID, s.userId())
            .keyword(s.query())
            .put(FactColumn.QUERY_ID, s.queryId())
            .put(FactColumn.RESULTS, s.results());
      case Interaction i ->
        v.put(FactColumn.USER_ID, i.userId())
            .put(FactColumn.PRODUCT_ID, i.productId())
            .put(FactColumn.BRAND_ID, i.brandId())
            .put(FactColumn.QUERY_ID, i.queryId())
            .count(
                FactColumn.POSITION, i.position() == null ? null : i.position().longValue())
            .put(FactColumn.CHANNEL, i.channel());
      case OtherAction a ->
        v.put(FactColumn.USER_ID, a.userId())
            .put(FactColumn.ACTION, a.action())
            .put(FactColumn.PRODUCT_ID, a.productId())
            .put(FactColumn.QUERY_ID, a.queryId())
            .put(FactColumn.CHANNEL, a.channel());
      case Rating r ->
        v.put(FactColumn.USER_ID, r.userId())
            .put(FactColumn.PRODUCT_ID, r.productId())
            .count(FactColumn.STARS, (long) r.stars());
      case Order o ->
        v.put(FactColumn.USER_ID, o.userId())
            .put(FactColumn.PRODUCT_ID, o.productId())
            .count(FactColumn.QUANTITY, (long) o.quantity())
            .money(FactColumn.AMOUNT, o.amount())
            .put(FactColumn.CURRENCY, o.currency())
            .put(FactColumn.QUERY_ID, o.queryId());
      case Refund r ->
        v.put(FactColumn.USER_ID, r.userId())
            .put(FactColumn.ORDER_ID, r.orderId())
            .money(FactColumn.AMOUNT, r.amount())
            .put(FactColumn.CURRENCY, r.currency());
      case AdEvent a ->
        v.put(FactColumn.USER_ID, a.userId())
            .put(FactColumn.CAMPAIGN_ID, a.campaignId())
            .put(FactColumn.BRAND_ID, a.brandId())
            .put(FactColumn.PRODUCT_ID, a.productId())
            .money(FactColumn.COST, a.cost())
            .put(FactColumn.CURRENCY, a.currency())
            .keyword(a.query());
      case KeywordStats k ->
        v.keyword(k.keyword())
            .put(FactColumn.CATEGORY_ID, k.categoryId())
            .put(FactColumn.BRAND_ID, k.brandId())
            .count(FactColumn.IMPRESSIONS, k.impressions())
            .count(FactColumn.SEARCHERS, k.searchers())
            .count(FactColumn.CLICKS, k.clicks())
            .count(FactColumn.ORDERS, k.orders())
            .money(FactColumn.GMV, k.gmv())
            .money(FactColumn.COST, k.cost())
            .put(FactColumn.CURRENCY, k.currency());
      case Sensor s ->
        v.put(FactColumn.STORE_ID, s.storeId())
            .put(FactColumn.STORE_ZONE, s.zone())
            .put(FactColumn.DEVICE, s.device())
            .put(FactColumn.VIA, s.via())
            .put(FactColumn.SIGNAL, s.signal());
      case StoreSale s ->
        v.put(FactColumn.STORE_ID, s.storeId())
            .money(FactColumn.AMOUNT, s.amount())
            .put(FactColumn.CURRENCY, s.currency())
            .put(FactColumn.MEMBER_ID, s.memberId());
      case Coupon c ->
        v.put(FactColumn.USER_ID, c.userId())
            .put(FactColumn.STORE_ID, c.storeId())
            .put(FactColumn.REDEEMED, c.redeemed())
            .money(FactColumn.AMOUNT, c.value());
    };
  }

  private static FactValues values(PersonRecord record) {
    var v = new FactValues(record.type() + " " + record.id());
    return switch (record) {
      case User u ->
        v.put(FactColumn.ATTRIBUTES, JsonText.of(u.attributes()))
            .put(FactColumn.ATTRIBUTE_SOURCE, u.attributeSource());
      case IdentityLink i ->
        v.put(FactColumn.FROM_KIND, i.from().kind())
            .put(FactColumn.FROM_VALUE, i.from().value())
            .put(FactColumn.TO_KIND, i.to().kind())
            .put(FactColumn.TO_VALUE, i.to().value())
            .put(FactColumn.EVIDENCE, i.evidence())
            .put(FactColumn.CONFIDENCE, i.confidence());
      case Consent c ->
        v.put(FactColumn.USER_ID, c.userId())
            .put(FactColumn.PURPOSE, c.purpose())
            .put(FactColumn.GRANTED, c.granted());
    };
  }

  private static String id(DataRecord record) {
    if (record.id().isEmpty()) {
      throw new IllegalArgumentException(
          record.type() + ": id: a text that is not empty is required, got \"\"");
    }
    return FactValues.visible(record.type() + ": id", record.id());
  }

  private static FactType typeOf(String type) {
    return FactType.of(type)
        .orElseThrow(() -> new IllegalArgumentException(
            "type: a behaviour or person type is required, got " + type));
  }

  private static IllegalArgumentException foreign(DataRecord record) {
    return new IllegalArgumentException(
        "records: behaviour, person, product, brand, category and deletion records are required,"
            + " got " + record.type() + " "
            + record.id());
  }
}
