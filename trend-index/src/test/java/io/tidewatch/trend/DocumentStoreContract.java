package io.tidewatch.trend;

import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static io.tidewatch.model.record.WriteOutcome.DUPLICATE;
import static io.tidewatch.trend.Samples.annotation;
import static io.tidewatch.trend.Samples.post;
import static io.tidewatch.trend.Samples.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.ListEntry;
import io.tidewatch.model.record.WriteOutcome;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every engine's write side does. An engine is a subclass with two methods. */
public abstract class DocumentStoreContract {
  private static final String DAY = "2025-06-26";

  /** The store under test, empty at first; the same one during a test. */
  protected abstract DocumentStore store();

  /** Its read side. */
  protected abstract TrendQueries queries();

  @Test
  void store_empty_everythingWorks() {
    var key = new DocumentKey("weibo", "1");
    assertThat(store().get(key)).isEmpty();
    assertThat(store().accept(List.of())).isEmpty();
    assertThat(store().update(key, 1, annotation("x"))).isFalse();
    assertThat(store().awaitingDeepLane(5)).isEmpty();
    assertThat(store().annotatedWithOther("d", 5)).isEmpty();
    assertThat(store().countAnnotatedWithOther("d")).isZero();
    assertThat(store().delete("nobody")).isEqualTo(DUPLICATE);
    store().commit();
    assertThat(queries().count()).isZero();
  }

  @Test
  void accept_newDocument_isReadBackWhole() {
    var document = post("1", "ann", "2025-06-26T01:00:00.123456789Z", "LV 大秀 #时装周# 比 Gucci、新牌好");
    assertThat(accept(document)).containsExactly(ACCEPTED);
    assertThat(store().get(document.record().key()))
        .contains(new StoredDocument(document.record(), document.annotation(), 1));
    store().commit();
    assertThat(queries().document(document.record().key()))
        .contains(new StoredDocument(document.record(), document.annotation(), 1));
  }

  @Test
  void accept_sameDocumentTwice_isDuplicateWithinAndAcrossBatchesAndCommits() {
    var document = post("1", "ann", "2025-06-26T01:00:00Z", "LV");
    assertThat(accept(document, document)).containsExactly(ACCEPTED, DUPLICATE);
    assertThat(accept(document)).containsExactly(DUPLICATE);
    store().commit();
    assertThat(accept(document)).containsExactly(DUPLICATE);
    store().commit();
    assertThat(queries().count()).isEqualTo(1);
  }

  @Test
  void accept_correction_newerVersionWinsInAnyOrder() {
    var at = Instant.parse("2025-06-26T01:00:00Z");
    var older = post("weibo", "1", "ann", at, "old", null, Instant.parse("2025-06-26T02:00:00Z"));
    var newer = post("weibo", "1", "ann", at, "new", null, Instant.parse("2025-06-26T03:00:00Z"));
    assertThat(accept(newer)).containsExactly(ACCEPTED);
    assertThat(accept(older)).containsExactly(DUPLICATE);
    assertThat(text("weibo", "1")).contains("new");
    assertThat(accept(older, newer)).containsExactly(DUPLICATE, DUPLICATE);
  }

  @Test
  void accept_correctionWithoutVersion_laterArrivalWinsAndResendingBothChangesNothing() {
    var first = post("1", "ann", "2025-06-26T01:00:00Z", "first");
    var second = post("1", "ann", "2025-06-26T01:00:00Z", "second");
    assertThat(accept(first, second)).containsExactly(ACCEPTED, ACCEPTED);
    assertThat(accept(first, second)).containsExactly(DUPLICATE, DUPLICATE);
    assertThat(text("weibo", "1")).contains("second");
  }

  @Test
  void delete_known_leavesTombstoneThatRemembersContent() {
    var document = post("1", "ann", "2025-06-26T01:00:00Z", "LV");
    var key = document.record().key();
    accept(document);
    store().commit();
    assertThat(store().delete(key)).isEqualTo(ACCEPTED);
    assertThat(store().get(key)).isEmpty();
    assertThat(store().delete(key)).isEqualTo(DUPLICATE);
    store().commit();
    assertThat(queries().document(key)).isEmpty();
    assertThat(queries().count()).isZero();
    assertThat(accept(document)).containsExactly(DUPLICATE);
    assertThat(accept(post("1", "ann", "2025-06-26T01:00:00Z", "LV again")))
        .containsExactly(ACCEPTED);
    store().commit();
    assertThat(queries().count()).isEqualTo(1);
  }

  @Test
  void delete_byId_reachesEverySource() {
    var at = Instant.parse("2025-06-26T01:00:00Z");
    accept(post("a", "1", "ann", at, "x", null, null), post("a", "2", "ann", at, "x", null, null));
    store().commit();
    accept(post("b", "1", "ann", at, "x", null, null));
    assertThat(store().delete("1")).isEqualTo(ACCEPTED);
    assertThat(store().delete("1")).isEqualTo(DUPLICATE);
    store().commit();
    assertThat(queries().count()).isEqualTo(1);
  }

  @Test
  void accept_sightings_mergeToOneDocument() {
    var late = sighting("LV大秀", DAY, "2025-06-26T05:00:00Z", 900);
    var early = sighting("LV大秀", DAY, "2025-06-26T03:00:00Z", 500);
    assertThat(accept(late, early, late)).containsExactly(ACCEPTED, ACCEPTED, DUPLICATE);
    store().commit();
    assertThat(accept(early)).containsExactly(DUPLICATE);
    var entry = (ListEntry) store().get(late.record().key()).orElseThrow().record();
    assertThat(entry.publishedAt()).isEqualTo(Instant.parse("2025-06-26T03:00:00Z"));
    assertThat(entry.heat()).isEqualTo(900);
    assertThat(queries().count()).isEqualTo(1);
  }

