package io.tidewatch.behavior;

import static io.tidewatch.behavior.FactColumn.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A type of record that the behaviour store keeps, with the columns of its own. */
public enum FactType {
  SEARCH("search", true, USER_ID, QUERY, KEYWORD, QUERY_ID, RESULTS),
  IMPRESSION("impression", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  VIEW("view", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  CLICK("click", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  FAVORITE("favorite", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  CART("cart", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  FOLLOW("follow", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  SHARE("share", true, USER_ID, PRODUCT_ID, BRAND_ID, QUERY_ID, POSITION, CHANNEL),
  ACTION("action", true, USER_ID, FactColumn.ACTION, PRODUCT_ID, QUERY_ID, CHANNEL),
  RATING("rating", true, USER_ID, PRODUCT_ID, STARS),
  ORDER("order", true, USER_ID, PRODUCT_ID, QUANTITY, AMOUNT, CURRENCY, QUERY_ID),
  REFUND("refund", true, USER_ID, ORDER_ID, AMOUNT, CURRENCY),
  AD_EXPOSURE(
      "ad_exposure",
      true,
      USER_ID,
      CAMPAIGN_ID,
      BRAND_ID,
      PRODUCT_ID,
      COST,
      CURRENCY,
      QUERY,
      KEYWORD),
  AD_CLICK(
      "ad_click", true, USER_ID, CAMPAIGN_ID, BRAND_ID, PRODUCT_ID, COST, CURRENCY, QUERY, KEYWORD),
  KEYWORD_STATS(
      "keyword_stats",
      true,
      QUERY,
      KEYWORD,
      CATEGORY_ID,
      BRAND_ID,
      IMPRESSIONS,
      SEARCHERS,
      CLICKS,
      ORDERS,
      GMV,
      COST,
      CURRENCY),
  SENSOR("sensor", true, STORE_ID, STORE_ZONE, DEVICE, VIA, SIGNAL),
  STORE_SALE("store_sale", true, STORE_ID, AMOUNT, CURRENCY, MEMBER_ID),
  COUPON("coupon", true, USER_ID, STORE_ID, REDEEMED, AMOUNT),
  USER("user", false, ATTRIBUTES, ATTRIBUTE_SOURCE),
  IDENTITY("identity", false, FROM_KIND, FROM_VALUE, TO_KIND, TO_VALUE, EVIDENCE, CONFIDENCE),
  CONSENT("consent", false, USER_ID, PURPOSE, GRANTED),
  PRODUCT_VERSION(
      "product_version",
      false,
      PRODUCT_ID,
      NAME,
      BRAND_ID,
      CATEGORY_ID,
      PRICE,
      CURRENCY,
      MARGIN,
      STOCK),
  BRAND_VERSION("brand_version", false, BRAND_ID, NAME, CATEGORIES, RIVALS),
  CATEGORY_VERSION("category_version", false, CATEGORY_ID, NAME, PARENT_ID, STANDARD);

  private final String label;
  private final boolean behavior;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<FactColumn> columns;

  FactType(String label, boolean behavior, FactColumn... columns) {
    this.label = label;
    this.behavior = behavior;
    this.columns = List.of(columns);
  }

  /** The type with this name in the {@code type} field; empty when the store does not keep it. */
  public static Optional<FactType> of(String label) {
    return Arrays.stream(values()).filter(t -> t.label.equals(label)).findFirst();
  }

  /** The name in the {@code type} field, and of the folder. */
  public String label() {
    return label;
  }

  /** True for behaviour, false for what is known of a person or an entry of the catalogue. */
  public boolean isBehavior() {
    return behavior;
  }

  /** Its own columns, in order. */
  public List<FactColumn> columns() {
    return columns;
  }
}
