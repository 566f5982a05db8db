package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.view.Json;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WordRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueJournalTest {
  private static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of(), List.of());

  @TempDir
  private Path dir;

  @Test
  void accept_newBrand_isInTheNextSnapshotAndAfterReopening() {
    CatalogueJournal journal = open();
    Catalogue before = journal.current();

    assertThat(journal.accept(List.of(brand("own", "自有", 1, null))))
        .containsExactly(WriteOutcome.ACCEPTED);

    assertThat(before.brand("own")).isEmpty();
    assertThat(journal.current().brand("own")).isPresent();
    assertThat(open().current().version()).isEqualTo(journal.current().version());
  }

  @Test
  void accept_word_changesTheVersionAndSurvivesReopening() {
    CatalogueJournal journal = open();
    String before = journal.current().version();
    var word = new WordRecord(new Envelope(null, null, Instant.EPOCH, 1, null), "尊嘟假嘟");

    assertThat(journal.accept(List.of(word, word)))
        .containsExactly(WriteOutcome.ACCEPTED, WriteOutcome.DUPLICATE);

    assertThat(journal.current().version()).isNotEqualTo(before);
    assertThat(open().current().words()).containsExactly("尊嘟假嘟");
    assertThat(open().current().version()).isEqualTo(journal.current().version());
  }

  @Test
  void accept_sameContentAgain_isADuplicate() {
    CatalogueJournal journal = open();
    CatalogueRecord record = brand("own", "自有", 1, null);

    assertThat(journal.accept(List.of(record, record)))
        .containsExactly(WriteOutcome.ACCEPTED, WriteOutcome.DUPLICATE);
    assertThat(open().accept(List.of(record))).containsExactly(WriteOutcome.DUPLICATE);
  }

  @Test
  void accept_olderVersion_losesAgainstTheNewer() {
    CatalogueJournal journal = open();
    journal.accept(List.of(brand("own", "新", 2, Instant.parse("2025-02-01T00:00:00Z"))));

    assertThat(journal.accept(List.of(brand("own", "旧", 1, Instant.parse("2025-01-01T00:00:00Z")))))
        .containsExactly(WriteOutcome.DUPLICATE);
    assertThat(journal.current().nameOf("own")).isEqualTo("新");
  }

  @Test
  void open_afterACrashInTheMiddleOfALine_dropsOnlyThatLine() throws IOException {
    open().accept(List.of(brand("own", "自有", 1, null)));
    Files.writeString(
        dir.resolve("records.jsonl"), "{\"type\":\"brand\",\"rec", StandardOpenOption.APPEND);

    CatalogueJournal journal = open();
    journal.accept(List.of(brand("two", "第二", 2, null)));

    assertThat(open().current().brands()).hasSize(2);
  }

  @Test
  void accept_diskThatRefuses_isUnavailableAndChangesNothing() throws IOException {
    CatalogueJournal journal = open();
    Files.createDirectory(dir.resolve("records.jsonl"));

    assertThatThrownBy(() -> journal.accept(List.of(brand("own", "自有", 1, null))))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(journal.current().brands()).isEmpty();
  }

  private CatalogueJournal open() {
    return new CatalogueJournal(dir.resolve("records.jsonl"), EMPTY, new Json());
  }

  private static BrandRecord brand(String id, String name, long hash, @Nullable Instant updatedAt) {
    return new BrandRecord(
        new Envelope(null, updatedAt, Instant.EPOCH, hash, null),
        id,
        name,
        List.of(),
        List.of(),
        List.of());
  }
}
