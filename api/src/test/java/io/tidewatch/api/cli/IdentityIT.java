package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is who, by the command line: from records to persons, merges, downloads and erasure. */
class IdentityIT {
  private static final String PHONE = "13900001111";
  private static final Json JSON = new Json();

  @TempDir
  private Path dir;

  private Path data;
  private int files;

  @BeforeEach
  void ingest() throws IOException {
    data = dir.resolve("data");
    take("""
        {"type":"user","id":"buyer-7f3a","at":"2025-06-01T08:00:00Z","attributes":{"city":"上海"},"attributeSource":"declared"}
        {"type":"user","id":"u2","at":"2025-06-01T08:00:00Z","attributes":{"city":"北京"},"attributeSource":"declared"}
        {"type":"click","id":"c1","userId":"buyer-7f3a","at":"2025-06-01T08:00:00Z"}
        {"type":"click","id":"c2","userId":"cookie-7f3a","at":"2025-06-01T08:00:00Z"}
        {"type":"click","id":"c3","userId":"u2","at":"2025-06-01T08:00:00Z"}
        {"type":"click","id":"c4","userId":"cookie-of-nobody","at":"2025-06-01T08:00:00Z"}
        {"type":"sensor","id":"s1","storeId":"x","device":"02:aa","via":"wifi","at":"2025-06-01T08:00:00Z","source":"store-1"}
        {"type":"sensor","id":"s2","storeId":"x","device":"02:bb","via":"wifi","at":"2025-06-01T08:00:00Z","source":"store-1"}
        {"type":"identity","id":"l1","from":{"kind":"user","value":"buyer-7f3a"},"to":{"kind":"phone","value":"13900001111"},"evidence":"login","confidence":1,"at":"2025-06-01T08:00:00Z","source":"shop"}
        {"type":"identity","id":"l2","from":{"kind":"user","value":"buyer-7f3a"},"to":{"kind":"cookie","value":"cookie-7f3a"},"evidence":"login","at":"2025-06-01T08:01:00Z"}
        {"type":"identity","id":"l3","from":{"kind":"device","value":"02:aa"},"to":{"kind":"phone","value":"139 0000 1111"},"evidence":"wifi-page","confidence":0.95,"at":"2025-06-01T09:00:00Z"}
        {"type":"identity","id":"l4","from":{"kind":"user","value":"buyer-7f3a"},"to":{"kind":"author","value":"poster-7f3a"},"evidence":"declared-handle","at":"2025-06-01T08:02:00Z"}
        {"type":"identity","id":"l5","from":{"kind":"user","value":"u2"},"to":{"kind":"author","value":"poster-of-others"},"evidence":"same-name","confidence":1,"at":"2025-06-01T08:02:00Z"}
        {"type":"consent","id":"n1","userId":"buyer-7f3a","purpose":"advertising","granted":true,"at":"2025-06-01T08:00:00Z"}
        {"type":"order","id":"o3","userId":"cookie-7f3a","at":"2025-06-01T08:00:00Z","productId":"p1","quantity":1,"amount":-10,"currency":"CNY"}
        {"type":"post","id":"w1","source":"weibo","authorId":"poster-7f3a","publishedAt":"2025-06-01T09:00:00Z","text":"很好用"}
        {"type":"post","id":"w2","source":"weibo","authorId":"poster-of-others","publishedAt":"2025-06-01T09:00:00Z","text":"不好用"}
        """);
  }

  private void take(String lines) throws IOException {
    Path file = Files.writeString(dir.resolve("in" + files++ + ".jsonl"), lines);
    CliRun run = CliRun.of(data, "ingest", "--json", file.toString());
    assertThat(run.last().path("received").asLong())
        .as(run.err())
        .isEqualTo(lines.lines().count());
  }

