package io.tidewatch.corpora.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorFilesTest {
  private static final SimulatorConfig CONFIG = SimulatorConfig.demo().sized(60, 6, 3);
  private static final List<String> FILES = List.of(
      SimulatorFiles.DOCUMENTS,
      SimulatorFiles.BEHAVIOR,
      SimulatorFiles.META,
      SimulatorFiles.TRENDS,
      SimulatorFiles.KEYWORDS,
      SimulatorFiles.KEYWORD_DAYS,
      SimulatorFiles.EVENTS,
      SimulatorFiles.USERS,
      SimulatorFiles.IDENTITIES,
      SimulatorFiles.CONVERSIONS);

  private final JsonMapper mapper = new JsonMapper();

  @TempDir
  private Path directory;

  @Test
  void write_sameSeed_givesTheSameBytes() throws IOException {
    SimulatorFiles.write(directory.resolve("a"), simulator());
    SimulatorFiles.write(directory.resolve("b"), simulator());
    for (String file : FILES) {
      assertThat(directory.resolve("a").resolve(file))
          .hasSameBinaryContentAs(directory.resolve("b").resolve(file));
    }
    try (var files = Files.list(directory.resolve("a"))) {
      assertThat(files).hasSize(FILES.size());
    }
  }

  @Test
  void write_moreThreads_givesTheSameBytes() throws IOException {
    SimulatorConfig config = Regime.read("broken-feeds").sized(9000, 3, 11);
    SimulatorFiles.write(directory.resolve("a"), simulator(config), 1);
    SimulatorFiles.write(directory.resolve("b"), simulator(config), 3);
    try (var files = Files.list(directory.resolve("a"))) {
      assertThat(files)
          .hasSizeGreaterThan(10)
          .allSatisfy(file -> assertThat(directory.resolve("b").resolve(file.getFileName()))
              .hasSameBinaryContentAs(file));
    }
  }

  @Test
  void write_otherSeed_givesOtherBytesAndAnotherChecksum() throws IOException {
    SimulatorFiles.write(directory.resolve("a"), simulator());
    SimulatorFiles.write(directory.resolve("b"), simulator(CONFIG.sized(60, 6, 4)));
    JsonNode first = meta(directory.resolve("a"));
    JsonNode second = meta(directory.resolve("b"));
    assertThat(first.path("checksum").textValue())
        .hasSize(64)
        .isNotEqualTo(second.path("checksum").textValue());
    assertThat(first.path("settings")).isEqualTo(second.path("settings"));
    assertThat(first.path("simulator").textValue()).isEqualTo(MarketSimulator.VERSION);
    assertThat(first.path("seed").longValue()).isEqualTo(3);
    assertThat(lines(directory.resolve("a").resolve(SimulatorFiles.BEHAVIOR)))
        .isNotEqualTo(lines(directory.resolve("b").resolve(SimulatorFiles.BEHAVIOR)));
  }

  @Test
  void write_smallerMarketOverALargerOne_leavesNoOldDay() throws IOException {
    var larger = Regime.read("default").sized(50, 6, 1);
    SimulatorFiles.write(directory, simulator(larger));
    SimulatorFiles.write(directory, simulator(larger.sized(50, 2, 1)));
    try (var files = Files.list(directory)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith("records-behavior")))
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "default",
        "open-market",
        "heavy-bots",
        "owned-words",
        "busy",
        "broken-feeds",
        "demo"
      })
  void write_oneUserOneDay_worksInEveryRegime(String regime) throws IOException {
    SimulatorFiles.write(directory, simulator(Regime.read(regime).sized(1, 1, 1)));
    assertThat(Files.readAllLines(directory.resolve(SimulatorFiles.USERS))).hasSize(1);
  }

  @Test
  void write_brokenFeeds_plantsItsErrors() throws IOException {
    var config = SimulatorConfigFile.parse(
        "test",
        "{users: 800, days: 30, traffic: {visits: 0.4}, records: {daily: false}}",
        Regime.read("broken-feeds"));
    SimulatorFiles.write(directory, simulator(config));
    var amounts = new HashMap<String, Double>();
    var seen = new HashSet<String>();
    int repeated = 0;
    int excessive = 0;
    int late = 0;
    Instant before = Instant.EPOCH;
    for (String line : lines(directory.resolve(SimulatorFiles.BEHAVIOR))) {
      JsonNode record = mapper.readTree(line);
      String type = record.path("type").textValue();
      Instant at = OffsetDateTime.parse(record.path("at").textValue()).toInstant();
      repeated += seen.add(line) ? 0 : 1;
      late += at.isBefore(before.minusSeconds(3600)) ? 1 : 0;
      before = at.isAfter(before) ? at : before;
      if (type.equals("order")) {
        amounts.put(record.path("id").textValue(), record.path("amount").doubleValue());
      } else if (type.equals("refund")) {
        Double order = amounts.get(record.path("orderId").textValue());
        excessive += order != null && record.path("amount").doubleValue() > order ? 1 : 0;
      }
    }
    double all = seen.size();
    assertThat(repeated / all).isBetween(.025, .035);
    assertThat(late / all).isBetween(.07, .11);
    assertThat(excessive).isPositive();
  }

  @Test
  void write_records_carryTheFieldsOfTheirType() throws IOException {
    var summary = SimulatorFiles.write(directory, simulator());
    var counts = new TreeMap<String, Long>();
    for (String file : List.of(SimulatorFiles.DOCUMENTS, SimulatorFiles.BEHAVIOR)) {
      for (String line : lines(directory.resolve(file))) {
        JsonNode record = mapper.readTree(line);
        String type = record.path("type").textValue();
        counts.merge(type, 1L, Long::sum);
        for (String field : required(type)) {
          if (!record.hasNonNull(field)) {
            throw new AssertionError(field + " is missing in " + line);
          }
        }
        String at = record.path(record.has("at") ? "at" : "publishedAt").textValue();
        assertThat(OffsetDateTime.parse(at).toInstant()).isBetween(CONFIG.start(), CONFIG.end());
      }
    }
    assertThat(summary.records()).isEqualTo(counts);
  }

  @Test
  void write_truth_isJsonLinesOfTheSameRows() throws IOException {
    MarketTruth truth = SimulatorFiles.write(directory, simulator()).truth();
    assertThat(Files.readAllLines(directory.resolve(SimulatorFiles.USERS))).hasSize(60);
    List<String> keywords = Files.readAllLines(directory.resolve(SimulatorFiles.KEYWORDS));
    assertThat(keywords).hasSameSizeAs(truth.keywords());
    assertThat(mapper.readTree(keywords.getFirst()).path("probabilities").isObject())
        .isTrue();
    List<String> trends = Files.readAllLines(directory.resolve(SimulatorFiles.TRENDS));
    assertThat(trends).hasSameSizeAs(truth.trends());
    assertThat(OffsetDateTime.parse(
                mapper.readTree(trends.getFirst()).path("start").textValue())
            .toInstant())
        .isEqualTo(truth.trends().getFirst().start());
  }

  @Test
  void write_whereAFileStands_isAnError() throws IOException {
    Path file = Files.createFile(directory.resolve("taken"));
    assertThatThrownBy(() -> SimulatorFiles.write(file, simulator()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("the market cannot be written");
  }

  private static List<String> required(String type) {
    return switch (type) {
      case "post" -> List.of("source", "authorId", "publishedAt", "text");
      case "review" -> List.of("source", "productId", "rating", "publishedAt", "text");
      case "list_entry" ->
        List.of("source", "title", "text", "publishedAt", "heat", "rank", "advertisement");
      case "heartbeat" -> List.of("source", "at");
      case "user" -> List.of("at", "attributes", "attributeSource");
      case "identity" -> List.of("from", "to", "evidence", "at");
      case "search" -> List.of("userId", "at", "query", "results");
      case "follow" -> List.of("userId", "at", "brandId");
      case "impression", "view", "click", "favorite", "cart", "share" ->
        List.of("userId", "at", "productId", "brandId");
      case "rating" -> List.of("userId", "at", "productId", "stars");
      case "order" -> List.of("userId", "at", "productId", "quantity", "amount", "currency");
      case "refund" -> List.of("orderId", "userId", "at", "amount", "currency");
      case "ad_exposure", "ad_click" -> List.of("userId", "at", "campaignId", "brandId");
      default -> throw new AssertionError("not made by a market: " + type);
    };
  }

  private static List<String> lines(Path file) throws IOException {
    var lines = new ArrayList<String>();
    try (var reader = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    }
    return lines;
  }

  private JsonNode meta(Path folder) throws IOException {
    return mapper.readTree(folder.resolve(SimulatorFiles.META).toFile());
  }

  private static MarketSimulator simulator() {
    return simulator(CONFIG);
  }

  private static MarketSimulator simulator(SimulatorConfig config) {
    return new MarketSimulator(config, SeedCatalogue.shipped(), SampleTexts.shipped());
  }
}
