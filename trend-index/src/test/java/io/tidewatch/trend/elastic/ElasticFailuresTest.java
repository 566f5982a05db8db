package io.tidewatch.trend.elastic;

import static io.tidewatch.model.record.WriteOutcome.ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.document.AnnotatedDocument;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.trend.DocumentMerge;
import io.tidewatch.trend.Samples;
import io.tidewatch.trend.StateCodec;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that is busy, silent, away or of another mind. */
@NullUnmarked
class ElasticFailuresTest {
  private static final List<AnnotatedDocument> THREE =
      List.of(document("1"), document("2"), document("3"));

  private FailingPeer peer;
  private ElasticDocumentStore store;

  @BeforeEach
  void open() throws IOException {
    peer = new FailingPeer();
    store = new ElasticDocumentStore(settings(peer.url()), () -> Samples.CATALOGUE);
  }

  @AfterEach
  void close() {
    store.close();
    peer.close();
  }

  @Test
  void bulk_wholeRequestRefusedAsBusy_isSentAgain() {
    peer.answer(429, "{\"error\":{\"type\":\"t\",\"reason\":\"full\"},\"status\":429}");
    peer.answer(503, "{\"error\":{\"type\":\"t\",\"reason\":\"away\"},\"status\":503}");

    assertThat(store.accept(THREE)).containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);
    assertThat(peer.bulks()).hasSize(3).allMatch(b -> b.equals(peer.bulks().getFirst()));
  }

  @Test
  void bulk_someItemsRefusedAsBusy_onlyTheseAreSentAgain() {
    peer.answer(200, FailingPeer.items("201,429,429,"));
    peer.answer(200, FailingPeer.items("429,201,"));

    assertThat(store.accept(THREE)).containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);
    assertThat(peer.bulks()).extracting(ElasticFailuresTest::documents).containsExactly(3L, 2L, 1L);
    assertThat(THREE).allMatch(d -> store.get(d.record().key()).isPresent());
  }

  @Test
  void bulk_busyForTooLong_isUnavailable() {
    for (int i = 0; i < 3; i++) {
      peer.answer(200, FailingPeer.items("429,429,429,"));
    }
    assertThatThrownBy(() -> store.accept(THREE))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("refused 3 documents: because 429");
    assertThat(peer.bulks()).hasSize(3);
    // what was not acknowledged is not taken for known
    assertThat(store.accept(THREE)).containsExactly(ACCEPTED, ACCEPTED, ACCEPTED);
  }

  @Test
  void bulk_itemThatCannotBeIndexed_failsWithItsReason() {
    peer.answer(200, FailingPeer.items("201,400,201,"));
    assertThatThrownBy(() -> store.accept(THREE))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("because 400");
    assertThat(peer.bulks()).hasSize(1);
  }

  @Test
  void bulk_conflictWithOwnEarlierAttempt_countsAsWritten() {
    var state = DocumentMerge.accept(null, document("1"));
    peer.store(
        "{\"_index\":\"test\",\"_id\":\"x\",\"found\":true,\"_seq_no\":4,\"_primary_term\":1,"
            + "\"_source\":{\"body\":\""
            + Base64.getEncoder().encodeToString(StateCodec.encode(state)) + "\"}}");
    peer.answer(200, FailingPeer.items("409,"));

    assertThat(store.accept(List.of(document("1")))).containsExactly(ACCEPTED);
    assertThat(peer.bulks()).hasSize(1);
  }

  @Test
  void bulk_conflictWithSomeoneElse_isReadAndMergedAgain() {
    peer.store(
        "{\"_index\":\"test\",\"_id\":\"x\",\"found\":true,\"_seq_no\":4,\"_primary_term\":1,"
            + "\"_source\":{\"body\":\"AAAA\"}}");
    peer.answer(200, FailingPeer.items("409,"));

    assertThat(store.accept(List.of(document("1")))).containsExactly(ACCEPTED);
    assertThat(peer.bulks()).hasSize(2);
  }

  @Test
  void bulk_noAnswerInTime_isSentAgainThenUnavailable() {
    for (int i = 0; i < 3; i++) {
      peer.answer(200, null);
    }
    assertThatThrownBy(() -> store.accept(THREE))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("the index test at " + peer.url() + " cannot be written");
    assertThat(peer.bulks().size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void open_nobodyThere_isUnavailable() {
    URI nowhere = peer.url();
    peer.close();
    assertThatThrownBy(() -> new ElasticDocumentStore(settings(nowhere), () -> Samples.CATALOGUE))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void closedStore_anyCall_isUnavailable() {
    store.close();
    assertThatThrownBy(() -> store.accept(THREE)).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(store::count).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void settings_wrong_areRefusedByName() {
    assertThatThrownBy(() -> ElasticSettings.of(List.of(URI.create("ftp://x")), "a", null))
        .hasMessageStartingWith("url: http or https is required");
    assertThatThrownBy(() -> ElasticSettings.of(List.of(URI.create("http://x")), "A b", null))
        .hasMessageStartingWith("index: ");
  }

  private static long documents(String bulk) {
    return bulk.lines().filter(l -> l.contains("\"_id\"")).count();
  }

  private static AnnotatedDocument document(String id) {
    return Samples.post(id, "ann", "2025-06-26T01:00:00Z", "LV");
  }

  private static ElasticSettings settings(URI url) {
    return new ElasticSettings(
        List.of(url), "test", null, Duration.ofMillis(700), 3, Duration.ofMillis(1));
  }
}
