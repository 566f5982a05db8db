package io.tidewatch.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opening the folder makes of the traces that a crash can leave. */
final class FactFilesTest {
  private static final LocalDate DAY = LocalDate.parse("2025-06-02");

  @TempDir
  Path root;

  private FactFiles files;

  @BeforeEach
  void open() throws IOException {
    files = reopened();
  }

  @Test
  void open_halfWrittenFiles_areForgotten() throws IOException {
    Files.writeString(files.temporary("batch.parquet"), "half");
    Files.createDirectories(files.temporary("compaction/order/day=2025-06-02"));
    Files.writeString(files.temporary("compaction/order/day=2025-06-02/data_0.parquet"), "half");
    Files.writeString(files.temporary("compaction.manifest"), "move\thalf");
    FactFiles after = reopened();
    assertThat(root.resolve("tmp")).isEmptyDirectory();
    assertThat(after.arrived()).isEmpty();
    assertThat(after.layout().files(FactType.ORDER)).isEmpty();
  }

  @Test
  void publish_finishedFile_isThereAfterReopen() throws IOException {
    publish("b1");
    assertThat(reopened().arrived()).containsExactly("b1");
    assertThat(reopened().holds("b1")).isTrue();
    assertThat(reopened().holds("b2")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void open_decidedCompaction_isFinishedFromAnyPoint(int steps) throws IOException {
    publish("b1");
    publish("b2");
    Path old = files.partition(FactType.ORDER, DAY).resolve("old.parquet");
    write(old, "old");
    Path fresh = files.temporary("fresh.parquet");
    write(fresh, "new");
    Path target = files.partition(FactType.ORDER, DAY).resolve("new.parquet");
    Path list = files.temporary("list.txt");
    Files.writeString(list, "b1\nb2\n");
    Path absorbed = root.resolve("absorbed/list.txt");
    var decided = new Replacement(
        List.of(new Replacement.Move(fresh, target), new Replacement.Move(list, absorbed)),
        List.of(old, files.arrival("b1"), files.arrival("b2")),
        List.of());
    CompactionManifest.write(root.resolve("compaction.manifest"), root, decided);
    if (steps > 0) {
      Files.move(fresh, target);
    }
    if (steps > 1) {
      Files.move(list, absorbed);
    }
    if (steps > 2) {
      Files.delete(old);
    }
    if (steps > 3) {
      Files.delete(files.arrival("b1"));
    }

    FactFiles after = reopened();

    assertThat(after.layout().files(FactType.ORDER)).containsExactly(target);
    assertThat(after.arrived()).isEmpty();
    assertThat(after.holds("b1")).isTrue();
    assertThat(after.holds("b2")).isTrue();
    assertThat(root.resolve("compaction.manifest")).doesNotExist();
    assertThat(root.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void replace_manyTimes_keepsEveryBatchAndFewLists() throws IOException {
    for (int i = 0; i < 40; i++) {
      publish("b" + i);
      files.replace(new Replacement(List.of(), List.of(), List.of("b" + i)), "c" + i);
    }
    FactFiles after = reopened();
    for (int i = 0; i < 40; i++) {
      assertThat(after.holds("b" + i)).isTrue();
      assertThat(files.holds("b" + i)).isTrue();
    }
    try (var lists = Files.list(root.resolve("absorbed"))) {
      assertThat(lists.count()).isLessThan(20);
    }
  }

  @Test
  void open_foreignFolder_isNamed() throws IOException {
    write(root.resolve("facts/order/day=yesterday/x.parquet"), "x");
    assertThatThrownBy(this::reopened)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("day=YYYY-MM-DD")
        .hasMessageContaining("day=yesterday");
  }

  private FactFiles reopened() throws IOException {
    var opened = new FactFiles(root);
    opened.open();
    return opened;
  }

  private void publish(String batch) throws IOException {
    Path file = files.temporary(batch);
    Files.writeString(file, batch);
    files.publish(file, batch);
    files.remember(batch);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
