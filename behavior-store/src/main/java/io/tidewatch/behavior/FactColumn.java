package io.tidewatch.behavior;

/** A column that some fact types have besides the ones that all of them have. */
public enum FactColumn {
  USER_ID("user_id", Kind.TEXT),
  PRODUCT_ID("product_id", Kind.TEXT),
  BRAND_ID("brand_id", Kind.TEXT),
  CATEGORY_ID("category_id", Kind.TEXT),
  CAMPAIGN_ID("campaign_id", Kind.TEXT),
  ORDER_ID("order_id", Kind.TEXT),
  QUERY_ID("query_id", Kind.TEXT),
  QUERY("query", Kind.TEXT),
  KEYWORD("keyword", Kind.TEXT),
  RESULTS("results", Kind.TEXTS),
  POSITION("list_position", Kind.WHOLE),
  CHANNEL("channel", Kind.TEXT),
  ACTION("action_name", Kind.TEXT),
  STARS("stars", Kind.WHOLE),
  QUANTITY("quantity", Kind.WHOLE),
  AMOUNT("amount", Kind.MONEY),
  CURRENCY("currency", Kind.TEXT),
  COST("cost", Kind.MONEY),
  GMV("gmv", Kind.MONEY),
  IMPRESSIONS("impressions", Kind.WHOLE),
  SEARCHERS("searchers", Kind.WHOLE),
  CLICKS("clicks", Kind.WHOLE),
  ORDERS("orders", Kind.WHOLE),
  STORE_ID("store_id", Kind.TEXT),
  STORE_ZONE("store_zone", Kind.TEXT),
  DEVICE("device", Kind.TEXT),
  VIA("via", Kind.TEXT),
  SIGNAL("signal_strength", Kind.NUMBER),
  MEMBER_ID("member_id", Kind.TEXT),
  REDEEMED("redeemed", Kind.FLAG),
  ATTRIBUTES("attributes", Kind.TEXT),
  ATTRIBUTE_SOURCE("attribute_source", Kind.TEXT),
  FROM_KIND("from_kind", Kind.TEXT),
  FROM_VALUE("from_value", Kind.TEXT),
  TO_KIND("to_kind", Kind.TEXT),
  TO_VALUE("to_value", Kind.TEXT),
  EVIDENCE("evidence", Kind.TEXT),
  CONFIDENCE("confidence", Kind.NUMBER),
  PURPOSE("purpose", Kind.TEXT),
  GRANTED("granted", Kind.FLAG),
  NAME("name", Kind.TEXT),
  PRICE("price", Kind.MONEY),
  MARGIN("margin", Kind.MONEY),
  STOCK("stock", Kind.WHOLE),
  CATEGORIES("categories", Kind.TEXTS),
  RIVALS("rivals", Kind.TEXTS),
  PARENT_ID("parent_id", Kind.TEXT),
  STANDARD("standard", Kind.FLAG);

  /** Decimals that a stored amount of money has. */
  public static final int MONEY_SCALE = 4;

  /** What a column holds, and the Java class of its values. */
  public enum Kind {
    /** {@link String}. */
    TEXT("VARCHAR"),
    /** {@link java.util.List} of {@link String}. */
    TEXTS("VARCHAR[]"),
    /** {@link Long}. */
    WHOLE("BIGINT"),
    /** {@link Double}. */
    NUMBER("DOUBLE"),
    /** {@link Boolean}. */
    FLAG("BOOLEAN"),
    /** {@link java.math.BigDecimal} of scale {@link #MONEY_SCALE}, below 10^14. */
    MONEY("DECIMAL(18,4)");

    private final String sqlType;

    Kind(String sqlType) {
      this.sqlType = sqlType;
    }

    public String sqlType() {
      return sqlType;
    }
  }

  private final String column;
  private final Kind kind;

  FactColumn(String column, Kind kind) {
    this.column = column;
    this.kind = kind;
  }

  /** The name in files and SQL. */
  public String column() {
    return column;
  }

  /** True when the column names an entity. */
  boolean isId() {
    return column.endsWith("_id");
  }

  public Kind kind() {
    return kind;
  }
}
