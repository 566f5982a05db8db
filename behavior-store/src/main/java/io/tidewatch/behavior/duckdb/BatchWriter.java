package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.BatchName;
import io.tidewatch.behavior.CorrectionLog;
import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.FactMapper;
import io.tidewatch.behavior.FactRow;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what is new in a batch and writes it as one file. For one thread at a time. */
final class BatchWriter {
  private final FactFiles files;
  private final Arrivals arrivals;
  private final KeyLookup lookup;

  BatchWriter(FactFiles files, Arrivals arrivals, KeyLookup lookup) {
    this.files = files;
    this.arrivals = arrivals;
    this.lookup = lookup;
  }

  /** Stores what is new and returns once it is durable; one outcome a record, in order. */
  List<WriteOutcome> write(BatchId batch, List<? extends DataRecord> records)
      throws SQLException, IOException {
    List<FactRow> rows = new ArrayList<>(records.size());
    for (DataRecord record : records) {
      rows.add(FactMapper.row(record));
    }
    String name = BatchName.of(batch, records);
    if (files.holds(name)) {
      return Collections.nCopies(records.size(), WriteOutcome.DUPLICATE);
    }
    Map<StoredFact.Key, StoredFact> stored = lookup.find(files.layout(), rows);
    var outcomes = new ArrayList<WriteOutcome>(rows.size());
    var accepted = new ArrayList<FactRow>(rows.size());
    var corrections = new CorrectionLog.Batch();
    long firstArrival = lookup.nextArrival();
    for (FactRow row : rows) {
      if (!row.deleted() && files.sealed().covers(row.type(), row.day())) {
        outcomes.add(WriteOutcome.SEALED);
        continue;
      }
      StoredFact.Key key = StoredFact.Key.of(row);
      StoredFact known = stored.get(key);
      FactRow winner = winner(row, known);
      if (known != null && !row.deleted() && row.contentHash() != known.contentHash()) {
        corrections.add(winner == null ? CorrectionLog.OLDER : CorrectionLog.REPLACED, row);
      }
      if (winner == null) {
        outcomes.add(WriteOutcome.DUPLICATE);
      } else {
        outcomes.add(WriteOutcome.ACCEPTED);
        stored.put(key, StoredFact.of(winner, firstArrival + accepted.size()));
        accepted.add(winner);
      }
    }
    if (!accepted.isEmpty()) {
      store(name, accepted, firstArrival);
    }
    files.corrections().append(corrections);
    return Collections.unmodifiableList(outcomes);
  }

  /** The row as it is to be stored; null when the store holds it or something newer. */
  private static @Nullable FactRow winner(FactRow row, @Nullable StoredFact stored) {
    if (stored == null) {
      return row;
    }
    boolean same = row.deleted() ? stored.deleted() : row.contentHash() == stored.contentHash();
    if (same) {
      return null;
    }
    FactRow current = row;
    if (row.versionMicros() < stored.versionMicros()) {
      if (row.envelope().updatedAt() != null) {
        return null;
      }
      current = row.as(stored.versionMicros());
    }
    return row.deleted() ? current.over(stored.eventMicros(), stored.contentHash()) : current;
  }

  private void store(String name, List<FactRow> rows, long firstArrival)
      throws SQLException, IOException {
    Path file = files.temporary(name + ".parquet");
    boolean shown = false;
    try {
      Arrivals.Staged staged = arrivals.stage(rows, firstArrival, file);
      files.publish(file, name);
      arrivals.show(staged);
      shown = true;
    } finally {
      if (!shown) {
        arrivals.discard();
      }
    }
    files.remember(name);
    long arrival = firstArrival;
    for (FactRow row : rows) {
      lookup.add(row, arrival++);
    }
  }
}
