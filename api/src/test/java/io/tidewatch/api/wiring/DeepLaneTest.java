package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.DeepAnnotator;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.Post;
import io.tidewatch.nlp.FastAnnotator;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeepLaneTest {
  private static final FastAnnotator FAST =
      new FastAnnotator(SeedCatalogue.shipped(), Lexicons.shipped());
  private static final Instant TIME = Instant.parse("2025-06-01T00:00:00Z");
  private static final DeepAnnotator DEEP = (text, fast) -> {
    if (text.contains("毒")) {
      throw new IllegalStateException("cannot be read");
    }
    return refined(fast);
  };

  @TempDir
  private Path dir;

  private LuceneDocumentStore open() {
    return new LuceneDocumentStore(dir, SeedCatalogue::shipped);
  }

  private static void put(LuceneDocumentStore store, String... texts) {
    var documents = new ArrayList<AnnotatedDocument>();
    for (int i = 0; i < texts.length; i++) {
      var post = new Post(
          new Envelope("weibo", null, TIME, i + 1, null),
          "p" + i,
          "a" + i,
          TIME.plusSeconds(i),
          texts[i],
          null,
          null,
          null,
          null,
          null,
          null,
          List.of());
      documents.add(new AnnotatedDocument(post, FAST.annotate(texts[i], Hints.NONE)));
    }
    store.accept(documents);
    store.commit();
  }

  @Test
  void run_waitingDocuments_areRefinedOnce() {
    try (LuceneDocumentStore store = open()) {
      put(store, "华为比小米好用", "今天天气不错");
      var lane = new DeepLane(() -> store, () -> true, () -> DEEP);
      var heard = new ArrayList<StoredDocument>();

      assertThat(lane.run(10, (document, annotation) -> heard.add(document))).isEqualTo(1);
      assertThat(lane.run(10, (document, annotation) -> {})).isZero();
      assertThat(heard).hasSize(1);
      assertThat(annotation(store, "p0").lane()).isEqualTo(Lane.DEEP);
      assertThat(annotation(store, "p1").lane()).isEqualTo(Lane.FAST);
    }
  }

  @Test
  void run_documentThatBreaksTheLane_isLeftWithItsReasonAndStopsNoOther() {
    try (LuceneDocumentStore store = open()) {
      put(store, "华为比小米好用", "毒！华为比小米好用", "小米不如华为好用");
      var lane = new DeepLane(() -> store, () -> true, () -> DEEP);

      lane.run(10, (document, annotation) -> {});

      assertThat(annotation(store, "p1").laneReason()).isEqualTo(DeepLane.FAILED);
      assertThat(annotation(store, "p2").lane()).isEqualTo(Lane.DEEP);
      assertThat(store.awaitingDeepLane(10)).isEmpty();
    }
  }

  @Test
  void run_endedBeforeItsCommit_findsTheSameWorkAgain() {
    try (LuceneDocumentStore store = open()) {
      put(store, "华为比小米好用", "小米不如华为好用");
    }
    try (LuceneDocumentStore store = open()) {
      var lane = new DeepLane(() -> store, () -> true, () -> (text, fast) -> {
        throw new StackOverflowError("the process ends here");
      });
      try {
        lane.run(10, (document, annotation) -> {});
      } catch (StackOverflowError expected) {
        assertThat(store.awaitingDeepLane(10)).hasSize(2);
      }
    }
    try (LuceneDocumentStore store = open()) {
      assertThat(new DeepLane(() -> store, () -> true, () -> DEEP).run(10, (d, a) -> {}))
          .isEqualTo(2);
    }
  }

  @Test
  void run_whileSwitchedOff_doesNothing() {
    try (LuceneDocumentStore store = open()) {
      put(store, "华为比小米好用");
      assertThat(new DeepLane(() -> store, () -> false, () -> DEEP).run(10, (d, a) -> {}))
          .isZero();
      assertThat(store.awaitingDeepLane(10)).hasSize(1);
    }
  }

  private static Annotation annotation(LuceneDocumentStore store, String id) {
    return store.document(new DocumentKey("weibo", id)).orElseThrow().annotation();
  }

  private static Annotation refined(Annotation a) {
    return new Annotation(
        Lane.DEEP,
        a.dictionaryVersion(),
        a.modelVersion(),
        a.intent(),
        a.intentConfidence(),
        a.sentiment(),
        a.mentions(),
        a.aspects(),
        a.hashtags(),
        a.repostChain(),
        a.terms(),
        a.signature(),
        a.wantsDeepLane(),
        a.spam(),
        null);
  }
}
