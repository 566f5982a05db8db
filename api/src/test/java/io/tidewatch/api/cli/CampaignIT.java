package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.campaign.Group;
import io.tidewatch.audience.campaign.Member;
import io.tidewatch.audience.campaign.MemberFiles;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.state.StateDatabase;
import io.tidewatch.state.StateLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign by the command line: from the audience to files, a peer, and what became of it. */
class CampaignIT {
  private static final Json JSON = new Json();
  private static final String T = "2025-06-11T00:00:00+08:00";

  @TempDir
  private Path dir;

  private Path data;
  private int files;

  /** 60 coffee drinkers may be won for 瑞幸; those whose number 5 divides consented to nothing. */
  @BeforeEach
  void ingest() throws IOException {
    data = dir.resolve("data");
    var consents = new StringBuilder();
    for (int u = 0; u < 240; u++) {
      if (u % 5 != 0) {
        consents.append(consent("n" + u, "u" + u, "advertising", true, 1));
      }
    }
    consents.append(consent("w4", "u4", "advertising", false, 2));
    take(consents + behavior());
  }

  /** Every fourth user drinks another brand; a third of those left 瑞幸 three weeks ago. */
  private static String behavior() {
    var lines = new StringBuilder();
    for (int u = 0; u < 240; u++) {
      Instant at = SmallWorld.END.minus(u % 14 + 1, ChronoUnit.DAYS).plusSeconds(u);
      String product = u % 4 == 0 ? "starbucks.flat-white" : "luckin.coconut-latte";
      lines.append(
          "{\"type\":\"search\",\"id\":\"s%1$d\",\"userId\":\"u%1$d\",\"at\":\"%2$s\",\"query\":\"咖啡 外卖\",\"queryId\":\"q%1$d\",\"results\":[\"%3$s\"]}%n"
              .formatted(u, at, product));
      lines.append(
          "{\"type\":\"click\",\"id\":\"c%1$d\",\"userId\":\"u%1$d\",\"at\":\"%2$s\",\"productId\":\"%3$s\",\"queryId\":\"q%1$d\"}%n"
              .formatted(u, at.plusSeconds(5), product));
      if (u % 12 == 0) {
        lines.append(
            "{\"type\":\"click\",\"id\":\"d%1$d\",\"userId\":\"u%1$d\",\"at\":\"%2$s\",\"productId\":\"luckin.coconut-latte\"}%n"
                .formatted(u, SmallWorld.END.minus(21, ChronoUnit.DAYS)));
      }
      if (u % 3 != 0) {
        lines.append(
            "{\"type\":\"order\",\"id\":\"o%1$d\",\"userId\":\"u%1$d\",\"at\":\"%2$s\",\"productId\":\"%3$s\",\"quantity\":1,\"amount\":19.9,\"currency\":\"CNY\",\"queryId\":\"q%1$d\"}%n"
                .formatted(u, at.plusSeconds(60), product));
      }
    }
    return lines.toString();
  }

  private static String consent(String id, String user, String purpose, boolean granted, int day) {
    return "{\"type\":\"consent\",\"id\":\"%s\",\"userId\":\"%s\",\"purpose\":\"%s\",\"granted\":%s,\"at\":\"2025-06-%02dT00:00:00Z\"}%n"
        .formatted(id, user, purpose, granted, day);
  }

  private void take(String lines) throws IOException {
    Path file = Files.writeString(dir.resolve("in" + files++ + ".jsonl"), lines);
    CliRun run = CliRun.of(data, "ingest", "--json", file.toString());
    assertThat(run.last().path("accepted").asLong())
        .as(run.err())
        .isEqualTo(lines.lines().count());
  }

  private CliRun run(String... arguments) {
    var all = new ArrayList<>(List.of("audience", "campaign"));
    all.addAll(List.of(arguments));
    all.add("--json");
    return CliRun.of(data, all.toArray(String[]::new));
  }

