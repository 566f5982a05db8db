package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Questions about a category on a small market. In the 28 days of June, u0 to u99 bought one coffee
 * of 瑞幸 at 20 and u100 to u159 one of 星巴克 at 35; in the 28 days before, u0 to u79 one of 瑞幸 and
 * u80 to u99 one of 星巴克. On every day of both somebody bought.
 */
class StrategyIT {
  private static final String END = "2025-06-29T00:00:00+08:00";
  private static final Instant TO = Instant.parse("2025-06-28T16:00:00Z");
  private static final int WINDOW = 28;

  @TempDir
  private static Path dir;

  private static Path data;

  @BeforeAll
  static void fill() throws IOException {
    data = dir.resolve("data");
    var lines = new StringBuilder();
    for (int u = 0; u < 160; u++) {
      boolean luckin = u < 100;
      order(lines, "n" + u, u, TO.minus(WINDOW - u % WINDOW, ChronoUnit.DAYS), luckin);
      if (u < 100) {
        order(lines, "b" + u, u, TO.minus(2 * WINDOW - u % WINDOW, ChronoUnit.DAYS), u < 80);
      }
      if (u < 130) {
        lines.append(
            "{\"type\":\"user\",\"id\":\"u%03d\",\"at\":\"2025-01-01T00:00:00Z\",\"attributes\":{\"gender\":\"%s\"},\"attributeSource\":\"declared\"}%n"
                .formatted(u, u < 100 ? "F" : "M"));
      }
    }
    refunded(lines);
    for (int i = 0; i < 60; i++) {
      boolean late = i < 48;
      Instant at = TO.minus(late ? 1 + i % 20 : 30 + i % 20, ChronoUnit.DAYS).plusSeconds(60 + i);
      lines.append(
          "{\"type\":\"post\",\"id\":\"p%d\",\"source\":\"weibo\",\"authorId\":\"a%d\",\"publishedAt\":\"%s\",\"text\":\"瑞幸的生椰拿铁口感很好,第%d杯\"}%n"
              .formatted(i, i, at, i));
    }
    CliRun run = CliRun.of(
        data,
        "ingest",
        "--json",
        Files.writeString(dir.resolve("market.jsonl"), lines).toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.last().path("malformed").asInt()).isZero();
  }

  private static void order(StringBuilder lines, String id, int user, Instant at, boolean luckin) {
    lines.append(
        "{\"type\":\"order\",\"id\":\"%s\",\"userId\":\"u%03d\",\"at\":\"%s\",\"productId\":\"%s\",\"quantity\":1,\"amount\":%s,\"currency\":\"CNY\"}%n"
            .formatted(
                id,
                user,
                at.plusSeconds(3600),
                luckin ? "luckin.coconut-latte" : "starbucks.flat-white",
                luckin ? "20" : "35"));
  }

  /** A coffee that was paid back counts for nothing. */
  private static void refunded(StringBuilder lines) {
    order(lines, "back", 200, TO.minus(3, ChronoUnit.DAYS), true);
    lines.append(
        "{\"type\":\"refund\",\"id\":\"r1\",\"orderId\":\"back\",\"userId\":\"u200\",\"at\":\"%s\",\"amount\":20,\"currency\":\"CNY\"}%n"
            .formatted(TO.minus(2, ChronoUnit.DAYS)));
  }

