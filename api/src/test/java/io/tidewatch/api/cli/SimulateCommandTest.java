package io.tidewatch.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.api.view.Json;
import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.model.record.DataRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  private final Json json = new Json();

  @TempDir
  private Path directory;

  @Test
  void simulate_everyRecord_isTakenByTheDecoderOfTheDoors() throws IOException {
    Path settings = Files.writeString(
        directory.resolve("market.yaml"),
        "traffic: {visits: 0.4}\nstores: {visits: 0.01}\nbots: {share: 0.02}\n");
    Path out = directory.resolve("market");
    CliRun run = CliRun.of(
        directory,
        "simulate",
        "--users",
        "400",
        "--days",
        "12",
        "--seed",
        "5",
        "--json",
        "--config",
        settings.toString(),
        "--out",
        out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    var decoder =
        new RecordDecoder(new KeyedHash(new byte[32]), InstantSource.fixed(Instant.EPOCH));
    var counts = new TreeMap<String, Long>();
    try (var files = Files.list(out)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("records-")).toList()) {
        decode(file, decoder, counts);
      }
    }
    assertThat(counts.keySet())
        .contains(
            "user",
            "identity",
            "consent",
            "search",
            "impression",
            "click",
            "cart",
            "order",
            "refund",
            "rating",
            "ad_exposure",
            "ad_click",
            "sensor",
            "product",
            "post",
            "review",
            "list_entry",
            "heartbeat");
    var printed = new TreeMap<String, Long>();
    run.last().properties().forEach(f -> printed.put(f.getKey(), f.getValue().longValue()));
    assertThat(printed).isEqualTo(counts);
  }

  @Test
  void simulate_shippedRegime_isTakenByName() throws IOException {
    Path out = directory.resolve("market");
    CliRun run = CliRun.of(
        directory,
        "simulate",
        "--users",
        "20",
        "--days",
        "2",
        "--config",
        "heavy-bots",
        "--out",
        out.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(out.resolve("truth-meta.jsonl"))).contains("heavy-bots");
    assertThat(run.out()).contains("tidewatch ingest " + out + "/records-*");
  }

  @Test
  void simulate_unknownRegime_isBadUsageThatNamesTheRegimes() {
    CliRun run = CliRun.of(
        directory,
        "simulate",
        "--config",
        "nowhere",
        "--out",
        directory.resolve("m").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--config").contains("heavy-bots").contains("nowhere");
  }

  @Test
  void simulate_brokenSetting_isBadUsageThatNamesKeyRuleAndValue() throws IOException {
    Path settings =
        Files.writeString(directory.resolve("market.yaml"), "funnel:\n  refundShare: 1.2\n");
    CliRun run = CliRun.of(
        directory,
        "simulate",
        "--config",
        settings.toString(),
        "--out",
        directory.resolve("m").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("funnel.refundShare: a value from 0 to 1 is required, got 1.2");
  }

  private void decode(Path file, RecordDecoder decoder, TreeMap<String, Long> counts)
      throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        DataRecord record =
            decoder.decode(json.parse(line), file.getFileName().toString(), null, ++number);
        assertThat(record.envelope().extra()).as(line).isNull();
        counts.merge(record.type(), 1L, Long::sum);
      }
    }
  }
}
