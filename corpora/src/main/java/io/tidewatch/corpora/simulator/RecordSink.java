package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.DataRecord;

/** Takes the records of a market, in order of their time. */
@FunctionalInterface
public interface RecordSink {
  void accept(DataRecord record);
}