  @Test
  void market_size_growthAndShares_areTheHandWorkedOnes() {
    List<JsonNode> rows = ask("market", "--category", "coffee-tea");

    JsonNode size = section(rows, "size").getFirst();
    assertThat(size.path("buyers").asInt()).isEqualTo(160);
    assertThat(size.path("orders").asInt()).isEqualTo(160);
    assertThat(size.path("gmv").decimalValue()).isEqualByComparingTo("4100");
    assertThat(size.path("currency").asText()).isEqualTo("CNY");
    assertThat(size.path("days").asInt()).isEqualTo(WINDOW);
    assertThat(size.path("seenDays").asInt()).isEqualTo(WINDOW);
    // 4100/2300 − 1; worth 148.1 and 93.63 buyers: exp(1.64485·√(1/148.1 + 1/93.63)) = 1.24254
    JsonNode growth = size.path("before").path("gmv");
    assertThat(growth.path("mid").asDouble()).isCloseTo(0.78261, within(1e-5));
    assertThat(growth.path("low").asDouble()).isCloseTo(1.78261 / 1.24254 - 1, within(1e-3));
    assertThat(growth.path("high").asDouble()).isCloseTo(1.78261 * 1.24254 - 1, within(1e-3));
    assertThat(size.path("before").path("orders").path("mid").asDouble())
        .isCloseTo(0.6, within(1e-9));
    assertThat(size.path("lastYear").path("missing").asText()).isEqualTo("unseen");
    assertThat(size.path("lastYear").path("gmv").isNull()).isTrue();

    JsonNode luckin = named(rows, "luckin");
    assertThat(luckin.path("orderShare").path("mid").asDouble()).isCloseTo(0.625, within(1e-9));
    // Wilson at 160: centre (0.625 + 0.0084547)/1.0169095 = 0.62292, half 0.06245
    assertThat(luckin.path("orderShare").path("low").asDouble()).isCloseTo(0.5604, within(1e-3));
    assertThat(luckin.path("orderShare").path("high").asDouble()).isCloseTo(0.6852, within(1e-3));
    assertThat(luckin.path("gmvShare").path("mid").asDouble())
        .isCloseTo(2000 / 4100.0, within(1e-9));
    assertThat(luckin.path("growth").path("mid").asDouble()).isCloseTo(0.25, within(1e-9));
    assertThat(luckin.path("price").asDouble()).isEqualTo(20);
    assertThat(luckin.path("priceIndex").asDouble()).isCloseTo(100 * 20 / 25.625, within(1e-6));
    assertThat(luckin.path("talk").asInt()).as("authors in the window").isEqualTo(48);
    assertThat(luckin.path("talkShare").path("mid").asDouble()).isGreaterThan(0.9);
    assertThat(luckin.path("talkOverSales").asDouble()).isGreaterThan(1.8);
  }

  @Test
  void market_priceBandsAndWeekdays_addUpToTheWhole() {
    List<JsonNode> rows = ask("market", "--category", "咖啡茶饮");

    List<JsonNode> bands = section(rows, "price-band");
    assertThat(bands).extracting(b -> b.path("band").asText()).containsExactly("18-22", "33-39");
    assertThat(bands).extracting(b -> b.path("orders").asInt()).containsExactly(100, 60);
    assertThat(bands.getFirst().path("brands").path(0).path("brandId").asText())
        .isEqualTo("luckin");
    assertThat(bands.getLast().path("growth").path("mid").asDouble()).isCloseTo(2, within(1e-9));
    List<JsonNode> weekdays = section(rows, "weekday");
    assertThat(weekdays).hasSize(7);
    assertThat(weekdays.stream().mapToInt(w -> w.path("orders").asInt()).sum()).isEqualTo(160);
    assertThat(section(rows, "occasion"))
        .extracting(o -> o.path("key").asText())
        .contains("618");
  }

  @Test
  void market_parentCategory_holdsWhatIsBelow() {
    JsonNode size =
        section(ask("market", "--category", "food", "--lang", "en"), "size").getFirst();

    assertThat(size.path("orders").asInt()).isEqualTo(160);
    assertThat(size.path("name").asText()).isEqualTo("Food and drink");
    assertThat(ask("market", "--category", "phone")).isEmpty();
  }

