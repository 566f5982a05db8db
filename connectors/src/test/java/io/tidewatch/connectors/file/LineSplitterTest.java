package io.tidewatch.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LineSplitterTest {

  private static List<String> split(String text, Character quote, int limit) {
    var splitter =
        new LineSplitter(new ByteArrayInputStream(text.getBytes(UTF_8)), limit, quote, ',');
    var lines = new ArrayList<String>();
    for (RawLine line = splitter.next(); line != null; line = splitter.next()) {
      lines.add(line.number()
          + ":"
          + (line.problem() == null ? "" : line.problem().label() + ":")
          + new String(line.bytes(), UTF_8));
    }
    return lines;
  }

  @Test
  void lines_endWithAnyBreak_lastNeedsNone() {
    assertThat(split("a\r\nb\n\nc", null, 100)).containsExactly("1:a", "2:b", "3:", "4:c");
    assertThat(split("", null, 100)).isEmpty();
    assertThat(split("\n", null, 100)).containsExactly("1:");
  }

  @Test
  void quotedCell_spansLines() {
    assertThat(split("1,\"a\nb\"\"\nc\",x\n2,y\n", '"', 100))
        .containsExactly("1:1,\"a\nb\"\"\nc\",x", "4:2,y");
  }

  @Test
  void quoteInsideACell_isPlain() {
    assertThat(split("1,5\" wide\n2,b\n", '"', 100)).containsExactly("1:1,5\" wide", "2:2,b");
  }

  @Test
  void quoteNeverClosed_costsItsOwnLine() {
    assertThat(split("1,\"a\n2,b\n3,c\n", '"', 100))
        .containsExactly("1:syntax:1,\"a", "2:2,b", "3:3,c");
    assertThat(split("1,\"a\" x\n2,b\n", '"', 100)).containsExactly("1:syntax:1,\"a\" x", "2:2,b");
  }

  @Test
  void lineOverTheLimit_isGivenAsTooLong() {
    assertThat(split("abc\nabcdef\nab\n", null, 4))
        .containsExactly("1:abc", "2:too-long:abcdef", "3:ab");
  }

  @Test
  void quotedCellOverTheLimit_isRefused_restGoesOn() {
    String cell = "\"" + "x\n".repeat(10) + "\"";
    assertThat(split("1," + cell + "\n2,b\n", '"', 8)).first().asString().startsWith("1:syntax:");
    assertThat(split("1," + cell + "\n2,b\n", '"', 8)).last().isEqualTo("12:2,b");
  }

  @Test
  void cells_plainAndQuoted_areTheSame() {
    var cells = new Cells(',', '"');
    assertThat(cells.of("a,,b c,")).containsExactly("a", "", "b c", "");
    assertThat(cells.of("a,\"b,\"\"c\nd\",")).containsExactly("a", "b,\"c\nd", "");
    assertThat(cells.of("")).containsExactly("");
  }
}