  @Test
  void accept_sightingsInAnyOrder_giveOneState() {
    var sightings = new ArrayList<AnnotatedDocument>();
    for (int h = 0; h < 8; h++) {
      var at = Instant.parse("2025-06-26T0" + h + ":00:00Z");
      sightings.add(sighting("LV大秀", DAY, at, 100 * (h * 5 % 8), h == 5));
      sightings.add(sighting("LV大秀", DAY, at, 7, false));
    }
    accept(sightings.toArray(AnnotatedDocument[]::new));
    var key = sightings.getFirst().record().key();
    StoredDocument inOrder = store().get(key).orElseThrow();
    Collections.shuffle(sightings, new Random(7));
    var shuffled = sightings.stream().map(DocumentStoreContract::elsewhere).toList();
    for (AnnotatedDocument sighting : shuffled) {
      accept(sighting);
    }
    var other = store().get(shuffled.getFirst().record().key()).orElseThrow();
    assertThat(other.revision()).isEqualTo(inOrder.revision());
    assertThat(elsewhere((ListEntry) inOrder.record())).isEqualTo(other.record());
    assertThat(((ListEntry) other.record()).advertisement()).isTrue();
  }

  @Test
  void accept_advertisedSightingAfterDeletion_onlyUnknownContentReturns() {
    var one = sighting("LV大秀", DAY, "2025-06-26T03:00:00Z", 500);
    var two = sighting("LV大秀", DAY, "2025-06-26T04:00:00Z", 500);
    var three = sighting("LV大秀", DAY, "2025-06-26T05:00:00Z", 500);
    accept(one, two);
    store().delete(one.record().key());
    assertThat(accept(one, two)).containsExactly(DUPLICATE, DUPLICATE);
    assertThat(accept(three)).containsExactly(ACCEPTED);
  }

  @Test
  void update_onlyWithExpectedRevision() {
    var document = post("1", "ann", "2025-06-26T01:00:00Z", "LV 比 Gucci");
    var key = document.record().key();
    accept(document);
    store().commit();
    assertThat(store().awaitingDeepLane(5)).hasSize(1);
    var deep = annotation("LV 比 Gucci", "dict-2", Lane.DEEP);
    assertThat(store().update(key, 2, deep)).isFalse();
    assertThat(store().update(key, 1, deep)).isTrue();
    assertThat(store().update(key, 1, deep)).isFalse();
    assertThat(store().get(key).map(StoredDocument::revision)).contains(2L);
    assertThat(store().awaitingDeepLane(5)).isEmpty();
    assertThat(store().annotatedWithOther("dict-2", 5)).isEmpty();
    assertThat(store().annotatedWithOther("dict-1", 5)).hasSize(1);
    assertThat(store().countAnnotatedWithOther("dict-2")).isZero();
    assertThat(store().countAnnotatedWithOther("dict-1")).isEqualTo(1);
  }

  @Test
  void awaitingDeepLane_manyWaiting_newestFirstUpToLimit() {
    accept(
        post("1", "ann", "2025-06-26T01:00:00Z", "LV 比 Gucci"),
        post("2", "ann", "2025-06-26T03:00:00Z", "LV 比 Gucci"),
        post("3", "ann", "2025-06-26T02:00:00Z", "LV 比 Gucci"),
        post("4", "ann", "2025-06-26T04:00:00Z", "LV"));
    store().commit();
    assertThat(store().awaitingDeepLane(2))
        .extracting(d -> d.record().id())
        .containsExactly("2", "3");
  }

  @Test
  void observe_sameHourTwice_isDuplicate() {
    var at = Instant.parse("2025-06-26T01:10:00Z");
    var beat = new Heartbeat(Samples.envelope("weibo", null, 1), "h1", at);
    assertThat(store().observe(beat)).isEqualTo(ACCEPTED);
    assertThat(store().observe(beat)).isEqualTo(DUPLICATE);
  }

  @Test
  void accept_absurdlyLongValues_areKept() {
    String long1 = "a".repeat(40_000);
    var document = post(long1, long1 + "b", "2025-06-26T01:00:00Z", long1 + "#" + long1 + "#");
    assertThat(accept(document)).containsExactly(ACCEPTED);
    store().commit();
    assertThat(accept(document)).containsExactly(DUPLICATE);
    assertThat(store().get(document.record().key())).isPresent();
  }

  @Test
  void commit_withoutIt_queriesDoNotSeeWrites() {
    accept(post("1", "ann", "2025-06-26T01:00:00Z", "LV 比"));
    assertThat(store().awaitingDeepLane(1)).hasSize(1);
    assertThat(queries().count()).isZero();
    assertThat(queries().newestEventTime()).isEmpty();
    store().commit();
    assertThat(queries().count()).isEqualTo(1);
  }

  private List<WriteOutcome> accept(AnnotatedDocument... documents) {
    return store().accept(List.of(documents));
  }

  private Optional<String> text(String source, String id) {
    return store().get(new DocumentKey(source, id)).map(d -> d.record().text());
  }

  private static AnnotatedDocument elsewhere(AnnotatedDocument document) {
    return new AnnotatedDocument(elsewhere((ListEntry) document.record()), document.annotation());
  }

  private static ListEntry elsewhere(ListEntry e) {
    return new ListEntry(
        Samples.envelope("elsewhere", null, e.envelope().contentHash()),
        e.id(),
        e.title(),
        e.text(),
        e.publishedAt(),
        e.heat(),
        e.rank(),
        e.category(),
        e.advertisement());
  }
}
