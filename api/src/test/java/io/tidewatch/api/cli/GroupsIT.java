package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles of groups and saved segments, by the command line. */
class GroupsIT {
  @TempDir
  private Path dir;

  private Path data;

  @BeforeEach
  void ingest() throws IOException {
    data = dir.resolve("data");
    CliRun run = run("ingest", "--json", SmallWorld.behavior(dir).toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  private CliRun run(String... arguments) {
    return CliRun.of(data, arguments);
  }

  private Path seed(int from, int to) throws IOException {
    return Files.write(
        dir.resolve("seed-" + from + "-" + to + ".txt"),
        IntStream.range(from, to).mapToObj(i -> "u" + i).toList());
  }

  @Test
  void profile_brand_answersAndLeavesALine() {
    CliRun profile = run("audience", "profile", "--brand", "瑞幸", "--json");

    assertThat(profile.code()).as(profile.err()).isZero();
    List<JsonNode> rows = profile.rows();
    assertThat(rows).anySatisfy(row -> {
      assertThat(row.path("dimension").asText()).isEqualTo("brand");
      assertThat(row.path("value").asText()).isEqualTo("luckin");
      assertThat(row.path("users").asInt()).isEqualTo(120);
      assertThat(row.path("group").path("base").asInt()).isEqualTo(200);
    });
    JsonNode line = run("audit", "--json").rows().getFirst();
    assertThat(line.path("action").asText()).isEqualTo("audience/profile");
    assertThat(line.path("outcome").asText()).isEqualTo("answered");
    assertThat(line.path("size").asInt()).isEqualTo(120);
    assertThat(line.path("caller").asText()).startsWith("cli:");
  }

  @Test
  void profile_nearOneAfterwards_isRefusedInAnotherRunToo() throws IOException {
    assertThat(run("audience", "profile", "--seed", seed(0, 110).toString()).code())
        .isZero();

    CliRun near = run("audience", "profile", "--seed", seed(0, 111).toString(), "--json");
    assertThat(near.code()).isEqualTo(1);
    assertThat(near.out()).isEmpty();
    assertThat(near.err()).contains("differs by fewer than 100 users");
    assertThat(run("audit", "--json").rows().getFirst().path("outcome").asText())
        .isEqualTo("refused: difference");
    assertThat(run("audience", "profile", "--seed", seed(0, 110).toString()).code())
        .isZero();
  }

  @Test
  void profile_stateOnDisk_namesNobody() throws IOException {
    String name = "somebody-8c1f";
    Path more = Files.writeString(
        dir.resolve("more.jsonl"),
        "{\"type\":\"view\",\"id\":\"x\",\"userId\":\"" + name
            + "\",\"at\":\"2025-06-08T10:00:00Z\",\"productId\":\"luckin.coconut-latte\"}\n");
    run("ingest", more.toString());
    Path seed = Files.write(
        dir.resolve("seed.txt"),
        IntStream.range(0, 111)
            .mapToObj(i -> i == 0 ? name : "u" + i)
            .collect(Collectors.toList()));
    CliRun profile = run("audience", "profile", "--seed", seed.toString());
    assertThat(profile.code()).as(profile.err()).isZero();

    try (var files = Files.walk(data.resolve("state"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(name);
      }
    }
    assertThat(run("erase", "--user", name, "--json").code()).isZero();
  }

  @Test
  void profile_badArguments_areUsageErrors() {
    assertThat(run("audience", "profile").code()).isEqualTo(2);
    assertThat(run("audience", "profile", "--brand", "瑞幸", "--segment", "x").code())
        .isEqualTo(2);
    assertThat(run("audience", "profile", "--brand", "瑞幸", "--state", "Q").code())
        .isEqualTo(2);
    assertThat(run("audience", "profile", "--segment", "none").err())
        .contains("segment: a saved segment is required, got none");
    assertThat(run("audience", "profile", "--brand", "星巴克", "--state", "L").code())
        .isEqualTo(1);
  }

  @Test
  void segments_savedShownUsedAndDeleted() {
    CliRun saved =
        run("audience", "segments", "save", "拿铁", "--query", "brand:瑞幸 state:P,L", "--json");
    assertThat(saved.code()).as(saved.err()).isZero();
    assertThat(saved.last().path("query").asText()).isEqualTo("brand:luckin state:P,L");

    assertThat(run("audience", "segments", "--json").rows()).singleElement().satisfies(row -> {
      assertThat(row.path("users").asInt()).isEqualTo(120);
      assertThat(row.path("name").asText()).isEqualTo("拿铁");
    });
    assertThat(run("audience", "segments", "show", "拿铁", "--json")
            .last()
            .path("active")
            .asInt())
        .isEqualTo(120);
    assertThat(run("audience", "profile", "--segment", "拿铁", "--json").rows()).isNotEmpty();
    assertThat(run("audience", "features", "--segment", "拿铁", "--json").rows()).isNotEmpty();
    assertThat(run("audience", "expand", "--segment", "拿铁", "--json").code()).isZero();
    assertThat(run("audience", "overlaps", "--segment", "拿铁", "--json").rows()).isNotEmpty();
    assertThat(run("audience", "segments", "delete", "拿铁").code()).isZero();
    assertThat(run("audience", "segments", "delete", "拿铁").code()).isEqualTo(1);
    assertThat(run("audience", "segments", "show", "拿铁").code()).isEqualTo(1);
    assertThat(run("audience", "segments", "--json").rows()).isEmpty();
  }

  @Test
  void segments_badQuery_namesRuleAndPlace() {
    CliRun run = run("audience", "segments", "save", "x", "--query", "did:order AND");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("query: ").contains("at position 13");
  }
}
