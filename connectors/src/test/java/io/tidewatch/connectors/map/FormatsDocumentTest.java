package io.tidewatch.connectors.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import io.tidewatch.connectors.pull.SourceConfig;
import io.tidewatch.connectors.pull.SourceConfigs;
import io.tidewatch.model.record.Review;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/FORMATS.md shows must work as it stands there. */
final class FormatsDocumentTest {
  @TempDir
  Path folder;

  private static List<String> blocks(String language) throws IOException {
    String text = Files.readString(Path.of("..", "docs", "FORMATS.md"), UTF_8);
    var blocks = new ArrayList<String>();
    var matcher = Pattern.compile("(?s)```(\\w*)\\n(.*?)```").matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  @Test
  void gbkTable_withItsMap_goesIn() throws IOException {
    Path map =
        Files.writeString(folder.resolve("shop-reviews.yaml"), blocks("yaml").get(0));
    byte[] table = blocks("").get(0).getBytes(Charset.forName("GBK"));
    Path file = Files.write(folder.resolve("评价.csv"), table);
    try (var bench = new Bench(folder)) {
      assertThat(bench.ingest(file, map.toString()).counts())
          .isEqualTo(new IntakeCounts(2, 2, 0, 0, 0));
      Review first = (Review) bench.documents.records().getFirst();
      assertThat(first.text()).isEqualTo("很滋润, 会回购");
      assertThat(first.rating()).isEqualTo(5);
      assertThat(first.productId()).isEqualTo("雪花面霜");
      assertThat(first.envelope().extra())
          .isEqualTo("{\"categoryId\":\"skincare\",\"价格\":\"1,299.00\"}");
      assertThat(((Review) bench.documents.records().getLast()).authorId()).isNull();
    }
  }

  @Test
  void records_goIn() throws IOException {
    Path file = Files.writeString(folder.resolve("r.jsonl"), blocks("json").get(0));
    try (var bench = new Bench(folder)) {
      assertThat(bench.ingest(file, null).counts()).isEqualTo(new IntakeCounts(2, 2, 0, 0, 0));
    }
  }

  @Test
  void sources_areRead() throws IOException {
    assertThat(SourceConfigs.read(blocks("yaml").get(1), "FORMATS.md", name -> "secret"))
        .extracting(SourceConfig::name)
        .containsExactly("exports", "brand-news", "shop");
  }

  @Test
  void everyShippedMap_isDescribed() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "FORMATS.md"), UTF_8);
    try (var bench = new Bench(folder)) {
      assertThat(bench.maps.shipped()).allMatch(map -> text.contains("| `" + map.name() + "` |"));
      assertThat(bench.decoder.types()).allMatch(type -> text.contains("`" + type + "`"));
    }
  }
}
