package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval trends} on an invented list in which one known event is loud. */
class EvalTrendsTest {
  private static final LocalDate EVENT = LocalDate.of(2025, 3, 17);

  @TempDir
  private Path directory;

  @Test
  void hourly_oneLoudEvent_isFoundFirst() throws IOException {
    CliRun run =
        CliRun.of(directory, "eval", "trends", "--json", "--data", hourly().toString());
    assertThat(run.code()).isZero();
    List<JsonNode> rows = run.rows();
    assertThat(rows).allSatisfy(r -> {
      assertThat(r.fieldNames())
          .toIterable()
          .containsExactly("task", "data", "system", "metric", "value", "n");
      assertThat(r.path("value").isNumber()).isTrue();
    });
    assertThat(rows)
        .extracting(r -> r.path("system").asText())
        .contains("tidewatch", "SigniTrend", "JLH", "chi-square", "7-day Poisson", "plain counts");
    assertThat(value(rows, "tidewatch", "average precision")).isPositive();
    assertThat(value(rows, "tidewatch", "recall of bursts")).isPositive();
    assertThat(value(rows, "tidewatch", "precision at 20 alarms a day")).isNotNegative();
  }

  @Test
  void daily_isJudgedByEventsOnly() throws IOException {
    var text = new StringBuilder("date\ttitle\tfirst_seen_hhmm\tlast_change_hhmm\tbest_rank\n");
    for (LocalDate day = EVENT.minusDays(60); !day.isAfter(EVENT); day = day.plusDays(1)) {
      for (int i = 0; i < 6; i++) {
        String title = day.equals(EVENT) ? "蜜雪冰城第" + i + "件事" : "寻常一天里的第" + i + "件事";
        text.append("%s\t%s\t1%d:10\t=\t%d%n".formatted(day, title, i, i + 1));
      }
    }
    Path file = Files.writeString(directory.resolve("daily.tsv"), text);
    CliRun run = CliRun.of(
        directory, "eval", "trends", "--json", "--losing", "5", "--data", file.toString());
    assertThat(run.rows())
        .extracting(r -> r.path("data").asText())
        .containsOnly("hot search by the day, 2025");
    assertThat(run.rows())
        .extracting(r -> r.path("metric").asText())
        .doesNotContain("recall of bursts");
    // the other events of the year are not on this list and stay missing
    assertThat(value(run.rows(), "tidewatch", "precision at as many rows as events"))
        .isEqualTo(1);
  }

  @Test
  void otherFile_isRefusedWithTheRule() throws IOException {
    Path file = Files.writeString(directory.resolve("x.tsv"), "a\tb\n1\t2\n");
    CliRun run = CliRun.of(directory, "eval", "trends", "--data", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("data: a hot-search list").contains("x.tsv");
    Path broken = Files.writeString(
        directory.resolve("y.tsv"), "date\ttitle\tfirst_seen_hhmm\n2025-13-01\tt\t10:00\n");
    assertThat(
            CliRun.of(directory, "eval", "trends", "--data", broken.toString()).err())
        .contains("line 2");
  }

  private static double value(List<JsonNode> rows, String system, String metric) {
    return rows.stream()
        .filter(r -> r.path("system").asText().equals(system)
            && r.path("metric").asText().equals(metric))
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }

  private Path hourly() throws IOException {
    List<String> brands = List.of("喜茶", "瑞幸", "海底捞", "鸿星尔克", "优衣库", "蜜雪冰城", "古茗", "茶百道");
    List<String> acts = List.of("上新", "排队", "涨价", "联名", "开店", "道歉");
    var random = new Random(4);
    var text = new StringBuilder("date\thour\trank\ttitle\thot\tcategory\tads\treadCount\n");
    for (LocalDate day = EVENT.minusDays(50); !day.isAfter(EVENT); day = day.plusDays(1)) {
      for (int hour = 0; hour < 24; hour++) {
        String act = acts.get(random.nextInt(acts.size()));
        row(text, day, hour, 1, "第" + random.nextInt(99_999) + "号路口发生的事", 0);
        row(text, day, hour, 2, brands.get(random.nextInt(brands.size())) + act, 0);
        row(text, day, hour, 3, "蜜雪冰城广告" + hour, 1);
        if (day.equals(EVENT) && hour > 8 && hour < 16) {
          row(text, day, hour, 4, "蜜雪冰城柠檬片第" + hour + "轮讨论", 0);
        }
      }
    }
    return Files.writeString(directory.resolve("hourly.tsv"), text);
  }

  private static void row(
      StringBuilder text, LocalDate day, int hour, int rank, String title, int ads) {
    text.append(day)
        .append("\t%02d\t%d\t%s\t%d\t暂无\t%d\t0\n"
            .formatted(hour, rank, title, ads == 1 ? 0 : 1000 - rank, ads));
  }
}
