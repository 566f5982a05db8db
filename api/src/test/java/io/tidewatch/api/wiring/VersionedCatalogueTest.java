package io.tidewatch.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.api.view.Json;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.model.behavior.ProductVersion;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.Envelope;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WordRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionedCatalogueTest {
  private static final Window ALWAYS = new Window(
      Instant.parse("2025-01-01T00:00:00Z"),
      Instant.parse("2026-01-01T00:00:00Z"),
      ZoneId.of("Asia/Shanghai"));

  @TempDir
  private Path dir;

  private CatalogueJournal journal;
  private DuckDbBehaviorStore store;
  private VersionedCatalogue catalogue;

  @BeforeEach
  void open() {
    var seed = new Catalogue(List.of(), List.of(), List.of(), List.of());
    journal = new CatalogueJournal(dir.resolve("records.jsonl"), seed, new Json());
    store = new DuckDbBehaviorStore(dir.resolve("behavior"), journal::current);
    catalogue = new VersionedCatalogue(journal, () -> store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static CatalogueRecord priced(
      String price, @Nullable String updatedAt, String receivedAt) {
    return new ProductRecord(
        new Envelope(
            null,
            updatedAt == null ? null : Instant.parse(updatedAt),
            Instant.parse(receivedAt),
            (price + updatedAt).hashCode(),
            null),
        "p1",
        "小蓝瓶",
        "b1",
        "skincare",
        new BigDecimal(price),
        "CNY",
        null,
        null,
        List.of(),
        List.of());
  }

  private List<String> prices() {
    return store.productHistory(ALWAYS).stream()
        .map(ProductVersion::price)
        .map(String::valueOf)
        .toList();
  }

  @Test
  void accept_anOlderVersion_changesThePastOnly() {
    assertThat(
            catalogue.accept(List.of(priced("90", "2025-06-02T00:00:00Z", "2025-06-02T00:00:00Z"))))
        .containsExactly(WriteOutcome.ACCEPTED);
    assertThat(
            catalogue.accept(List.of(priced("80", "2025-06-01T00:00:00Z", "2025-06-03T00:00:00Z"))))
        .containsExactly(WriteOutcome.ACCEPTED);

    assertThat(prices()).containsExactly("80.00", "90.00");
    assertThat(journal.current().product("p1").orElseThrow().price()).isEqualByComparingTo("90");
    assertThat(
            catalogue.accept(List.of(priced("80", "2025-06-01T00:00:00Z", "2025-06-04T00:00:00Z"))))
        .containsExactly(WriteOutcome.DUPLICATE);
  }

  @Test
  void accept_pricesThereAndBackWithoutTimes_keepsAllThree() {
    catalogue.accept(List.of(priced("90", null, "2025-06-01T00:00:00Z")));
    catalogue.accept(List.of(priced("80", null, "2025-06-02T00:00:00Z")));
    catalogue.accept(List.of(priced("90", null, "2025-06-03T00:00:00Z")));
    assertThat(catalogue.accept(List.of(priced("90", null, "2025-06-04T00:00:00Z"))))
        .containsExactly(WriteOutcome.DUPLICATE);

    assertThat(prices()).containsExactly("90.00", "80.00", "90.00");
  }

  @Test
  void accept_afterACrashBetweenBothStores_addsTheVersionThatIsMissing() {
    journal.accept(List.of(priced("90", null, "2025-06-01T00:00:00Z")));

    assertThat(catalogue.accept(List.of(priced("90", null, "2025-06-09T00:00:00Z"))))
        .containsExactly(WriteOutcome.ACCEPTED);

    assertThat(store.productHistory(ALWAYS))
        .extracting(ProductVersion::from)
        .containsExactly(Instant.parse("2025-06-01T00:00:00Z"));
  }

  @Test
  void accept_storeAway_saysSo() {
    var away = new VersionedCatalogue(journal, () -> {
      throw new StoreUnavailableException("behaviour store: away", new IllegalStateException());
    });
    assertThatThrownBy(() -> away.accept(List.of(priced("90", null, "2025-06-01T00:00:00Z"))))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void accept_aWord_isNoVersionOfAnything() {
    var word = new WordRecord(
        new Envelope(null, null, Instant.parse("2025-06-01T00:00:00Z"), 1, null), "尊嘟假嘟");
    assertThat(catalogue.accept(List.of(word))).containsExactly(WriteOutcome.ACCEPTED);
    assertThat(store.counts()).isEmpty();
  }
}
