package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.question.Question;
import io.tidewatch.api.question.Questions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each command prints, and how it fails, on a small world and on an empty store. */
class ContractIT {
  @TempDir
  private static Path dir;

  private static Path data;

  @BeforeAll
  static void ingest() throws IOException {
    data = dir.resolve("data");
    CliRun run = CliRun.of(
        data,
        "ingest",
        "--json",
        SmallWorld.posts(dir).toString(),
        SmallWorld.behavior(dir).toString());
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode counts = run.last();
    assertThat(fields(counts))
        .containsExactly("received", "accepted", "duplicate", "malformed", "failed", "seconds");
    assertThat(counts.path("accepted").asLong())
        .isEqualTo(counts.path("received").asLong())
        .isEqualTo(SmallWorld.postCount() + 240 + 240 + 180 + 160);
  }

  @Test
  void table_namesEveryQuestionOnce_andTestsThatAreThere() {
    List<Question> questions = Questions.described().all();
    assertThat(questions)
        .allSatisfy(
            question -> assertThat(longest(question)).as(question.path()).isNotEmpty());
    assertThat(Contract.all())
        .allSatisfy(line -> assertThat(questions).as(line.command()).anyMatch(line::asks));
    assertThat(Contract.all().stream().filter(Contract::isElsewhere))
        .allSatisfy(line ->
            assertThat(Class.forName("io.tidewatch.api.cli." + line.test())).isNotNull());
  }

  /** The lines that ask it and no question with a longer path. */
  private static List<Contract> longest(Question question) {
    return Contract.all().stream()
        .filter(line -> line.asks(question))
        .filter(line -> Questions.described().all().stream()
            .noneMatch(
                other -> other.path().length() > question.path().length() && line.asks(other)))
        .toList();
  }

  static Stream<Contract> asked() {
    return Contract.asked();
  }

  @ParameterizedTest
  @MethodSource("asked")
  void question_json_hasTheFieldsOfTheContract(Contract line) {
    CliRun run = CliRun.of(data, line.words("--json"));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.rows().isEmpty()).as(run.out()).isEqualTo(!line.hasRows());
    assertThat(run.rows()).allMatch(line::fits);
    assertThat(run.out()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @ParameterizedTest
  @MethodSource("asked")
  void question_emptyStore_answersAsTheTableSays(Contract line) {
    CliRun run = CliRun.of(dir.resolve("empty"), line.words("--json"));

    if (line.empty().equals("refused")) {
      assertThat(run.code()).isBetween(1, 2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err().strip()).isNotEmpty().hasLineCount(1);
    } else {
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.rows().isEmpty()).as(run.out()).isEqualTo(line.empty().equals("none"));
    }
  }

  @Test
  void rising_talkedAboutBrand_leadsWithEvidenceThatExists() {
    JsonNode first =
        CliRun.of(data, words("trends rising --kind brand --json")).rows().getFirst();

    assertThat(first.path("key").asText()).isEqualTo("luckin");
    assertThat(first.path("count").asLong()).isEqualTo(96);
    for (JsonNode id : first.path("evidence")) {
      JsonNode document =
          CliRun.of(data, "document", id.asText(), "--json").rows().getFirst();
      assertThat(document.path("text").asText()).contains("瑞幸");
    }
  }

  @Test
  void count_query_isTheNumberOfRowsThatSearchGives() {
    List<JsonNode> found =
        CliRun.of(data, words("search 生椰拿铁 --top 1000 --json")).rows();
    JsonNode count =
        CliRun.of(data, words("trends count --query 生椰拿铁 --json")).rows().getFirst();

    assertThat(count.path("count").asInt()).isEqualTo(found.size()).isPositive();
    CliRun empty = CliRun.of(dir.resolve("empty"), words("trends count --query LV --json"));
    assertThat(empty.rows().getFirst().path("count").asInt(-1)).isZero();
  }

