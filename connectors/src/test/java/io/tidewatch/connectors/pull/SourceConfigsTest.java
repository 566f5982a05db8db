package io.tidewatch.connectors.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.connectors.yaml.YamlFormatException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceConfigsTest {
  private static final String YAML = """
      port: 8787
      sources:
        - name: drop
          kind: folder
          path: /var/in
          format: weibo-hot-hourly
        - name: news
          kind: feed
          url: https://example.com/rss
          cron: "*/10 8-20 * * 1-5"
        - name: shop
          kind: json
          url: https://example.com/items?after=${cursor}
          every: 1h
          items: data.list
          cursor: data.next
          headers: {Authorization: "Bearer ${env:TOKEN}"}
      """;

  private static List<SourceConfig> read(String yaml) {
    return SourceConfigs.read(yaml, "t.yaml", Map.of("TOKEN", "x$1")::get);
  }

  @Test
  void sources_areRead() {
    List<SourceConfig> sources = read(YAML);
    assertThat(sources).extracting(SourceConfig::name).containsExactly("drop", "news", "shop");
    assertThat(sources.get(0).every()).isEqualTo(Duration.ofSeconds(5));
    assertThat(sources.get(1).cron()).isEqualTo("0 */10 8-20 ? * 2-6");
    assertThat(sources.get(2).headers()).containsEntry("Authorization", "Bearer x$1");
    assertThat(sources.get(2).toString()).doesNotContain("Bearer");
    assertThat(read("port: 1\n")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: folder | kind: ftp | t.yaml:4: kind",
        "path: /var/in | pfad: /var/in | t.yaml:3: path is required",
        "every: 1h | every: 1x | t.yaml:14: every",
        "every: 1h | evry: 1h | t.yaml:11: every",
        "name: news | name: drop | t.yaml:7: name",
        "url: https://example.com/rss | url: file:///etc/passwd | t.yaml:9: url",
        "env:TOKEN | env:OTHER | t.yaml:17: headers",
        "cursor: data.next | maxPages: 3 | t.yaml:13: url",
        "8-20 * * 1-5 | x | t.yaml:10: cron"
      })
  void source_withOneFault_isRefusedWithItsLine(String right, String wrong, String message) {
    String yaml = YAML.replace('"', '\'');
    assertThat(yaml).contains(right);
    assertThatThrownBy(() -> read(yaml.replace(right, wrong)))
        .isInstanceOf(YamlFormatException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "0 3 * * *,0 0 3 * * ?",
    "5 4 1 * *,0 5 4 1 * ?",
    "0 0 * * 0,0 0 0 ? * 1",
    "0 0 * * MON,0 0 0 ? * MON",
    "0 0/5 * * * ?,0 0/5 * * * ?"
  })
  void cron_inEitherForm_isQuartz(String given, String quartz) {
    assertThat(Cron.quartz(given)).isEqualTo(quartz);
  }
}
