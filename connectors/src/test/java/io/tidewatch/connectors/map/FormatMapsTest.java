package io.tidewatch.connectors.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.connectors.decode.MalformedRecordException;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.connectors.yaml.YamlFormatException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatMapsTest {
  private static final String MAP = """
      about: test
      kind: delimited
      charset: GBK
      source: shop
      type: review
      required: [编号, 时间]
      skip:
        - {column: 编号, equals: 合计}
      fields:
        id: 编号
        text: {template: "【${标题}】${正文}"}
        rating: {column: 星, as: integer, values: {好: "5", 差: "1"}, none: ["-"]}
        publishedAt: {column: 时间, as: instant, pattern: [yyyy/M/d H:mm, epoch-millis, epoch-seconds]}
        tags: {column: 标签, as: list, separator: "、"}
        ref: {hash: [编号, 时间]}
        lang: {column: 语言, default: zh}
      keep: [价格]
      """;

  private final FormatMaps maps =
      new FormatMaps(new RecordDecoder(new KeyedHash(new byte[16]), InstantSource.system()));

  private Map<String, String> row(String... cells) {
    var row = new java.util.LinkedHashMap<String, String>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  @Test
  void row_isMappedByItsRules() {
    var mapper = new RowMapper(maps.parse(MAP, "test"));
    var record = mapper.map(
        row(
            "编号",
            "7",
            "标题",
            "",
            "正文",
            "文",
            "星",
            "好",
            "时间",
            "2025/6/1 8:05",
            "标签",
            "甲、 乙、",
            "价格",
            "5"),
        "file",
        1);
    assertThat(record.toString())
        .isEqualTo(
            "{\"type\":\"review\",\"source\":\"shop\",\"id\":\"7\",\"text\":\"【】文\",\"rating\":5,"
                + "\"publishedAt\":\"2025-06-01T08:05:00+08:00\",\"tags\":[\"甲\",\"乙\"],\"ref\":\""
                + record.path("ref").asText()
                + "\",\"lang\":\"zh\",\"价格\":\"5\"}");
    assertThat(record.path("ref").asText()).matches("[0-9a-f]{16}");
    assertThat(mapper.skips(row("编号", "合计"))).isTrue();
    assertThat(mapper.skips(row("编号", "1"))).isFalse();
  }

  @Test
  void epochTimes_areRead() {
    var mapper = new RowMapper(maps.parse(MAP, "test"));
    assertThat(mapper.map(row("时间", "1748736000"), "f", 1).path("publishedAt").asText())
        .isEqualTo("2025-06-01T00:00:00Z");
    assertThat(
            mapper.map(row("时间", "1748736000123"), "f", 1).path("publishedAt").asText())
        .isEqualTo("2025-06-01T00:00:00.123Z");
  }

  @ParameterizedTest
  @CsvSource({"时间, 2025/2/30 8:05, bad-time", "星, 中, bad-value"})
  void cell_againstItsRule_isRefused(String column, String cell, String reason) {
    var mapper = new RowMapper(maps.parse(MAP, "test"));
    assertThatThrownBy(() -> mapper.map(row(column, cell), "file", 3))
        .isInstanceOfSatisfying(
            MalformedRecordException.class, e -> assertThat(e.reason().label()).isEqualTo(reason))
        .hasMessageContaining(cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "charset: GBK | charset: GKB | test.yaml:3: charset",
        "type: review | type: reviews | test.yaml:5: type",
        "about: test | abuot: test | test.yaml:1: unknown key abuot",
        "kind: delimited | kind: csv | test.yaml:2: kind",
        "as: list | as: lst | test.yaml:14: as",
        "yyyy/M/d H:mm | yyyy/QQQQQQ | test.yaml:13: pattern",
        "id: 编号 | id: {column: 编号, constant: x} | test.yaml:10: id",
        "equals: 合计 | matches: '(' | test.yaml:8: matches",
        "source: shop | source: a/b | test.yaml:4: source",
        "about: test | about: test\tx\\: [ | test.yaml:",
        "required: [编号, 时间] | required: [] | test.yaml:6: required"
      })
  void map_withOneFault_isRefusedWithItsLine(String right, String wrong, String message) {
    assertThat(MAP).contains(right);
    assertThatThrownBy(() -> maps.parse(MAP.replace(right, wrong.replace("\\:", ":")), "test.yaml"))
        .isInstanceOf(YamlFormatException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void unit_mustFitTheType() {
    assertThatThrownBy(() -> maps.parse(MAP + "unit: titles\n", "t.yaml"))
        .hasMessageContaining("count authors");
  }

  @Test
  void titles_areOfKeywordStatsAlone() {
    assertThatThrownBy(() -> maps.parse(MAP + "titles: true\n", "t.yaml"))
        .hasMessageContaining("titles: only keyword_stats has them");
  }

  @Test
  void shippedMaps_areFoundByTheirHeader() {
    assertThat(maps.detect(
            FormatMap.Kind.DELIMITED,
            List.of("date", "hour", "rank", "title", "hot", "category", "ads")))
        .get()
        .extracting(FormatMap::name)
        .isEqualTo("weibo-hot-hourly");
    assertThat(maps.detect(FormatMap.Kind.DELIMITED, List.of("date", "title", "description")))
        .get()
        .extracting(FormatMap::name)
        .isEqualTo("weibo-hot-description");
    assertThat(maps.detect(FormatMap.Kind.XLSX, List.of("统计日期", "关键字", "花费")))
        .get()
        .extracting(FormatMap::name)
        .isEqualTo("keyword-report");
    assertThat(maps.detect(FormatMap.Kind.DELIMITED, List.of("date", "title"))).isEmpty();
    assertThat(maps.shipped()).hasSize(8).allMatch(m -> !m.about().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'1,234',1234",
    "1.2万,12000",
    "3亿,300000000",
    "12.5%,0.125",
    "'￥1,234.50',1234.50",
    "１２,12",
    "-3,-3",
    "5元,5",
    "' 7 ',7"
  })
  void number_asChineseToolsWriteIt_isRead(String text, String number) {
    assertThat(NumberText.parse(text)).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @CsvSource({"'1,23'", "十", "1~2", "''", "1.2.3", "NaN", "1e9999"})
  void number_thatIsNone_isNull(String text) {
    assertThat(NumberText.parse(text)).isNull();
  }
}