  private JsonNode done(String... arguments) {
    CliRun run = run(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return run.last();
  }

  private JsonNode create(String name, String... more) {
    var all = new ArrayList<>(List.of("create", "--name", name, "--brand", "瑞幸"));
    all.addAll(List.of(more));
    if (!all.contains("--as-of")) {
      all.addAll(List.of("--as-of", T));
    }
    return done(all.toArray(String[]::new));
  }

  private List<JsonNode> export(String campaign, String... more) throws IOException {
    Path out = dir.resolve("out" + files++ + ".jsonl");
    var all = new ArrayList<>(
        List.of("export", "--campaign", campaign, "--format", "jsonl", "--out", out.toString()));
    all.addAll(List.of(more));
    done(all.toArray(String[]::new));
    return Files.readAllLines(out).stream().map(JSON::parse).toList();
  }

  private static Set<String> users(List<JsonNode> rows) {
    return rows.stream()
        .map(row -> row.path("userId").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<JsonNode> memberships(String user) {
    return CliRun.of(data, "person", "download", "--user", user, "--json").rows().stream()
        .filter(line -> line.path("store").asText().equals("campaigns"))
        .map(line -> line.path("record"))
        .toList();
  }

  private Set<String> heldOut(String campaign) {
    try (var state = StateDatabase.open(StateLocation.file(data.resolve("state")))) {
      return new MemberFiles(data.resolve("campaigns"))
          .read(state.campaigns().get(campaign).orElseThrow().members()).stream()
              .filter(member -> member.group() == Group.HELD_OUT)
              .map(Member::userId)
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void create_splitsByChanceAndShowsWhatItStored() {
    JsonNode campaign = create("双 11 coffee", "--hold-out", "0.3");
    assertThat(campaign.path("campaign").asText()).matches("11-coffee-[0-9a-f]{8}");
    assertThat(campaign.path("size").asInt()).isEqualTo(60);
    assertThat(campaign.path("heldOut").asInt()).isBetween(5, 35);
    assertThat(campaign.path("treated").asInt() + campaign.path("heldOut").asInt())
        .isEqualTo(60);
    assertThat(campaign.path("asOf").asText()).isEqualTo("2025-06-10T16:00:00Z");
    assertThat(run("list").rows()).containsExactly(campaign);
    JsonNode shown = done("show", "--campaign", "双 11 coffee");
    assertThat(shown.path("campaign")).isEqualTo(campaign);
    assertThat(shown.path("persons").asInt()).isEqualTo(60);
    assertThat(shown.path("delivery").path("exposures").asInt()).isZero();
  }

  @Test
  void create_badArguments_areNamedAndStoreNothing() {
    create("a");
    for (List<String> bad : List.of(
        List.of("name: a name and id", "--name", "a", "--brand", "瑞幸"),
        List.of("name: a name and id", "--name", "b", "--id", "a", "--brand", "瑞幸"),
        List.of("id: lower-case", "--name", "b", "--id", "../b", "--brand", "瑞幸"),
        List.of("holdOut: a share", "--name", "b", "--brand", "瑞幸", "--hold-out", "1"),
        List.of("holdOut: a number", "--name", "b", "--brand", "瑞幸", "--hold-out", "x"),
        List.of("channels:", "--name", "b", "--brand", "瑞幸", "--channels", "x,x"),
        List.of("directions:", "--name", "b", "--brand", "瑞幸", "--directions", "up"),
        List.of("brand:", "--name", "b", "--brand", "没有这个牌子"))) {
      var all = new ArrayList<>(bad.subList(1, bad.size()));
      all.addFirst("create");
      CliRun run = run(all.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isEqualTo(2);
      assertThat(run.err()).contains(bad.getFirst());
    }
    assertThat(run("list").rows()).hasSize(1);
  }

  @Test
  void create_beforeAnybodyDidAnything_isOneSentence() {
    CliRun run = run("create", "--name", "b", "--brand", "瑞幸", "--as-of", "2020-01-01");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("campaign: users with behaviour before the time are required");
    for (String question : List.of("show", "track", "labels")) {
      CliRun unknown = run(question, "--campaign", "none");
      assertThat(unknown.code()).isEqualTo(1);
      assertThat(unknown.err()).contains("campaign: the id or name of a stored campaign");
    }
  }

  @Test
  void export_inEveryFormat_holdsTheConsentedTreatedAndNobodyElse() throws Exception {
    create("c", "--hold-out", "0.2");
    Set<String> heldOut = heldOut("c");
    assertThat(heldOut).isNotEmpty();
    var expected = new TreeSet<String>();
    for (int u = 0; u < 240; u += 4) {
      if (u % 5 != 0 && u != 4 && !heldOut.contains("u" + u)) {
        expected.add("u" + u);
      }
    }
    assertThat(users(export("c"))).isEqualTo(expected);
    for (String format : List.of("csv", "jsonl", "parquet")) {
      Path out = dir.resolve("audience." + format);
      JsonNode answer =
          done("export", "--campaign", "c", "--format", format, "--out", out.toString());
      JsonNode manifest =
          JSON.parse(Files.readString(dir.resolve("audience." + format + ".manifest.json")));
      byte[] bytes = Files.readAllBytes(out);
      assertThat(manifest.path("sha256").asText()).isEqualTo(sha256(bytes));
      assertThat(manifest.path("bytes").asLong()).isEqualTo(bytes.length);
      assertThat(manifest.path("rows").asInt()).isEqualTo(expected.size());
      assertThat(manifest.path("asOf").asText()).isEqualTo("2025-06-10T16:00:00Z");
      assertThat(manifest.path("file").asText()).isEqualTo("audience." + format);
      assertThat(manifest.path("excluded").path("held-out").asInt()).isEqualTo(heldOut.size());
      assertThat(answer.path("excluded")).isEqualTo(manifest.path("excluded"));
    }
    List<String> csv = Files.readAllLines(dir.resolve("audience.csv"));
    assertThat(csv.getFirst()).isEqualTo("userId,otherIds,phones,channel");
    assertThat(csv.stream().skip(1).map(line -> line.split(",", -1)[0]))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(Files.readString(dir.resolve("audience.parquet"), StandardCharsets.ISO_8859_1))
        .startsWith("PAR1")
        .endsWith("PAR1");
    try (var left = Files.walk(data.resolve("exports"))) {
      assertThat(left.filter(Files::isRegularFile)).as("moved, not copied").isEmpty();
    }
  }

  @Test
  void export_refusals_addUpToTheMembers() throws IOException {
    JsonNode campaign = create("c");
    JsonNode manifest = done("export", "--campaign", "c", "--format", "csv");
    long excluded =
        manifest.path("excluded").valueStream().mapToLong(JsonNode::asLong).sum();
    assertThat(excluded + manifest.path("rows").asLong())
        .isEqualTo(campaign.path("size").asLong());
    assertThat(manifest.path("excluded").path("no-consent").asInt()).isPositive();
    assertThat(data.resolve(manifest.path("file").asText())).exists();
    assertThat(manifest.path("file").asText()).startsWith("exports/c/").endsWith(".csv");
  }

  @Test
  void export_consentWithdrawnLater_isReadAtTheExport() throws IOException {
    create("c", "--hold-out", "0");
    assertThat(users(export("c"))).contains("u8");
    take(consent("w8", "u8", "advertising", false, 9));
    assertThat(users(export("c"))).doesNotContain("u8").contains("u12");
    create("d", "--hold-out", "0", "--purpose", "sms");
    CliRun run = run("export", "--campaign", "d", "--format", "csv");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("at least 20 persons who may be exported are required, got 0");
  }

  @Test
  void export_hashed_isSha256OfTheIds() throws Exception {
    create("c", "--hold-out", "0");
    var expected = new TreeSet<String>();
    for (String user : users(export("c"))) {
      expected.add(sha256(user.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(users(export("c", "--hash"))).isEqualTo(expected);
  }

  @Test
  void export_byChannel_dividesTheTreated() throws IOException {
    create("c", "--hold-out", "0", "--channels", "weibo,sms");
    Set<String> all = users(export("c"));
    var reached = new HashSet<String>();
    for (String channel : List.of("weibo", "sms")) {
      Path out = dir.resolve(channel + ".jsonl");
      CliRun run = run(
          "export",
          "--campaign",
          "c",
          "--format",
          "jsonl",
          "--channel",
          channel,
          "--out",
          out.toString());
      if (run.code() == 0) {
        Set<String> own =
            users(Files.readAllLines(out).stream().map(JSON::parse).toList());
        assertThat(all).containsAll(own);
        assertThat(reached).doesNotContainAnyElementsOf(own);
        assertThat(own.size()).isBetween(20, all.size() - 1);
        reached.addAll(own);
      } else {
        assertThat(run.err()).as("chance gave the channel too few").contains("20");
      }
    }
    assertThat(reached).as("one channel has half of " + all.size()).isNotEmpty();
    CliRun unknown = run("export", "--campaign", "c", "--format", "csv", "--channel", "tv");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("channel: one of weibo, sms is required, got tv");
  }

  @Test
  void export_badFormatOrPlace_isNamed() {
    create("c");
    CliRun format = run("export", "--campaign", "c", "--format", "pdf");
    assertThat(format.code()).isEqualTo(2);
    assertThat(format.err()).contains("format: one of csv, jsonl, parquet is required, got pdf");
    CliRun place = run(
        "export",
        "--campaign",
        "c",
        "--format",
        "csv",
        "--out",
        dir.resolve("no/x").toString());
    assertThat(place.code()).isEqualTo(2);
    assertThat(place.err()).contains("out: a file in a folder that exists");
  }

  @Test
  void export_everyTry_leavesALineInTheAuditLog() throws IOException {
    create("c");
    create("tiny", "--size", "5");
    JsonNode exported = done("export", "--campaign", "c", "--format", "csv", "--hash");
    assertThat(run("export", "--campaign", "tiny", "--format", "csv").code()).isEqualTo(1);
    List<JsonNode> lines = CliRun.of(
            data, "audit", "--action", "audience/campaign/export", "--json")
        .rows();
    assertThat(lines).hasSize(2);
    JsonNode refused = lines.getFirst();
    assertThat(refused.path("outcome").asText()).startsWith("refused: campaign: at least 20");
    assertThat(refused.path("size").asLong()).isZero();
    JsonNode answered = lines.getLast();
    assertThat(answered.path("outcome").asText()).isEqualTo("answered");
    assertThat(answered.path("size")).isEqualTo(exported.path("rows"));
    assertThat(answered.path("caller").asText()).startsWith("cli:");
    assertThat(answered.path("query").asText()).isEqualTo("campaign=c format=csv hash=true");
    assertThat(answered.path("thresholds").asText())
        .isEqualTo("minimum=20 purpose=advertising hold-out=0.1");
  }

  /** A sensed device dressed up as a user that every direction would like. */
  @Test
  void export_deviceKnownBySniffingAlone_neverLeaves() throws IOException {
    take("""
        {"type":"sensor","id":"s1","storeId":"x","device":"02:00:00:00:00:01","via":"wifi","at":"2025-06-01T08:00:00Z"}
        """);
    String device = KeyedHash.open(data.resolve("device.key")).of("02:00:00:00:00:01");
    Instant at = SmallWorld.END.minus(20, ChronoUnit.DAYS);
    take("""
        {"type":"user","id":"%1$s","at":"2025-06-01T08:00:00Z","attributes":{"city":"上海"},"attributeSource":"declared"}
        {"type":"search","id":"sx","userId":"%1$s","at":"2025-06-08T08:00:00Z","query":"咖啡 外卖","queryId":"qx","results":["starbucks.flat-white"]}
        {"type":"click","id":"cx","userId":"%1$s","at":"2025-06-08T08:00:05Z","productId":"starbucks.flat-white","queryId":"qx"}
        {"type":"click","id":"cl","userId":"%1$s","at":"%2$s","productId":"luckin.coconut-latte"}
        {"type":"order","id":"ox","userId":"%1$s","at":"2025-06-08T08:01:00Z","productId":"starbucks.flat-white","quantity":1,"amount":30,"currency":"CNY"}
        """.formatted(device, at));
    take(consent("nx", device, "advertising", true, 1));

    var reached = new TreeSet<String>();
    for (String direction : ExpansionQuery.names()) {
      String name = "by-" + direction;
      CliRun made = run(
          "create",
          "--name",
          name,
          "--brand",
          "瑞幸",
          "--as-of",
          T,
          "--hold-out",
          "0",
          "--directions",
          direction);
      if (made.code() != 0) {
        assertThat(made.err()).contains("at least one user whom a direction reaches");
        continue;
      }
      if (memberships(device).stream()
          .anyMatch(m -> m.path("campaignId").asText().equals(name))) {
        reached.add(direction);
      }
      CliRun exported = run("export", "--campaign", name, "--format", "jsonl");
      if (exported.code() == 0) {
        String file = Files.readString(data.resolve(exported.last().path("file").asText()));
        assertThat(file).as(direction).contains("userId").doesNotContain(device);
      } else {
        assertThat(exported.err()).contains("at least 20 persons");
      }
    }
    assertThat(reached).as("the try is in earnest").contains("category", "lost");

    Path seed = Files.writeString(dir.resolve("seed"), device + "\nu1\nu2\n");
    create("by-seed", "--hold-out", "0", "--seed", seed.toString());
    assertThat(users(export("by-seed"))).isNotEmpty().doesNotContain(device);
    create("all", "--hold-out", "0");
    JsonNode manifest = done("export", "--campaign", "all", "--format", "jsonl");
    assertThat(manifest.path("excluded").path("sensed-only").asInt()).isEqualTo(1);
    String file = Files.readString(data.resolve(manifest.path("file").asText()));
    assertThat(file).doesNotContain(device);
  }

  @Test
  void personOfTwoAccounts_isInOneGroupAndExportedOnce() throws IOException {
    var links = new StringBuilder();
    for (int u = 0; u + 4 < 240; u += 8) {
      links.append(
          "{\"type\":\"identity\",\"id\":\"l%1$d\",\"from\":{\"kind\":\"user\",\"value\":\"u%1$d\"},\"to\":{\"kind\":\"user\",\"value\":\"u%2$d\"},\"evidence\":\"login\",\"at\":\"2025-06-02T08:00:00Z\"}%n"
              .formatted(u, u + 4));
    }
    take(links.toString());
    create("c", "--hold-out", "0.2");
    Set<String> heldOut = heldOut("c");
    assertThat(heldOut).isNotEmpty().hasSizeLessThan(30);
    JsonNode shown = done("show", "--campaign", "c");
    assertThat(shown.path("persons").asInt()).isEqualTo(30);
    assertThat(shown.path("campaign").path("size").asInt()).isEqualTo(30);
    Path out = dir.resolve("two.jsonl");
    CliRun export = run("export", "--campaign", "c", "--format", "jsonl", "--out", out.toString());
    if (export.code() == 0) {
      for (JsonNode row : Files.readAllLines(out).stream().map(JSON::parse).toList()) {
        int one = Integer.parseInt(row.path("userId").asText().substring(1));
        String other = "u" + (one % 8 == 0 ? one + 4 : one - 4);
        assertThat(row.path("otherIds")).extracting(JsonNode::asText).containsExactly(other);
        assertThat(heldOut).doesNotContain("u" + one, other);
      }
    } else {
      assertThat(export.err()).as("chance treated too few").contains("20");
    }
  }

  @Test
  void personMergedAcrossGroupsLater_isNotExported() throws IOException {
    create("c", "--hold-out", "0.3");
    String held = heldOut("c").iterator().next();
    String treated = users(export("c")).iterator().next();
    take(
        "{\"type\":\"identity\",\"id\":\"lx\",\"from\":{\"kind\":\"user\",\"value\":\"%s\"},\"to\":{\"kind\":\"user\",\"value\":\"%s\"},\"evidence\":\"login\",\"at\":\"2025-06-02T08:00:00Z\"}%n"
            .formatted(held, treated));
    assertThat(users(export("c"))).doesNotContain(treated, held);
    assertThat(done("show", "--campaign", "c").path("delivery").path("crossed").asInt())
        .isEqualTo(1);
  }

  @Test
  void erase_ofAMember_goesFromCampaignsAndTheirExports() throws IOException {
    create("c", "--hold-out", "0");
    JsonNode manifest = done("export", "--campaign", "c", "--format", "csv");
    assertThat(memberships("u8")).hasSize(1);
    CliRun run = CliRun.of(data, "erase", "--user", "u8", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.last().path("campaigns").asInt()).isEqualTo(1);
    assertThat(memberships("u8")).isEmpty();
    assertThat(memberships("u12")).hasSize(1);
    assertThat(data.resolve(manifest.path("file").asText())).doesNotExist();
    assertThat(done("show", "--campaign", "c").path("campaign").path("size").asInt())
        .isEqualTo(59);
    assertThat(users(export("c"))).doesNotContain("u8").contains("u12");
    try (var members = Files.list(data.resolve("campaigns"))) {
      assertThat(members).as("the older file is gone").hasSize(1);
    }
  }

  private Path settings(AdPeer peer, int batch) throws IOException {
    return Files.writeString(dir.resolve("tidewatch.yaml"), """
        campaigns:
          targets:
            ads:
              url: %s
              batch: %d
        """.formatted(peer.url(), batch));
  }

  @Test
  void upload_interruptedByARefusal_goesOnWithoutWhatWasTaken() throws IOException {
    try (var peer = new AdPeer()) {
      String config = settings(peer, 20).toString();
      create("c", "--hold-out", "0");
      peer.then(201, 429, 403);
      CliRun stopped = run("upload", "--campaign", "c", "--to", "ads", "--config", config);
      assertThat(stopped.code()).isEqualTo(1);
      assertThat(stopped.err())
          .contains(
              "ads answers with status 403 (batch 2 of 3, 2 attempts); 1 batches are with the");
      JsonNode uploads = done("show", "--campaign", "c").path("uploads");
      assertThat(uploads.get(0).path("state").asText()).isEqualTo("accepted");
      assertThat(uploads.get(0).path("peerId").asText()).isEqualTo("batch-1");
      assertThat(uploads.get(1).path("state").asText()).isEqualTo("refused");

      JsonNode report = done("upload", "--campaign", "c", "--to", "ads", "--config", config);
      assertThat(report.path("batches").asInt()).isEqualTo(3);
      assertThat(report.path("earlier").asInt()).isEqualTo(1);
      assertThat(report.path("sent").asInt()).isEqualTo(2);
      assertThat(report.path("accepted")).isEqualTo(report.path("rows"));
      assertThat(peer.users())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(users(export("c")));
      assertThat(peer.got.get(1).key())
          .as("a repetition is known by its key")
          .isEqualTo(peer.got.get(2).key())
          .isEqualTo(peer.got.get(3).key());
      assertThat(done("upload", "--campaign", "c", "--to", "ads", "--config", config)
              .path("sent")
              .asInt())
          .isZero();
      assertThat(CliRun.of(data, "audit", "--action", "audience/campaign/upload", "--json")
              .rows())
          .extracting(line -> line.path("outcome").asText().replaceAll(":.*", "") + " "
              + line.path("size").asLong())
          .containsExactly(
              "answered 0",
              "answered "
                  + peer.got.subList(3, 5).stream()
                      .mapToInt(g -> g.body().path("rows").size())
                      .sum(),
              "failed " + peer.got.getFirst().body().path("rows").size());
    }
  }

  @Test
  void upload_toAnythingButAName_isRefused() throws IOException {
    try (var peer = new AdPeer()) {
      String config = settings(peer, 1000).toString();
      create("c");
      for (String to : List.of("other", peer.url(), "../ads")) {
        CliRun run = run("upload", "--campaign", "c", "--to", to, "--config", config);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("to: a name under campaigns.targets");
      }
      create("tiny", "--size", "5");
      assertThat(run("upload", "--campaign", "tiny", "--to", "ads", "--config", config)
              .code())
          .isEqualTo(1);
      assertThat(peer.got).isEmpty();
    }
  }

  @Test
  void upload_begunWithHashes_goesOnWithHashes() throws IOException {
    try (var peer = new AdPeer()) {
      String config = settings(peer, 1000).toString();
      create("c");
      done("upload", "--campaign", "c", "--to", "ads", "--hash", "--config", config);
      assertThat(peer.users().getFirst()).matches("[0-9a-f]{64}");
      CliRun run = run("upload", "--campaign", "c", "--to", "ads", "--config", config);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("hash: true is required, as the upload to ads was begun");
    }
  }

  private List<JsonNode> assets() {
    CliRun run = CliRun.of(data, "audience", "assets", "--brand", "瑞幸", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return run.rows();
  }

  @Test
  void track_afterTheCampaign_comparesTreatedWithHeldOut() throws IOException {
    create("c", "--hold-out", "0.4");
    Set<String> heldOut = heldOut("c");
    var later = new StringBuilder();
    int n = 0;
    for (String user : users(export("c"))) {
      later.append(
          "{\"type\":\"ad_exposure\",\"id\":\"x%1$d\",\"userId\":\"%2$s\",\"at\":\"2025-06-12T08:00:00Z\",\"campaignId\":\"c\",\"brandId\":\"luckin\",\"cost\":0.5,\"currency\":\"CNY\"}%n"
              .formatted(n++, user));
      if (n % 2 == 0) {
        later.append(
            "{\"type\":\"click\",\"id\":\"y%d\",\"userId\":\"%s\",\"at\":\"2025-06-13T08:00:00Z\",\"productId\":\"luckin.coconut-latte\"}%n"
                .formatted(n, user));
      }
    }
    take(later.toString());
    List<JsonNode> rows = run("track", "--campaign", "c").rows();
    JsonNode whole = rows.stream()
        .filter(row -> row.path("part").asText().equals("all")
            && row.path("from").asText().equals("O|A")
            && row.path("to").asText().equals("IPL"))
        .findFirst()
        .orElseThrow();
    assertThat(whole.path("analysis").asText()).isEqualTo("intention-to-treat");
    assertThat(whole.path("treated").path("persons").asInt()).isEqualTo(60 - heldOut.size());
    assertThat(whole.path("treated").path("moved").asInt()).isEqualTo(n / 2);
    assertThat(whole.path("costs").get(0).path("amount").decimalValue())
        .isEqualByComparingTo(
            new java.math.BigDecimal("0.5").multiply(java.math.BigDecimal.valueOf(n)));
    assertThat(done("show", "--campaign", "c").path("delivery").path("exposed").asInt())
        .isEqualTo(n);
    assertThat(run("labels", "--campaign", "c").rows())
        .hasSize(n)
        .filteredOn(row -> row.path("converted").asBoolean())
        .hasSize(n / 2);
    List<JsonNode> states = assets();
    for (JsonNode state : states) {
      JsonNode activations = state.path("activations");
      if (!List.of("O", "A").contains(state.path("state").asText())) {
        assertThat(activations).isEmpty();
        continue;
      }
      assertThat(activations).hasSize(1);
      JsonNode own = activations.get(0);
      assertThat(own.path("campaign").asText()).isEqualTo("c");
      assertThat(own.path("treated").asInt()).isEqualTo(60 - heldOut.size());
      assertThat(own.path("exposed").asInt()).isEqualTo(n);
      assertThat(own.path("results")).hasSize(3).contains(whole);
      assertThat(own.path("results"))
          .allSatisfy(row ->
              assertThat(row.path("from").asText()).contains(state.path("state").asText()));
    }
    create("fresh", "--as-of", "2025-06-20");
    assertThat(assets().getFirst().path("activations"))
        .as("an audience that was chosen later than anything that happened")
        .hasSize(1);
    create("few", "--size", "10", "--hold-out", "0.5");
    JsonNode few = assets().getFirst().path("activations").get(0);
    assertThat(few.path("campaign").asText()).isEqualTo("few");
    for (String count : List.of("treated", "heldOut", "exposed")) {
      assertThat(few.path(count).isNull()).as(count).isTrue();
    }
    assertThat(few.path("results").get(0).path("treated").path("moved").isNull())
        .isTrue();
    CliRun fresh = run("track", "--campaign", "fresh");
    assertThat(fresh.code()).isEqualTo(1);
    assertThat(fresh.err())
        .contains("behaviour after 2025-06-19T16:00:00Z is required, got none yet");
    CliRun early = run("track", "--campaign", "c", "--as-of", T);
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.err()).contains("asOf: a time after 2025-06-10T16:00:00Z");
  }
}