  @Test
  void segments_history_isSplitAndSmallBrandPartsAreNotTold() {
    List<JsonNode> rows = ask("segments", "--category", "coffee-tea", "--brand", "瑞幸");

    List<JsonNode> history = dimension(rows, "history");
    assertThat(history)
        .extracting(r -> r.path("group").asText())
        .containsExactly("returning", "new");
    assertThat(history).extracting(r -> r.path("buyers").asInt()).containsExactly(100, 60);
    assertThat(history.getFirst().path("brandBuyers").asInt()).isEqualTo(100);
    assertThat(history.getFirst().path("brandShare").path("mid").asDouble()).isEqualTo(1);
    assertThat(history.getLast().path("brandBuyers").isNull()).as("0 of 60").isTrue();
    assertThat(history.getLast().path("brandShare").isNull()).isTrue();
  }

  @Test
  void segments_groupsBelowFifty_areOnlyInOther() {
    List<JsonNode> rows = ask("segments", "--category", "coffee-tea");

    List<JsonNode> gender = dimension(rows, "attribute:declared:gender");
    assertThat(gender).extracting(r -> r.path("group").asText()).containsExactly("F", "other");
    assertThat(gender.getLast().path("buyers").asInt()).as("30 M, 30 unknown").isEqualTo(60);
    assertThat(gender.getLast().path("merged").asInt()).isEqualTo(2);
    assertThat(gender.getFirst().path("tgi").path("tgi").asDouble())
        .as("of those whose gender is known, as many buy as are there")
        .isCloseTo(100, within(1e-9));
    assertThat(gender.getFirst().path("base").asText()).contains("130");
    assertThat(rows)
        .allSatisfy(r -> assertThat(r.path("buyers").asInt()).isGreaterThanOrEqualTo(50));
    for (String dimension : List.of("history", "spend", "spend-price")) {
      assertThat(dimension(rows, dimension).stream()
              .mapToInt(r -> r.path("buyers").asInt())
              .sum())
          .as(dimension)
          .isEqualTo(160);
    }
  }

  @Test
  void competition_flowsPeopleAndAspects_nameTheirCounts() {
    List<JsonNode> rows =
        ask("competition", "--category", "coffee-tea", "--brand", "luckin", "--lang", "en");

    JsonNode own = named(rows, "luckin");
    assertThat(own.path("own").asBoolean()).isTrue();
    assertThat(own.path("won").isNull()).isTrue();
    assertThat(
            own.path("people").path("P").asInt() + own.path("people").path("L").asInt())
        .isEqualTo(100);
    assertThat(own.path("people").path("L").asInt()).as("bought on two days").isEqualTo(80);
    JsonNode rival = named(rows, "starbucks");
    assertThat(rival.path("won").asInt()).isEqualTo(20);
    assertThat(rival.path("lost").asInt()).isZero();
    assertThat(rival.path("wonShare").path("mid").asDouble()).isEqualTo(1);
    assertThat(rival.path("sharedBuyers").asInt()).isZero();
    List<JsonNode> aspects = section(rows, "aspect");
    assertThat(aspects).isNotEmpty();
    assertThat(aspects.getFirst().path("verdict").asText()).isEqualTo("too-few");
    assertThat(aspects.getFirst().path("own").path("evidence").path(0).asText())
        .startsWith("weibo/p");
  }

  @Test
  void insight_everyStep_hasFiguresOrSaysWhatIsMissing() {
    for (String scenario : List.of("launch", "growth", "upgrade")) {
      List<JsonNode> steps =
          ask("insight", "--category", "coffee-tea", "--brand", "星巴克", "--scenario", scenario);
      assertThat(steps).as(scenario).hasSizeGreaterThanOrEqualTo(5);
      for (int i = 0; i < steps.size(); i++) {
        JsonNode step = steps.get(i);
        assertThat(step.path("step").asInt()).isEqualTo(i + 1);
        assertThat(step.path("basis").asText()).contains("2025-06-01").contains("2025-06-29");
        assertThat(step.path("command").asText()).startsWith("./tidewatch ");
        if (step.path("enough").asBoolean()) {
          assertThat(step.path("figures")).as(step.toString()).isNotEmpty();
          assertThat(step.path("decision").asText()).isNotBlank();
        } else {
          assertThat(step.path("finding").asText()).startsWith("数据不足");
          assertThat(step.path("decision").isNull()).isTrue();
          assertThat(step.path("figures")).isEmpty();
        }
      }
    }
  }

