package io.tidewatch.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.connectors.decode.Reason;
import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.fixture.EchoAnnotator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who were erased: their letters go, and who is kept out is written nowhere. */
final class ErasedPeopleTest {
  @TempDir
  Path folder;

  private Bench bench;

  @BeforeEach
  void open() {
    bench = new Bench(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private static String order(String id, String user, String amount) {
    return "{\"type\":\"order\",\"id\":\"" + id + "\",\"userId\":\"" + user
        + "\",\"at\":\"2025-06-01T08:00:00Z\",\"productId\":\"p1\",\"quantity\":1,\"amount\":"
        + amount + ",\"currency\":\"CNY\"}\n";
  }

  private long mentions(String text) throws IOException {
    if (!Files.exists(folder.resolve("data"))) {
      return 0;
    }
    try (var files = Files.walk(folder.resolve("data"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> {
            try {
              return Files.readString(file).contains(text);
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          })
          .count();
    }
  }

  @Test
  void erase_letters_removesThoseOfThePersonOnly() throws IOException {
    Path file = Files.writeString(
        folder.resolve("orders.jsonl"),
        order("o1", "u1", "-5") + order("o2", "u18", "-5") + order("o3", "u2", "-5")
            + "{\"userId\":\"u1\", cut off\n" + "no record at all\n");
    bench.ingest(file, null);
    Path sheet = Files.write(
        folder.resolve("r.csv"),
        "cat,label,review\n手机,9,u1 说不好\n手机,9,u2 说好\n".getBytes(Charset.forName("UTF-8")));
    bench.ingest(sheet, null);
    assertThat(bench.letters()).hasSize(7);

    assertThat(bench.deadLetters.erase(Set.of("u1", "hash"))).isEqualTo(3);

    assertThat(bench.letters()).hasSize(4).noneMatch(letter -> letter.matches(".*\\bu1\\b.*"));
    assertThat(bench.letters()).anyMatch(letter -> letter.contains("u18"));
    assertThat(bench.deadLetters.erase(Set.of("u1"))).isZero();
  }

  @Test
  void erase_claimedAndReplayedFiles_areRewrittenToo() throws IOException {
    bench.ingest(Files.writeString(folder.resolve("o.jsonl"), order("o1", "gone-1", "-5")), null);
    Path claimed = bench.deadLetters.claim(bench.deadLetters.folder().resolve("2026-01-02.jsonl"));
    bench.deadLetters.finish(claimed);

    assertThat(bench.deadLetters.erase(Set.of("gone-1"))).isEqualTo(1);

    assertThat(mentions("gone-1")).isZero();
  }

  @Test
  void waiting_letters_areCountedByReasonWithPlaces() throws IOException {
    bench.ingest(
        Files.writeString(
            folder.resolve("o.jsonl"),
            order("o1", "u1", "-5") + "no json\n" + order("o2", "u2", "-1")),
        null);

    assertThat(bench.deadLetters.waiting())
        .containsOnlyKeys(Reason.BAD_VALUE, Reason.SYNTAX)
        .containsEntry(
            Reason.BAD_VALUE,
            new DeadLetters.Waiting(2, List.of("2026-01-02.jsonl:1", "2026-01-02.jsonl:3")));
  }

  @Test
  void store_recordOfWhoIsKeptOut_isCountedAndWrittenNowhere() throws IOException {
    try (var intake = new Intake(
        () -> new EchoAnnotator(bench.catalogue.current()),
        bench.documents,
        bench.behavior,
        bench.catalogue,
        bench.deadLetters,
        bench.statistics,
        bench.settings,
        "gone-1"::equals)) {
      var files = new io.tidewatch.connectors.file.FileIngest(intake, bench.readers, bench.clock);
      Path file = Files.writeString(
          folder.resolve("o.jsonl"),
          order("o1", "gone-1", "5") + order("o2", "u2", "5")
              + "{\"type\":\"post\",\"id\":\"1\",\"source\":\"s\",\"authorId\":\"gone-1\","
              + "\"publishedAt\":\"2025-06-01T08:00:00Z\",\"text\":\"好\"}\n"
              + "{\"type\":\"post\",\"id\":\"2\",\"source\":\"s\",\"authorId\":\"u2\","
              + "\"publishedAt\":\"2025-06-01T08:00:00Z\",\"text\":\"坏\"}\n");

      assertThat(files.ingest(List.of(file), null, null).counts())
          .isEqualTo(new IntakeCounts(4, 2, 0, 0, 2));
    }
    assertThat(bench.documents.records()).extracting(r -> r.text()).containsExactly("坏");
    assertThat(bench.behavior.records()).hasSize(1);
    assertThat(bench.letters()).isEmpty();
    assertThat(mentions("gone-1")).isZero();
    assertThat(bench.statistics.sources().stream()
            .mapToLong(s -> s.reasons().getOrDefault("erased", 0L))
            .sum())
        .isEqualTo(2);
  }
}
