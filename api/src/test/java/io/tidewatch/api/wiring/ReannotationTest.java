package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Mention;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.record.BrandRecord;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Post;
import io.tidewatch.model.record.WordRecord;
import io.tidewatch.model.trend.CandidateQuery;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReannotationTest {
  private static final int DOCUMENTS = 25;
  private static final String NAME = "泽塔岚";

  @TempDir
  private Path dir;

  private volatile Catalogue current = SeedCatalogue.shipped();
  private final Language language =
      new Language(() -> current, Settings.read(null, Path.of("no-home"), Map.of()));

  @BeforeEach
  void start() {
    current = SeedCatalogue.shipped();
  }

  @Test
  void step_afterTheCatalogueGrew_annotatesTheNewestAndCountsTheRest() {
    try (var store = store()) {
      fill(store);
      assertThat(new Reannotation(() -> store, language).progress().pending()).isZero();
      grow();
      var job = new Reannotation(() -> store, language);

      assertThat(job.progress().pending()).isEqualTo(DOCUMENTS);
      assertThat(job.step(10)).isEqualTo(10);

      assertThat(job.progress().pending()).isEqualTo(DOCUMENTS - 10);
      assertThat(linked(store, DOCUMENTS - 1)).isTrue();
      assertThat(linked(store, 0)).isFalse();
    }
  }

  @Test
  void run_afterACrash_goesOnWhereTheLastCommitWas() {
    try (var store = store()) {
      fill(store);
      grow();
      new Reannotation(() -> store, language).step(10);
      // written, not committed: a crash gives it up
      var lost = store.get(new DocumentKey("weibo", "0")).orElseThrow();
      store.update(
          lost.record().key(),
          lost.revision(),
          language.annotator().annotate(lost.record().text(), Hints.NONE));
    }
    try (var store = store()) {
      var job = new Reannotation(() -> store, language);

      assertThat(job.run()).isEqualTo(DOCUMENTS - 10);

      assertThat(job.progress().pending()).isZero();
      for (int i = 0; i < DOCUMENTS; i++) {
        assertThat(linked(store, i)).isTrue();
      }
      assertThat(job.run()).isZero();
    }
  }

  @Test
  void run_afterAnAliasWasAdded_takesTheCandidateAway() {
    String title = NAME + "旗舰店正品冬季加厚保暖羽绒服男士短款外套";
    try (var store = store()) {
      store.accept(List.of(document("1", title)));
      store.commit();
      var all = new CandidateQuery(null, null, 100);
      assertThat(store.candidates(all)).extracting("name").contains(NAME);
      grow();

      new Reannotation(() -> store, language).run();

      assertThat(store.candidates(all)).extracting("name").doesNotContain(NAME).isNotEmpty();
    }
  }

  @Test
  void run_afterAWordWasPromoted_givesItAsOneTermOfOlderDocuments() {
    String word = "尊嘟假嘟";
    try (var store = store()) {
      store.accept(List.of(document("1", "这个奶茶" + word + "好喝")));
      store.commit();
      var key = new DocumentKey("weibo", "1");
      assertThat(store.get(key).orElseThrow().annotation().terms()).doesNotContain(word);
      current = current.with(
          List.of(new WordRecord(new Envelope("own", null, Instant.EPOCH, 1, null), word)));

      assertThat(new Reannotation(() -> store, language).run()).isEqualTo(1);

      assertThat(store.get(key).orElseThrow().annotation().terms()).contains("奶茶", word);
    }
  }

  @Test
  void annotator_whileSnapshotsAreSwapped_stampsEachAnnotationWithItsOwn() throws Exception {
    var stop = new AtomicBoolean();
    Map<String, Set<Boolean>> linkedByVersion = new ConcurrentHashMap<>();
    try (var pool = Executors.newFixedThreadPool(2)) {
      var threads = new ArrayList<Future<?>>();
      for (int i = 0; i < 2; i++) {
        threads.add(pool.submit(() -> {
          while (!stop.get()) {
            Annotation a = language.annotator().annotate(NAME + "很好用", Hints.NONE);
            linkedByVersion
                .computeIfAbsent(a.dictionaryVersion(), v -> ConcurrentHashMap.newKeySet())
                .add(linked(a));
          }
        }));
      }
      Catalogue without = current;
      Catalogue with = grown(without);
      for (int swap = 0; swap < 6; swap++) {
        current = swap % 2 == 0 ? with : without;
        String version = language.dictionaryVersion();
        while (!linkedByVersion.containsKey(version)) {
          Thread.onSpinWait();
        }
      }
      stop.set(true);
      for (Future<?> thread : threads) {
        thread.get();
      }
    }

    assertThat(linkedByVersion).hasSize(2);
    assertThat(linkedByVersion.values()).containsExactlyInAnyOrder(Set.of(true), Set.of(false));
  }

  private LuceneDocumentStore store() {
    return new LuceneDocumentStore(dir.resolve("index"), () -> current);
  }

  private void fill(LuceneDocumentStore store) {
    var documents = new ArrayList<AnnotatedDocument>();
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(document(Integer.toString(i), NAME + "真的不错" + i));
    }
    store.accept(documents);
    store.commit();
  }

  private AnnotatedDocument document(String id, String text) {
    Instant at = Instant.parse("2025-06-26T00:00:00Z").plusSeconds(Integer.parseInt(id));
    var post = new Post(
        new Envelope("weibo", null, at, text.hashCode(), null),
        id,
        "author" + id,
        at,
        text,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
    return new AnnotatedDocument(post, language.annotator().annotate(text, Hints.NONE));
  }

  private void grow() {
    current = grown(current);
  }

  private static Catalogue grown(Catalogue catalogue) {
    CatalogueRecord brand = new BrandRecord(
        new Envelope("own", null, Instant.EPOCH, 1, null),
        "zeta",
        "泽塔",
        List.of(NAME),
        List.of(),
        List.of());
    return catalogue.with(List.of(brand));
  }

  private static boolean linked(LuceneDocumentStore store, int id) {
    return linked(
        store.get(new DocumentKey("weibo", Integer.toString(id))).orElseThrow().annotation());
  }

  private static boolean linked(Annotation annotation) {
    return annotation.mentions().stream().map(Mention::entityId).anyMatch("zeta"::equals);
  }
}
