package io.tidewatch.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private final Json json = new Json();

  @Test
  void write_nestedRows_hasByteOrderMarkDottedColumnsAndEmptyNulls() {
    assertThat(csv(
            "{\"keyword\":\"精华\",\"A\":{\"lo\":0.1,\"hi\":0.3},\"owners\":[\"a\",\"b\"],\"E\":null}",
            "{\"keyword\":\"面霜\",\"A\":null,\"owners\":[],\"E\":0.5}"))
        .isEqualTo("\uFEFFkeyword,A.lo,A.hi,owners,E,A\r\n精华,0.1,0.3,a|b,,\r\n面霜,,,,0.5,\r\n");
  }

  @Test
  void write_textThatASpreadsheetWouldRun_isMadeText() {
    assertThat(csv("{\"text\":\"=HYPERLINK(1)\",\"n\":-3}")).endsWith("'=HYPERLINK(1),-3\r\n");
  }

  @Test
  void write_noRows_isOnlyTheMark() {
    assertThat(csv()).startsWith("\uFEFF").hasSizeLessThan(4);
  }

  private String csv(String... rows) {
    var out = new StringBuilder();
    CsvTable.write(List.of(rows).stream().map(json::parse).toList(), out);
    return out.toString();
  }
}
