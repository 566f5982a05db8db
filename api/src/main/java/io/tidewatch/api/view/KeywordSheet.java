package io.tidewatch.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Keyword rows under the column names that people know from seller tools, Chinese and English. Other
 * rows stay as they are.
 */
public final class KeywordSheet {
  private static final List<Column> COLUMNS = List.of(
      new Column("关键词 keyword", "/keyword"),
      new Column("类目 category", "/category"),
      new Column("建议 label", "/label"),
      new Column("搜索人气 searches", "/counts/searchers"),
      new Column("曝光 impressions", "/funnel/impressions"),
      new Column("点击人气 clicks", "/funnel/clicks"),
      new Column("点击占比 click share", "/funnel/brands/0/clickShare"),
      new Column("点击率 click rate", "/ctr/observed/mid"),
      new Column("校正点击率 click rate by place", "/ctr/corrected/mid"),
      new Column("订单 orders", "/counts/orders"),
      new Column("品牌订单 brand orders", "/counts/brandOrders"),
      new Column("转化占比 conversion share", "/funnel/brands/0/orderShare"),
      new Column("支付转化率 conversion", "/conversion/mid"),
      new Column("成交额 GMV", "/counts/gmv"),
      new Column("竞争指数 competition index", "/E"),
      new Column("引导收入 R", "/R"),
      new Column("品牌引导收入 R of brand", "/RBrand"),
      new Column("优势 A", "/A/mid"),
      new Column("优势下限 A low", "/A/lo"),
      new Column("优势上限 A high", "/A/hi"),
      new Column("得分 score", "/score"),
      new Column("花费 spend", "/cost/spend"),
      new Column("点击单价 cost per click", "/cost/perClick"),
      new Column("单均成本 cost per order", "/cost/perOrder"),
      new Column("投产比 ROI", "/roi"),
      new Column("搜索趋势 search trend", "/trend/searchers/change/mid"),
      new Column("预算花费 planned cost", "/plan/cost"),
      new Column("预期新客收入 expected revenue", "/plan/revenue"),
      new Column("缺口收入 missed revenue", "/gap/missedRevenue"),
      new Column("依据 basis", "/basis"),
      new Column("截止 as of", "/asOf"));

  private KeywordSheet() {}

  /** One object a row with named columns; missing figures are null. */
  public static List<JsonNode> named(List<JsonNode> rows) {
    if (rows.stream().anyMatch(row -> !row.has("funnel") || !row.has("counts"))) {
      return rows;
    }
    var named = new ArrayList<JsonNode>();
    for (JsonNode row : rows) {
      ObjectNode out = JsonNodeFactory.instance.objectNode();
      for (Column column : COLUMNS) {
        JsonNode value = row.at(column.pointer());
        out.set(column.name(), value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value);
      }
      out.put("来源 sources", joined(row.path("sources"), "source"));
      out.put("原因 reasons", joined(row.path("reasons"), "text"));
      named.add(out);
    }
    return named;
  }

  private static String joined(JsonNode items, String field) {
    var texts = new ArrayList<String>();
    items.forEach(item -> texts.add(item.path(field).asText()));
    return String.join("; ", texts);
  }

  private record Column(String name, String pointer) {}
}
