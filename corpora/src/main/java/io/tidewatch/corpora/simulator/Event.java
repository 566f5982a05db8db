package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.DataRecord;

/** A record and the second of its delivery, counted from the epoch. */
public record Event(long second, DataRecord record) {}
