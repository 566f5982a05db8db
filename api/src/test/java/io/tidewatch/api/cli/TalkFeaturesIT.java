package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviewers praise reaches the interests of those who act on the product. */
class TalkFeaturesIT {
  private static final String T = "2025-06-20T00:00:00+08:00";

  @TempDir
  private static Path dir;

  private static Path data;

  @BeforeAll
  static void ingest() throws IOException {
    data = dir.resolve("data");
    var lines = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      lines.add(click(i, i < 40 ? "huawei.mate-60" : "luckin.coconut-latte"));
      if (i < 30) {
        lines.add(
            "{\"type\":\"order\",\"id\":\"o%1$d\",\"userId\":\"u%1$d\",\"at\":\"2025-06-11T08:00:00Z\",\"productId\":\"winona.soothing-cream\",\"quantity\":1,\"amount\":268,\"currency\":\"CNY\"}"
                .formatted(i));
      }
    }
    for (int i = 0; i < 6; i++) {
      lines.add(review("r" + i, "a" + i, "2025-06-12T08:00:00Z", "拍照非常清晰,很满意"));
      lines.add(review("l" + i, "a" + i, "2025-06-20T08:00:00Z", "电池很耐用,续航非常好"));
    }
    Path file = dir.resolve("records.jsonl");
    Files.write(file, lines);
    CliRun taken = CliRun.of(data, "ingest", file.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
  }

  @Test
  void features_praiseBeforeT_isAnInterest_laterPraiseIsNot() {
    List<JsonNode> rows = ask("audience", "features", "--brand", "薇诺娜");

    List<String> praised = rows.stream()
        .filter(row -> row.path("kind").asText().equals("aspect"))
        .map(row -> row.path("feature").asText())
        .toList();
    assertThat(praised).contains("aspect:camera").doesNotContain("aspect:battery");
    JsonNode camera = rows.stream()
        .filter(row -> row.path("feature").asText().equals("aspect:camera"))
        .findFirst()
        .orElseThrow();
    assertThat(camera.path("users").asInt()).isEqualTo(40);
    assertThat(camera.path("taUsers").asInt()).isEqualTo(30);
  }

  private static List<JsonNode> ask(String... words) {
    var arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--as-of", T, "--json"));
    CliRun run = CliRun.of(data, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }

  private static String click(int user, String product) {
    return "{\"type\":\"click\",\"id\":\"c%1$d\",\"userId\":\"u%1$d\",\"at\":\"2025-06-10T08:00:00Z\",\"productId\":\"%2$s\"}"
        .formatted(user, product);
  }

  private static String review(String id, String author, String at, String text) {
    return "{\"type\":\"review\",\"id\":\"%s\",\"source\":\"shop\",\"authorId\":\"%s\",\"publishedAt\":\"%s\",\"productId\":\"huawei.mate-60\",\"rating\":5,\"text\":\"%s\"}"
        .formatted(id, author, at, text);
  }
}
