package io.tidewatch.api.wiring;

import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WordRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * A catalogue whose entries also become versions in the behaviour store, so that a past price, margin
 * or stock can be asked for. An entry that is older than what the catalogue holds changes the past
 * only. Safe from any thread.
 */
final class VersionedCatalogue implements CatalogueStore {
  private final CatalogueJournal journal;
  private final Supplier<? extends BehaviorStore> versions;

  VersionedCatalogue(CatalogueJournal journal, Supplier<? extends BehaviorStore> versions) {
    this.journal = journal;
    this.versions = versions;
  }

  @Override
  public Catalogue current() {
    return journal.current();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Accepted is what changed the catalogue or its past. Without an {@code updatedAt} the time of
   * arrival begins a version; content that is known already keeps the time at which it came first,
   * which also repairs a version that a crash between both stores left out.
   */
  @Override
  public List<WriteOutcome> accept(List<CatalogueRecord> records) {
    List<WriteOutcome> outcomes = new ArrayList<>(journal.accept(records));
    var places = new ArrayList<Integer>();
    var kept = new ArrayList<DataRecord>();
    long hash = 17;
    for (int i = 0; i < records.size(); i++) {
      CatalogueRecord record = records.get(i);
      if (record instanceof WordRecord) {
        continue;
      }
      CatalogueRecord version = version(record, outcomes.get(i));
      places.add(i);
      kept.add(version);
      hash = hash * 0x9E3779B97F4A7C15L + version.envelope().contentHash();
      hash = hash * 0x9E3779B97F4A7C15L + version.envelope().version().hashCode();
    }
    if (kept.isEmpty()) {
      return outcomes;
    }
    List<WriteOutcome> written =
        versions.get().accept(new BatchId("catalogue", HexFormat.of().toHexDigits(hash), 0), kept);
    for (int i = 0; i < places.size(); i++) {
      if (written.get(i) == WriteOutcome.ACCEPTED) {
        outcomes.set(places.get(i), WriteOutcome.ACCEPTED);
      }
    }
    return outcomes;
  }

  private CatalogueRecord version(CatalogueRecord record, WriteOutcome outcome) {
    return outcome == WriteOutcome.DUPLICATE && record.envelope().updatedAt() == null
        ? journal.latest(record.type(), record.id()).orElse(record)
        : record;
  }
}
