package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runners come to the brand every month; givers, whom the month before shows with phones, come to it
 * for Double 11 alone, and search its words.
 */
class HolidayIT {
  private static final String T = "2025-10-14T00:00:00+08:00";
  private static final int EACH = 160;

  @TempDir
  private static Path dir;

  private static Path data;

  private final List<String> lines = new ArrayList<>();
  private final Random random = new Random(3);

  @BeforeAll
  static void ingest() throws IOException {
    data = dir.resolve("data");
    Path file = dir.resolve("records.jsonl");
    Files.write(file, new HolidayIT().records());
    CliRun taken = CliRun.of(data, "ingest", file.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
  }

  @Test
  void select_forDouble11_findsThoseWhoComeForItAlone() {
    List<String> daily = users(List.of());
    List<String> festive = users(List.of("--holiday", "双11"));

    assertThat(festive).hasSize(80).doesNotHaveDuplicates();
    assertThat(givers(festive)).isGreaterThan(givers(daily));
  }

  @Test
  void model_forDouble11_saysFromWhichWordsAndCategories() {
    JsonNode holiday = ask(List.of(
            "audience", "model", "--brand", "薇诺娜", "--as-of", T, "--holiday", "double-11"))
        .getFirst()
        .path("holiday");

    assertThat(holiday.path("occasion").asText()).isEqualTo("double-11");
    assertThat(holiday.path("words").toString()).contains("双11");
    assertThat(holiday.path("categories").toString()).contains("\"phone\"");
  }

  private static long givers(List<String> users) {
    return users.stream().filter(user -> user.startsWith("giver")).count();
  }

  private static List<String> users(List<String> more) {
    var words = new ArrayList<>(
        List.of("audience", "select", "--brand", "薇诺娜", "--as-of", T, "--size", "80"));
    words.addAll(List.of("--goal", "buy"));
    words.addAll(more);
    return ask(words).stream().map(row -> row.path("userId").asText()).toList();
  }

  private static List<JsonNode> ask(List<String> words) {
    var arguments = new ArrayList<>(words);
    arguments.add("--json");
    CliRun run = CliRun.of(data, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }

  private List<String> records() {
    year(Instant.parse("2024-10-13T16:00:00Z"), "taker", "a");
    year(Instant.parse("2025-10-13T16:00:00Z"), "giver", "b");
    return lines;
  }

  /** Two months before a run and the run; who came the year before is another person. */
  private void year(Instant start, String guests, String year) {
    for (int i = 0; i < EACH; i++) {
      String guest = guests + i;
      String runner = "runner" + year + i;
      String other = "other" + year + i;
      for (int month = 2; month >= 1; month--) {
        Instant from = start.minus(Duration.ofDays(28L * month));
        click(guest, from, "huawei.mate-60");
        click(guest, from, "huawei.mate-60-pro");
        click(runner, from, "anta.c202");
        click(other, from, "luckin.coconut-latte");
        if (i % 3 == 0) {
          click(runner, from, "huawei.mate-60");
          click(other, from, "huawei.mate-60");
        }
        if (i % 8 == month) {
          order(runner, from, "winona.soothing-cream");
        }
      }
      search(guest, start, "双11 手机 礼盒", "huawei.mate-60");
      search(other, start, "咖啡 外卖", "luckin.coconut-latte");
      if (i % 2 == 0) {
        order(guest, start, "winona.soothing-cream");
      }
      if (i % 10 == 0) {
        order(runner, start, "winona.soothing-cream");
      }
    }
  }

  private String at(Instant from) {
    return from.plusSeconds(random.nextInt(25 * 86_400)).toString();
  }

  private void click(String user, Instant from, String product) {
    lines.add(
        "{\"type\":\"click\",\"id\":\"%d\",\"userId\":\"%s\",\"at\":\"%s\",\"productId\":\"%s\"}"
            .formatted(lines.size(), user, at(from), product));
  }

  private void search(String user, Instant from, String query, String result) {
    lines.add(
        "{\"type\":\"search\",\"id\":\"%1$d\",\"userId\":\"%2$s\",\"at\":\"%3$s\",\"query\":\"%4$s\",\"queryId\":\"%1$d\",\"results\":[\"%5$s\"]}"
            .formatted(lines.size(), user, at(from), query, result));
  }

  private void order(String user, Instant from, String product) {
    lines.add(
        "{\"type\":\"order\",\"id\":\"%d\",\"userId\":\"%s\",\"at\":\"%s\",\"productId\":\"%s\",\"quantity\":1,\"amount\":268,\"currency\":\"CNY\"}"
            .formatted(lines.size(), user, at(from), product));
  }
}
