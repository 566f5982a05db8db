package io.tidewatch.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.connectors.fixture.Bench;
import io.tidewatch.connectors.intake.IntakeCounts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeadLetterReplayTest {
  @TempDir
  Path folder;

  private Bench bench;
  private DeadLetterReplay replay;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    replay = new DeadLetterReplay(bench.intake, bench.readers, bench.deadLetters, bench.clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(bench.deadLetters.folder())) {
      return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
    }
  }

  @Test
  void failedRecords_goInOnceTheStoreIsBack() throws IOException {
    Path file = Files.writeString(
        folder.resolve("t.csv"), "cat,label,review\n手机,1,\"好\n,用\"\n手机,0,坏\n手机,9,?\n");
    bench.documents.beAway(3);
    assertThat(bench.ingest(file, null).counts()).isEqualTo(new IntakeCounts(3, 0, 0, 1, 2));
    assertThat(replay.replay(List.of()).counts()).isEqualTo(new IntakeCounts(3, 2, 0, 1, 0));
    assertThat(bench.documents.records()).extracting(r -> r.text()).containsExactly("好\n,用", "坏");
    assertThat(names())
        .containsExactly("2026-01-02.jsonl", "2026-01-02.jsonl.2026-01-02T030405Z.replayed");
    assertThat(bench.letters()).singleElement().asString().contains("rating: one of 0, 1 expected");
  }

  @Test
  void bytesOfAnotherCharset_surviveTheRoundTrip() throws IOException {
    Path map = folder.resolve("gbk.yaml");
    String yaml = """
        kind: delimited
        charset: GBK
        source: shop
        type: review
        required: [编号]
        fields:
          id: 编号
          text: 正文
          publishedAt: {column: 时间, as: instant, pattern: yyyy-MM-dd}
        """;
    Files.writeString(map, yaml);
    byte[] csv = "编号,正文,时间\n1,很好,2025年6月1日\n".getBytes(Charset.forName("GBK"));
    Path file = Files.write(folder.resolve("t.csv"), csv);
    assertThat(bench.ingest(file, map.toString()).counts())
        .isEqualTo(new IntakeCounts(1, 0, 0, 1, 0));
    assertThat(bench.letters()).singleElement().asString().contains("bad-time", "base64");
    Files.writeString(map, yaml.replace("yyyy-MM-dd", "[yyyy-MM-dd, yyyy年M月d日]"));
    assertThat(replay.replay(List.of()).counts()).isEqualTo(new IntakeCounts(1, 1, 0, 0, 0));
    assertThat(bench.documents.records()).extracting(r -> r.text()).containsExactly("很好");
  }

  @Test
  void replayThatBrokeOff_isTakenUpAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("t.jsonl"), "no json\n");
    bench.ingest(file, null);
    Path claimed = bench.deadLetters.claim(bench.deadLetters.folder().resolve("2026-01-02.jsonl"));
    assertThat(replay.replay(List.of()).counts()).isEqualTo(new IntakeCounts(1, 0, 0, 1, 0));
    assertThat(claimed).doesNotExist();
    assertThat(bench.letters()).hasSize(1);
  }

  @Test
  void lineThatIsNoLetter_isRefusedAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"text\":1}\nnothing\n");
    assertThat(replay.replay(List.of(file)).counts()).isEqualTo(new IntakeCounts(2, 0, 0, 2, 0));
  }

  @Test
  void nothingRefusedYet_isNothingToDo() {
    assertThat(replay.replay(List.of()).counts()).isEqualTo(IntakeCounts.NONE);
  }
}