  @Test
  void keywords_withoutABrand_leaveItsFiguresNull() {
    JsonNode row = CliRun.of(data, words("keywords show 生椰拿铁 --json")).rows().getFirst();

    assertThat(row.path("A").isNull()).isTrue();
    assertThat(row.path("label").isNull()).isTrue();
    assertThat(row.path("score").isNull()).isTrue();
    assertThat(row.path("counts").path("searchers").asLong()).isEqualTo(240);
    assertThat(row.path("counts").path("orders").asLong()).isEqualTo(160);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "trends rising; kind",
        "trends rising --kind colour; colour",
        "trends rising --kind brand --top 0; top",
        "trends rising --kind brand --as-of 2025-02-30; 2025-02-30",
        "trends rising --kind brand --window 5m; window",
        "trends series --query (瑞幸; query",
        "trends series --query 瑞幸 --interval 2h; interval",
        "trends share --of 没有这个牌子; 没有这个牌子",
        "trends compare; of",
        "trends compare --of 瑞幸 --from 2030-01-01; from",
        "trends lead-lag --brand 没有这个牌子; 没有这个牌子",
        "trends lead-lag --brand 瑞幸 --days 3; days",
        "trends movers --kind brand --days 5; days",
        "trends groups --day 2025-13-01; day",
        "trends groups --day 2025-06-01 --minimum 1; minimum",
        "trends cause --query (瑞幸; query",
        "trends cause --query 瑞幸 --window 29d; window",
        "trends authors; query",
        "trends co-mentions --query 瑞幸 --kind colour; colour",
        "trends aspects --of 没有这个牌子; 没有这个牌子",
        "keywords recommend --brand 没有这个牌子; 没有这个牌子",
        "keywords recommend --brand 瑞幸 --category 火箭; 火箭",
        "keywords recommend --brand 瑞幸 --sources stars; stars",
        "keywords recommend --brand 瑞幸 --window 400d; window",
        "keywords recommend --brand 瑞幸 --window 36h; window",
        "keywords recommend --brand 瑞幸 --holiday 火星节; 火星节",
        "keywords recommend --brand 瑞幸 --budget 0; budget",
        "keywords recommend --brand 瑞幸 --budget 5 --currency USD; currency",
        "keywords recommend --brand 瑞幸 --margin 2; margin",
        "keywords recommend; brand",
        "keywords recommend --product 没有这个产品; 没有这个产品",
        "keywords roots; brand",
        "keywords queries --gaps nothing; nothing",
        "keywords compare --of 瑞幸; of",
        "keywords gaps --brand 瑞幸 --rivals 没有这个牌子; 没有这个牌子",
        "keywords negative; brand",
        "keywords show 咖啡 --format xlsx; out",
        "keywords show 咖啡 --format pdf; pdf",
        "audience expand; brand",
        "audience expand --brand 瑞幸 --directions luck; luck",
        "audience expand --brand 瑞幸 --breadth wide; breadth",
        "audience overlaps; brand",
        "audience select; brand",
        "audience select --brand 瑞幸 --cut 2; cut",
        "audience select --brand 瑞幸 --cut .5 --size 5; cut",
        "audience select --brand 瑞幸 --size 0; size",
        "audience select --brand 瑞幸 --holiday 火星节; double-11 双11",
        "audience model --brand 瑞幸 --holiday 火星节; 火星节",
        "audience select --brand 瑞幸 --holiday 双11 --goal deepen; goal",
        "audience sizes --brand 瑞幸 --goal fly; goal",
        "audience model --brand 无名氏; brand",
        "audience assets --brand 瑞幸 --since 2999-01-01; since",
        "annotate --lane middle; middle",
        "ingest /no/such/file; /no/such/file",
        "no-such-command; no-such-command",
        "trends; rising"
      })
  void badUsage_exitsTwoAndNamesWhatIsWrong(String command, String named) {
    CliRun run = CliRun.of(data, words(command));

    assertThat(run.code()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(named);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void annotate_anyLines_answersEachInOrder() {
    String in = """
        小棕瓶真的好用
        {"id":"x","text":"海底捞服务很好，就是排队太久"}
        {"id":7}

        {broken
        """;
    CliRun run = CliRun.fed(data, in, "annotate");

    assertThat(run.code()).isZero();
    List<JsonNode> rows = run.rows();
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0).path("id").asText()).isEqualTo("1");
    assertThat(fields(rows.get(0)))
        .containsExactly("id", "intent", "sentiment", "mentions", "aspects");
    assertThat(rows.get(0).path("mentions").get(0).path("surface").asText()).isEqualTo("小棕瓶");
    assertThat(rows.get(1).path("id").asText()).isEqualTo("x");
    assertThat(rows.get(2).has("error")).isTrue();
    assertThat(rows.get(3).path("id").asText()).isEqualTo("4");
    assertThat(rows.get(4).has("error")).isTrue();
  }

  @Test
  void annotate_targets_areJudgedInInputOrder() {
    String text = "海底捞服务很好，就是瑞幸太难喝了";
    String in =
        "{\"id\":\"a\",\"text\":\"%s\",\"targets\":[{\"start\":10,\"end\":12},{\"start\":0,\"end\":3}]}\n{\"text\":\"x\",\"targets\":[{\"start\":0,\"end\":9}]}\n"
            .formatted(text);
    List<JsonNode> rows = CliRun.fed(data, in, "annotate", "--aspect-targets").rows();

    assertThat(rows.get(0).path("targets")).hasSize(2);
    assertThat(rows.get(0).path("targets").get(0).path("start").asInt()).isEqualTo(10);
    assertThat(rows.get(0).path("targets").get(0).path("score").asDouble()).isNegative();
    assertThat(rows.get(0).path("targets").get(1).path("score").asDouble()).isPositive();
    assertThat(rows.get(1).path("error").asText()).contains("end at most 1");
  }

  @Test
  void csv_ofAList_startsWithAByteOrderMark() {
    CliRun run = CliRun.of(data, words("trends rising --kind brand --csv"));

    assertThat(run.out()).startsWith("\uFEFFkey,name,kind,");
  }

  @Test
  void keywords_asASpreadsheet_haveTheNamesPeopleKnow() throws IOException {
    Path file = dir.resolve("keywords.xlsx");
    CliRun csv = CliRun.of(data, words("keywords recommend --brand 瑞幸 --format csv"));
    CliRun plain = CliRun.of(data, words("keywords recommend --brand 瑞幸 --csv"));
    CliRun xlsx =
        CliRun.of(data, words("keywords recommend --brand 瑞幸 --format xlsx --out " + file));

    assertThat(csv.out()).startsWith("\uFEFF关键词 keyword,类目 category,");
    assertThat(plain.out()).startsWith("\uFEFFkeyword,brandId,");
    assertThat(xlsx.code()).as(xlsx.err()).isZero();
    assertThat(xlsx.out()).isEmpty();
    assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
  }

  @Test
  void keywordsTable_afterAQuestion_saysVersionAndThatItIsFresh() {
    CliRun.of(data, words("keywords show 生椰拿铁 --json"));

    JsonNode table = CliRun.of(data, words("keywords table --json")).last();

    assertThat(table.path("stale").asBoolean()).isFalse();
    assertThat(table.path("fromFile").asBoolean()).isTrue();
    assertThat(table.path("rows").asInt()).isPositive();
    assertThat(table.path("version").asText()).isNotEmpty();
    assertThat(table.path("problem").asText()).isEmpty();
  }

  @Test
  void catalogueAdd_newAlias_isFoundInOldDocuments() throws IOException {
    Path own = dir.resolve("own");
    Files.createDirectories(own);
    Path posts = Files.writeString(
        own.resolve("p.jsonl"),
        "{\"type\":\"post\",\"id\":\"1\",\"source\":\"weibo\",\"publishedAt\":\"2025-06-01T08:00:00+08:00\",\"text\":\"青屿饼干真的好吃\"}\n");
    Path store = own.resolve("data");
    CliRun.of(store, "ingest", posts.toString());
    assertThat(CliRun.of(store, "search", "好吃", "--json").last().path("mentions"))
        .isEmpty();

    CliRun add =
        CliRun.of(store, "catalogue", "add", "brand", "青屿", "--category", "snack", "--json");

    assertThat(add.code()).as(add.err()).isZero();
    assertThat(add.last().path("annotatedAgain").asLong()).isEqualTo(1);
    assertThat(CliRun.of(store, "search", "brand:青屿", "--json")
            .last()
            .path("mentions")
            .get(0)
            .path("entityId")
            .asText())
        .isEqualTo("青屿");
  }

  @Test
  void search_explain_addsTheClausesThatMatched() throws IOException {
    Path own = dir.resolve("explain");
    Files.createDirectories(own);
    Path posts = Files.writeString(
        own.resolve("p.jsonl"),
        "{\"type\":\"post\",\"id\":\"1\",\"source\":\"weibo\",\"publishedAt\":\"2025-06-01T08:00:00+08:00\",\"text\":\"饼干真的好吃\"}\n");
    Path store = own.resolve("data");
    CliRun.of(store, "ingest", posts.toString());

    CliRun explained = CliRun.of(store, "search", "好吃 !难吃", "--json", "--explain");
    assertThat(explained.code()).as(explained.err()).isZero();
    assertThat(explained.last().path("matched").toString())
        .isEqualTo("[{\"clause\":\"好吃\",\"spans\":[{\"start\":4,\"end\":6}]},"
            + "{\"clause\":\"NOT 难吃\",\"spans\":[]}]");
    assertThat(CliRun.of(store, "search", "好吃", "--json").last().has("matched")).isFalse();
  }

  @Test
  void candidates_untilAnAliasLinksThem_areListed() throws IOException {
    Path own = dir.resolve("queue");
    Files.createDirectories(own);
    Path posts = Files.writeString(
        own.resolve("p.jsonl"),
        "{\"type\":\"post\",\"id\":\"1\",\"source\":\"shop\",\"authorId\":\"a\",\"publishedAt\":\"2025-06-01T08:00:00+08:00\",\"text\":\"cartelo/卡帝乐 羽绒服男修身保暖外套\"}\n");
    Path store = own.resolve("data");
    CliRun.of(store, "ingest", posts.toString());

    CliRun before = CliRun.of(store, "catalogue", "candidates", "--json");
    assertThat(before.code()).as(before.err()).isZero();
    assertThat(before.out()).contains("\"name\":\"卡帝乐\"", "\"name\":\"cartelo\"", "shop/1");
    assertThat(fields(before.last()))
        .contains("name", "kind", "surfaces", "documents", "authors", "firstSeen", "examples");
    assertThat(CliRun.of(store, "catalogue", "candidates", "--json", "--top", "1")
            .out()
            .lines())
        .hasSize(1);
    assertThat(CliRun.of(store, "catalogue", "candidates", "--json", "--to", "2025-06-01")
            .out())
        .isEmpty();

    CliRun.of(store, "catalogue", "add", "brand", "cartelo", "--category", "fashion");
    CliRun add = CliRun.of(store, "catalogue", "add", "alias", "卡帝乐", "--to", "cartelo");
    assertThat(add.code()).as(add.err()).isZero();

    assertThat(CliRun.of(store, "catalogue", "candidates", "--json").out())
        .doesNotContain("\"name\":\"卡帝乐\"", "\"name\":\"cartelo\"")
        .contains("\"name\":\"羽绒服\"");
    assertThat(CliRun.of(store, "search", "brand:cartelo", "--json").out()).contains("shop/1");
  }

  @Test
  void simulate_sameSeed_writesTheSameBytes() throws IOException {
    for (String out : List.of("one", "two")) {
      CliRun run =
          CliRun.of(data, words("simulate --users 50 --days 3 --seed 7 --out " + dir.resolve(out)));
      assertThat(run.code()).as(run.err()).isZero();
    }
    try (Stream<Path> files = Files.list(dir.resolve("one"))) {
      assertThat(files)
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file)
              .hasSameBinaryContentAs(dir.resolve("two").resolve(file.getFileName())));
    }
  }

  private static String[] words(String command) {
    return Arrays.stream(command.split(" ", -1)).filter(w -> !w.isEmpty()).toArray(String[]::new);
  }

  private static List<String> fields(JsonNode node) {
    return node.propertyStream().map(Map.Entry::getKey).toList();
  }
}