  @Test
  void insight_launch_findsTheBandInWhichTheBrandIsWeak() {
    List<JsonNode> steps =
        ask("insight", "--category", "coffee-tea", "--brand", "星巴克", "--scenario", "launch");

    JsonNode space = coded(steps, "white-space");
    assertThat(space.path("enough").asBoolean()).as(space.toString()).isTrue();
    assertThat(space.path("decision").asText()).contains("18-22");
    JsonNode aspects = coded(steps, "wanted-aspects");
    assertThat(aspects.path("enough").asBoolean()).as(aspects.toString()).isTrue();
    assertThat(aspects.path("evidence").path(0).asText()).startsWith("weibo/p");
  }

  @Test
  void insight_upgrade_countsWhoLeavesForARival() {
    List<JsonNode> steps =
        ask("insight", "--category", "coffee-tea", "--brand", "星巴克", "--scenario", "upgrade");

    JsonNode losses = coded(steps, "losses");
    assertThat(losses.path("enough").asBoolean()).as(losses.toString()).isTrue();
    assertThat(losses.path("finding").asText()).contains("瑞幸").contains("20");
    assertThat(coded(steps, "position").path("figures").path(0).path("value").asDouble())
        .isEqualTo(35);
  }

  @Test
  void everyQuestion_emptyStore_givesNoRows(@TempDir Path empty) {
    for (String question : List.of("market", "segments", "competition", "insight")) {
      var arguments = Stream.of(
              Stream.of("strategy", question, "--json", "--category", "coffee-tea"),
              question.equals("competition") || question.equals("insight")
                  ? Stream.of("--brand", "luckin")
                  : Stream.<String>of(),
              question.equals("insight") ? Stream.of("--scenario", "growth") : Stream.<String>of())
          .flatMap(part -> part)
          .toArray(String[]::new);
      CliRun run = CliRun.of(empty, arguments);
      assertThat(run.code()).as(question + run.err()).isZero();
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void badArguments_areNamedWithTheRule() {
    assertThat(refusal("market", "--category", "cofee"))
        .contains("category:", "coffee-tea", "cofee");
    assertThat(refusal("competition", "--category", "coffee-tea", "--brand", "luckinn"))
        .contains("brand:", "luckinn");
    assertThat(refusal(
            "insight", "--category", "coffee-tea", "--brand", "luckin", "--scenario", "sell"))
        .contains("scenario:", "launch, growth, upgrade");
    assertThat(refusal("market", "--category", "coffee-tea", "--from", "2025-07-01"))
        .contains("from:");
    assertThat(refusal("market", "--category", "coffee-tea", "--from", "2020-01-01"))
        .contains("366");
  }

  private static String refusal(String... arguments) {
    CliRun run = run(arguments);
    assertThat(run.code()).isEqualTo(2);
    return run.err();
  }

  private static List<JsonNode> ask(String... arguments) {
    CliRun run = run(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }

  private static CliRun run(String... arguments) {
    return CliRun.of(
        data,
        Stream.of(
                Stream.of("strategy", arguments[0], "--json", "--to", END),
                Stream.of(arguments).skip(1))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }

  private static List<JsonNode> section(List<JsonNode> rows, String section) {
    return rows.stream().filter(r -> r.path("section").asText().equals(section)).toList();
  }

  private static List<JsonNode> dimension(List<JsonNode> rows, String dimension) {
    return rows.stream()
        .filter(r -> r.path("dimension").asText().equals(dimension))
        .toList();
  }

  private static JsonNode named(List<JsonNode> rows, String brand) {
    return section(rows, "brand").stream()
        .filter(r -> r.path("brandId").asText().equals(brand))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode coded(List<JsonNode> steps, String code) {
    return steps.stream()
        .filter(s -> s.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
