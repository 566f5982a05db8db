package io.tidewatch.trend.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.SearchQuery;
import io.tidewatch.model.trend.SeriesQuery;
import io.tidewatch.trend.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an index whose process ended at any point: a copy of its files, reopened. */
@NullUnmarked
class LuceneCrashTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir
  Path directory;

  @Test
  void reopen_afterCrash_holdsTheLastCommit() throws IOException {
    Path left = directory.resolve("left");
    try (var store = open("live")) {
      store.accept(batch(0));
      store.observe(heartbeat());
      store.commit();
      store.accept(batch(1));
      copy(directory.resolve("live"), left);
      store.commit();
    }
    try (var reopened = open("left")) {
      assertThat(reopened.count()).isEqualTo(15);
      assertThat(reopened.observe(heartbeat())).isEqualTo(WriteOutcome.DUPLICATE);
      assertThat(reopened.accept(batch(0))).containsOnly(WriteOutcome.DUPLICATE);
    }
  }

  @Test
  void resend_afterCrashAtAnyPoint_givesTheStateOfOneCleanRun() throws IOException {
    List<Object> clean;
    try (var store = open("clean")) {
      send(store, 0, 6);
      store.commit();
      clean = answers(store);
    }
    assertThat(clean).isNotEmpty();
    var random = new Random(3);
    for (int round = 0; round < 4; round++) {
      Path left = directory.resolve("left" + round);
      int crash = random.nextInt(6);
      try (var store = open("live" + round)) {
        send(store, 0, crash);
        if (random.nextBoolean()) {
          store.commit();
        }
        store.accept(batch(crash).subList(0, random.nextInt(batch(crash).size())));
        copy(directory.resolve("live" + round), left);
      }
      try (var reopened = open("left" + round)) {
        send(reopened, 0, 6);
        reopened.commit();
        assertThat(answers(reopened)).isEqualTo(clean);
      }
    }
  }

  @Test
  void close_withoutCommit_givesUpWhatWasNotCommitted() {
    try (var store = open("live")) {
      store.accept(batch(0));
    }
    try (var store = open("live")) {
      assertThat(store.count()).isZero();
    }
  }

  @Test
  void open_secondOwner_getsOneClearSentence() {
    var first = open("live");
    assertThatThrownBy(() -> open("live"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("in use by another process");
    first.close();
    open("live").close();
  }

  @Test
  void open_notADirectory_isUnavailable() throws IOException {
    Files.writeString(directory.resolve("file"), "x");
    assertThatThrownBy(() -> open("file")).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void closedStore_anyCall_isUnavailable() {
    var store = open("live");
    store.close();
    assertThatThrownBy(() -> store.accept(batch(0))).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(store::commit).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(store::count).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(store::sources).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void open_damagedCommit_isUnavailable() throws IOException {
    try (var store = open("live")) {
      store.accept(batch(0));
      store.commit();
    }
    try (var files = Files.list(directory.resolve("live"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("segments")) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
    }
    assertThatThrownBy(() -> open("live"))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be opened");
  }

  private LuceneDocumentStore open(String name) {
    return new LuceneDocumentStore(directory.resolve(name), () -> Samples.CATALOGUE);
  }

  /** Sends batches [from, to), each followed by a deletion. */
  private static void send(LuceneDocumentStore store, int from, int to) {
    for (int i = from; i < to; i++) {
      store.accept(batch(i));
      store.delete(batch(i).get(3).record().key());
      if (i % 2 == 1) {
        store.commit();
      }
    }
  }

  /** Posts, corrections of the batch before, and sightings of titles shared by all batches. */
  private static List<AnnotatedDocument> batch(int i) {
    var batch = new ArrayList<AnnotatedDocument>();
    for (int k = 0; k < 12; k++) {
      Instant at = Instant.parse("2025-06-26T00:00:00Z").plusSeconds(3600L * i + 60L * k);
      batch.add(Samples.post("weibo", i + "-" + k, "u" + k, at, "LV大秀" + k, (long) k, null));
      if (k == 5 && i > 0) {
        batch.add(Samples.post("weibo", (i - 1) + "-" + k, "u" + k, at, "Gucci", null, at));
      }
      batch.add(Samples.sighting("LV榜" + k % 3, "2025-06-26", at, 100L * i + k, false));
    }
    return batch;
  }

  private static List<Object> answers(LuceneDocumentStore store) {
    var answers = new ArrayList<Object>();
    answers.add(store.count());
    store.search(new SearchQuery("*", null, null, 1000, null)).documents().stream()
        .map(StoredDocument::record)
        .forEach(answers::add);
    answers.addAll(
        store.series(new SeriesQuery("brand:LV", Duration.ofHours(1), null, null, ZONE)));
    answers.addAll(
        store.rising(new RisingQuery(KeyKind.BRAND, Duration.ofHours(3), null, 10, ZONE)));
    answers.addAll(store.sources());
    return answers;
  }

  private static Heartbeat heartbeat() {
    return new Heartbeat(
        Samples.envelope("weibo", null, 1), "h", Instant.parse("2025-06-25T10:00:00Z"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