  private List<JsonNode> rows(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    CliRun run = CliRun.of(data, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }

  private JsonNode show(String user) {
    return rows("identity", "show", "--user", user).getFirst();
  }

  private List<String> traces(String... texts) throws IOException {
    var traces = new ArrayList<String>();
    try (var tree = Files.walk(data)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        boolean index = data.relativize(file).startsWith("index");
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String text : texts) {
          if (!index && content.contains(text)) {
            traces.add(text + " in " + data.relativize(file));
          }
        }
      }
    }
    return traces;
  }

  @Test
  void show_byAnyIdentifier_namesPersonAndEvidence() {
    JsonNode person = show("buyer-7f3a");
    assertThat(person.path("identifiers")).hasSize(5);
    assertThat(person.path("links")).hasSize(4);
    assertThat(person.path("links").get(0).path("evidence").asText()).isEqualTo("login");
    assertThat(person.path("links").get(0).path("source").asText()).isEqualTo("shop");
    assertThat(person.path("attributes").path("city").path("value").asText()).isEqualTo("上海");
    for (String other : List.of(
        "cookie-7f3a", "poster-7f3a", PHONE, "02:AA", person.path("personId").asText())) {
      assertThat(show(other)).as(other).isEqualTo(person);
    }
    JsonNode alone = show("u2");
    assertThat(alone.path("linked").asBoolean()).isFalse();
    assertThat(alone.path("links").get(0).path("refused").asText())
        .isEqualTo("handle-not-declared");
    assertThat(person.toString()).doesNotContain(PHONE);
  }

  @Test
  void show_ofNobody_isNotFound() {
    CliRun run = CliRun.of(data, "identity", "show", "--user", "nobody");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("user: an id of some record is required, got nobody");
  }

  @Test
  void matchRate_givesShareByKindAndSource() {
    List<JsonNode> rows = rows("identity", "match-rate");
    assertThat(rows)
        .contains(
            JSON.parse("{\"kind\":\"device\",\"source\":\"store-1\",\"reaches\":\"user\","
                + "\"ids\":2,\"matched\":1,\"rate\":0.5}"),
            JSON.parse("{\"kind\":\"user\",\"source\":null,\"reaches\":\"any\","
                + "\"ids\":2,\"matched\":1,\"rate\":0.5}"),
            JSON.parse("{\"kind\":\"cookie\",\"source\":null,\"reaches\":\"user\","
                + "\"ids\":2,\"matched\":1,\"rate\":0.5}"));
    assertThat(rows("identity", "match-rate", "--as-of", "2020-01-01"))
        .as("before everything")
        .isEmpty();
  }

  @Test
  void resolve_mergesAboveTheCap_waitUntilToldAndCanBeUndone() throws IOException {
    take("""
        {"type":"identity","id":"m1","from":{"kind":"user","value":"u2"},"to":{"kind":"phone","value":"13700000000"},"evidence":"login","at":"2025-06-02T08:00:00Z"}
        """);
    JsonNode first = rows("identity", "resolve").getFirst();
    assertThat(first.path("founded").asLong()).isEqualTo(2);
    assertThat(first.path("applied").asBoolean()).isTrue();
    assertThat(first.path("refusedLinks")).isEqualTo(JSON.parse("{\"handle-not-declared\":1}"));
    String older = show("buyer-7f3a").path("personId").asText();
    String younger = show("u2").path("personId").asText();
    take("""
        {"type":"identity","id":"m2","from":{"kind":"user","value":"u2"},"to":{"kind":"user","value":"buyer-7f3a"},"evidence":"order","at":"2025-06-03T08:00:00Z"}
        """);

    assertThat(
            rows("identity", "resolve", "--dry-run").getFirst().path("merges").asLong())
        .isEqualTo(1);
    CliRun refused = CliRun.of(data, "identity", "resolve", "--cap", "0");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("cap: at least 1 is required by the merges of this run");
    assertThat(rows("identity", "merges")).isEmpty();
    rows("identity", "resolve", "--cap", "1");
    assertThat(show("u2").path("personId").asText()).isEqualTo(older);
    assertThat(show(younger).path("personId").asText())
        .as("the old id leads on")
        .isEqualTo(older);
    JsonNode merge = rows("identity", "merges").getFirst();
    assertThat(merge.path("action").asText()).isEqualTo("merge");
    assertThat(merge.path("aliasId").asText()).isEqualTo(younger);

    rows("identity", "undo", merge.path("id").asText());
    assertThat(show("u2").path("personId").asText()).isEqualTo(younger);
    assertThat(rows("identity", "merges"))
        .extracting(e -> e.path("action").asText())
        .containsExactly("undo", "merge");
    assertThat(CliRun.of(data, "identity", "undo", "99").code()).isEqualTo(2);
    assertThat(CliRun.of(data, "identity", "undo", "x").code()).isEqualTo(2);
  }

  @Test
  void exportable_sensedDevice_isRefusedAndTheConsentedPersonIsNot() throws IOException {
    String device = rows("person", "download", "--user", "02:bb").stream()
        .map(line -> line.path("record").path("device").asText())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElseThrow();
    Path seed = Files.writeString(dir.resolve("seed"), "cookie-7f3a\n" + device + "\nu2\n");
    JsonNode export = rows(
            "identity", "exportable", "--seed", seed.toString(), "--purpose", "advertising")
        .getFirst();
    assertThat(export.path("allowed")).hasSize(1);
    assertThat(export.path("allowed").get(0).path("userIds").get(0).asText())
        .isEqualTo("buyer-7f3a");
    assertThat(export.path("refused"))
        .isEqualTo(JSON.parse("{\"no-consent\":1,\"sensed-only\":1}"));
    JsonNode line = rows("audit", "--action", "identity/exportable").getFirst();
    assertThat(line.path("size").asInt()).isEqualTo(1);
    assertThat(line.path("query").asText()).isEqualTo("ids=3 purpose=advertising");
    assertThat(line.path("caller").asText()).startsWith("cli:");
  }

  @Test
  void download_isEverythingOfAllIdentifiersAndOfNobodyElse() {
    List<JsonNode> lines = rows("person", "download", "--user", PHONE);
    assertThat(lines)
        .extracting(line -> line.path("store").asText() + " "
            + line.path("type").asText() + " "
            + line.path("id").asText().replaceAll("^p[0-9a-f]{20}$", "p").replaceAll(".*:", ":"))
        .containsExactly(
            "identity person p",
            "behavior click c1",
            "behavior click c2",
            "behavior consent n1",
            "behavior identity l1",
            "behavior identity l2",
            "behavior identity l4",
            "behavior identity l3",
            "behavior sensor s1",
            "behavior user buyer-7f3a",
            "documents post weibo/w1",
            "refused bad-value :1");
    assertThat(rows("person", "download", "--user", "nobody")).isEmpty();
  }

  @Test
  void erase_byOneIdentifier_goesFromEveryStore() throws IOException {
    rows("identity", "resolve");
    CliRun run = CliRun.of(data, "erase", "--user", "cookie-7f3a", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode erased = run.last();
    assertThat(erased.path("records"))
        .isEqualTo(
            JSON.parse("{\"click\":2,\"consent\":1,\"identity\":4,\"sensor\":1,\"user\":1}"));
    assertThat(erased.path("documents").asLong()).as("what the handle wrote").isEqualTo(1);
    assertThat(erased.path("letters").asLong()).isEqualTo(1);
    assertThat(traces("buyer-7f3a", "cookie-7f3a", "poster-7f3a", PHONE)).isEmpty();
    assertThat(rows("person", "download", "--user", "buyer-7f3a")).isEmpty();
    assertThat(rows("search", "author:poster-7f3a")).isEmpty();
    assertThat(rows("search", "author:poster-of-others")).hasSize(1);
    assertThat(rows("identity", "merges"))
        .extracting(e -> e.path("action").asText())
        .containsExactly("erase");
    assertThat(show("u2").path("attributes").path("city").path("value").asText())
        .isEqualTo("北京");
  }

  @Test
  void erase_keptOut_refusesEveryIdentifierOfThePerson() throws IOException {
    assertThat(CliRun.of(data, "erase", "--user", "buyer-7f3a", "--keep-out").code())
        .isZero();
    Path file = Files.writeString(
        dir.resolve("again.jsonl"),
        "{\"type\":\"click\",\"id\":\"c9\",\"userId\":\"cookie-7f3a\",\"at\":\"2025-06-09T08:00:00Z\"}\n");
    assertThat(CliRun.of(data, "ingest", "--json", file.toString())
            .last()
            .path("failed")
            .asLong())
        .isEqualTo(1);
  }

  @Test
  void erase_diskRefusesHalfWay_stillKnowsAllIdentifiersAfterwards() throws IOException {
    Path inTheWay = Files.createDirectories(data.resolve("dead-letter/erasing.tmp/x"));
    assertThat(CliRun.of(data, "erase", "--user", "cookie-7f3a").code()).isEqualTo(1);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(rows("identity", "merges"))
        .extracting(e -> e.path("action").asText())
        .as("taken up again at opening")
        .containsExactly("erase");
    assertThat(traces("buyer-7f3a", "cookie-7f3a", "poster-7f3a")).isEmpty();
    assertThat(data.resolve("erasure.json")).doesNotExist();
  }

  @Test
  void everyQuestion_onAnEmptyStore_hasNoRows() {
    data = dir.resolve("empty");
    assertThat(rows("identity", "match-rate")).isEmpty();
    assertThat(rows("identity", "merges")).isEmpty();
    assertThat(rows("person", "download", "--user", "u1")).isEmpty();
    assertThat(rows("identity", "resolve").getFirst().path("persons").asLong()).isZero();
  }
}
