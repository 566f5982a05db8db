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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorFilesTest {
  private static final SimulatorConfig CONFIG = SimulatorConfig.demo().sized(60, 6, 3);
  private static final List<String> FILES = List.of(
      SimulatorFiles.DOCUMENTS,
      SimulatorFiles.BEHAVIOR,
      SimulatorFiles.TRENDS,
      SimulatorFiles.KEYWORDS,
      SimulatorFiles.USERS);

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

  private static MarketSimulator simulator() {
    return new MarketSimulator(CONFIG, SeedCatalogue.shipped(), SampleTexts.shipped());
  }
}
