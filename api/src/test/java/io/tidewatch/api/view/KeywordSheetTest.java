package io.tidewatch.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class KeywordSheetTest {
  private final Json json = new Json();
  private final JsonNode row = json.parse("{\"keyword\":\"精华\",\"E\":0.7,\"label\":\"OWNED\","
      + "\"counts\":{\"searchers\":120,\"orders\":40},\"funnel\":{\"clicks\":null,\"brands\":["
      + "{\"brandId\":\"a\",\"clickShare\":0.25,\"orderShare\":0.5}]},"
      + "\"sources\":[{\"source\":\"category\"},{\"source\":\"co-click\"}],"
      + "\"reasons\":[{\"code\":\"owned\",\"text\":\"守住\"}]}");

  @Test
  void named_keywordRow_hasTheNamesPeopleKnow() {
    JsonNode named = KeywordSheet.named(List.of(row)).getFirst();

    assertThat(named.path("搜索人气 searches").asLong()).isEqualTo(120);
    assertThat(named.path("点击占比 click share").asDouble()).isEqualTo(0.25);
    assertThat(named.path("转化占比 conversion share").asDouble()).isEqualTo(0.5);
    assertThat(named.path("竞争指数 competition index").asDouble()).isEqualTo(0.7);
    assertThat(named.path("点击人气 clicks").isNull()).isTrue();
    assertThat(named.path("来源 sources").asText()).isEqualTo("category; co-click");
  }

  @Test
  void named_otherRows_stayAsTheyAre() {
    List<JsonNode> rows = List.of(json.parse("{\"key\":\"a\"}"));

    assertThat(KeywordSheet.named(rows)).isEqualTo(rows);
  }

  @Test
  void xlsx_ofRows_readsBackWithNumbersAndEmptyCells() throws IOException {
    var out = new ByteArrayOutputStream();

    XlsxTable.write(KeywordSheet.named(List.of(row)), out);

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      List<String> head =
          rows.getFirst().stream().map(c -> String.valueOf(c.getValue())).toList();
      int searches = head.indexOf("搜索人气 searches");
      assertThat(rows).hasSize(2);
      assertThat(rows.get(1).getCellAsNumber(searches)).contains(new BigDecimal("120"));
      assertThat(rows.get(1).getCellText(0)).isEqualTo("精华");
      assertThat(rows.get(1).getCellText(head.indexOf("点击人气 clicks"))).isEmpty();
    }
  }

  @Test
  void xlsx_nestedRows_haveDottedColumns() throws IOException {
    var out = new ByteArrayOutputStream();

    XlsxTable.write(List.of(json.parse("{\"A\":{\"lo\":0.5},\"text\":\"=1\"}")), out);

    try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows.getFirst().getCellText(0)).isEqualTo("A.lo");
      assertThat(rows.get(1).getCellAsNumber(0)).contains(new BigDecimal("0.5"));
      assertThat(rows.get(1).getCellText(1)).isEqualTo("'=1");
    }
  }
}
