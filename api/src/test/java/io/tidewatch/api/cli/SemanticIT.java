package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keywords by meaning and pictures by supplied vectors, with the shipped model and engine. */
class SemanticIT {
  private static final List<String> KEYWORDS =
      List.of("洗衣机 10公斤", "防晒霜 面部", "露营 手冲 咖啡 套装", "儿童 书桌");

  @TempDir
  private Path dir;

  @Test
  void similar_wishInOtherWords_findsTheKeyword() throws IOException {
    Path data = dir.resolve("data");
    ingest(data, searches());

    CliRun run = CliRun.of(data, "keywords", "similar", "大太阳底下怎么不晒黑", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode best = run.rows().getFirst();
    assertThat(best.path("keyword").asText()).isEqualTo("防晒霜 面部");
    assertThat(best.path("meaning").asDouble()).isBetween(.2, 1.0);
    assertThat(best.path("reasons")).isNotEmpty();
    assertThat(run.rows()).hasSize(KEYWORDS.size());
    // the second time every text is there
    CliRun again =
        CliRun.of(data, "keywords", "similar", "孩子写作业", "--top", "1", "--lang", "en", "--json");
    assertThat(again.rows()).hasSize(1);
    assertThat(again.last().path("keyword").asText()).isEqualTo("儿童 书桌");
  }

  @Test
  void similar_emptyStoreOrBlankWish_isNoFailure() {
    Path data = dir.resolve("data");
    CliRun none = CliRun.of(data, "keywords", "similar", "随便", "--json");
    assertThat(none.code()).as(none.err()).isZero();
    assertThat(none.rows()).isEmpty();
    CliRun blank = CliRun.of(data, "keywords", "similar", " ", "--json");
    assertThat(blank.code()).isEqualTo(2);
    assertThat(blank.err()).contains("wish:");
  }

  @Test
  void alike_productsWithVectors_areComparedInTheirSpace() throws IOException {
    Path data = dir.resolve("data");
    ingest(data, product("a", "[1,0,0]") + product("b", "[9,1,0]") + product("c", "[0,0,1]"));

    CliRun run = CliRun.of(data, "keywords", "alike", "own.a", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.rows())
        .extracting(r -> r.path("productId").asText())
        .containsExactly("own.b", "own.c");

    ingest(data, product("d", "[1,0]"));
    CliRun unlike = CliRun.of(data, "keywords", "alike", "own.d", "--json");
    assertThat(unlike.code()).isEqualTo(2);
    assertThat(unlike.err()).contains("3 numbers are required in the space clip, got 2");
  }

  @Test
  void alike_postsWithVectors_areFoundAfterARestartAndGoWithTheirDeletion() throws IOException {
    Path data = dir.resolve("data");
    ingest(data, product("a", "[1,0,0]") + post("p1", "[9,1,0]") + post("p2", "[0,0,1]"));

    CliRun run = CliRun.of(data, "keywords", "alike", "own.a", "--kind", "post", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.rows())
        .extracting(r -> r.path("document").asText())
        .containsExactly("weibo/p1", "weibo/p2");
    assertThat(run.rows().getFirst().path("name").asText()).isEqualTo("新外套真好看 p1");

    ingest(data, "{\"type\":\"delete\",\"of\":\"post\",\"id\":\"p1\",\"source\":\"weibo\"}");
    assertThat(CliRun.of(data, "keywords", "alike", "own.a", "--kind", "post", "--json")
            .rows())
        .hasSize(1);
    CliRun wrong = CliRun.of(data, "keywords", "alike", "own.a", "--kind", "video", "--json");
    assertThat(wrong.code()).isEqualTo(2);
  }

  @Test
  void recommend_wishThatNobodySearched_findsWhatItMeans() throws IOException {
    Path data = dir.resolve("data");
    ingest(data, searches());

    CliRun run =
        CliRun.of(data, "keywords", "recommend", "--seed", "大太阳底下怎么不晒黑", "--lang", "en", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode row = run.rows().stream()
        .filter(r -> r.path("keyword").asText().equals("防晒霜 面部"))
        .findFirst()
        .orElseThrow();
    assertThat(row.path("sources").toString()).contains("\"source\":\"semantic\"");
    assertThat(row.path("reasons").toString()).contains("in meaning");
  }

  @Test
  void similar_captionOfAPost_lendsTheClicksOfItsProduct() throws IOException {
    Path data = dir.resolve("data");
    ingest(data, named("pot", "山野手冲壶") + named("other", "清风防晒乳"));
    ingest(data, searches() + clicked("own.pot"));
    double before = likeness(data);
    ingest(data, told("p1", "山野手冲壶真好用") + told("p2", "山野手冲壶和优衣库外套"));
    ingest(data, clicked("own.pot").replace("c1", "c2"));
    assertThat(likeness(data)).isGreaterThan(before);
  }

  private static double likeness(Path data) {
    CliRun run = CliRun.of(data, "keywords", "similar", "雪山脚下的早晨", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows().stream()
        .filter(r -> r.path("keyword").asText().equals("露营 手冲 咖啡 套装"))
        .mapToDouble(r -> r.path("clicks").asDouble())
        .max()
        .orElseThrow();
  }

  private static String named(String id, String name) {
    return ("{\"type\":\"product\",\"id\":\"own.%s\",\"name\":\"%s\",\"brandId\":\"uniqlo\","
            + "\"categoryId\":\"fashion\",\"source\":\"own\"}%n")
        .formatted(id, name);
  }

  /** People who look for coffee click the product, those who look for sunscreen another. */
  private static String clicked(String product) {
    return click("c0", 1, "own.other") + click("c1", 2, product);
  }

  private static String click(String id, int search, String product) {
    return ("{\"type\":\"click\",\"id\":\"%s\",\"userId\":\"u%d\",\"at\":\"%s\","
            + "\"productId\":\"%s\",\"queryId\":\"s%d\"}%n")
        .formatted(id, search, SmallWorld.END.minusSeconds(30), product, search);
  }

  private static String told(String id, String text) {
    return ("{\"type\":\"post\",\"id\":\"%s\",\"source\":\"weibo\",\"authorId\":\"u\","
            + "\"publishedAt\":\"%s\",\"text\":\"%s\",\"media\":[{\"url\":\"http://x/%s.jpg\","
            + "\"caption\":\"雪山脚下的早晨\"}]}%n")
        .formatted(id, SmallWorld.END.minusSeconds(60), text, id);
  }

  private static String post(String id, String vector) {
    return ("{\"type\":\"post\",\"id\":\"%s\",\"source\":\"weibo\",\"authorId\":\"u\","
            + "\"publishedAt\":\"%s\",\"text\":\"新外套真好看 %s\",\"media\":[{\"url\":\"http://x/%s.jpg\","
            + "\"caption\":\"外套\",\"vector\":%s,\"space\":\"clip\"}]}%n")
        .formatted(id, SmallWorld.END.minusSeconds(60), id, id, vector);
  }

  private void ingest(Path data, String lines) throws IOException {
    Path file = Files.writeString(dir.resolve("records.jsonl"), lines);
    CliRun run = CliRun.of(data, "ingest", "--json", file.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.last().path("malformed").asInt()).as(run.out()).isZero();
  }

  private static String searches() {
    var lines = new StringBuilder();
    for (int i = 0; i < KEYWORDS.size(); i++) {
      lines.append(
          "{\"type\":\"search\",\"id\":\"s%d\",\"userId\":\"u%d\",\"at\":\"%s\",\"query\":\"%s\"}%n"
              .formatted(i, i, SmallWorld.END.minusSeconds(60 + i), KEYWORDS.get(i)));
    }
    return lines.toString();
  }

  private static String product(String id, String vector) {
    return ("{\"type\":\"product\",\"id\":\"own.%s\",\"name\":\"自有%s\",\"brandId\":\"uniqlo\","
            + "\"categoryId\":\"fashion\",\"source\":\"own\",\"media\":[{\"url\":\"http://x/%s.jpg\","
            + "\"vector\":%s,\"space\":\"clip\"}]}%n")
        .formatted(id, id, id, vector);
  }
}
