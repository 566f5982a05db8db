package io.tidewatch.trend;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Lane;
import io.tidewatch.model.document.DocumentKey;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.record.DocumentRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything an engine keeps under one key. */
public sealed interface DocumentState {

  DocumentKey key();

  /** Grows by one with each change, from 1. */
  long revision();

  /** Content hashes that were taken in under this key, the oldest first. */
  List<Long> seen();

  /**
   * A document that is there.
   *
   * @param record of a ranked list: the first sighting with the highest heat so far
   * @param received when the youngest part of it was taken in
   * @param sightings of a ranked list by time; empty for other documents
   */
  record Live(
      DocumentRecord record,
      Annotation annotation,
      long revision,
      Instant received,
      List<Sighting> sightings,
      List<Long> seen)
      implements DocumentState {
    public Live {
      sightings = List.copyOf(sightings);
      seen = List.copyOf(seen);
    }

    @Override
    public DocumentKey key() {
      return record.key();
    }

    /** The document as the ports give it. */
    public StoredDocument stored() {
      return new StoredDocument(record, annotation, revision);
    }

    /** Whether the deep lane should still read it. */
    public boolean awaitsDeepLane() {
      return annotation.wantsDeepLane()
          && annotation.lane() != Lane.DEEP
          && annotation.laneReason() == null;
    }
  }

  /**
   * The trace of a deleted document.
   *
   * @param version of the content that was deleted; null when none was there
   */
  record Tombstone(DocumentKey key, long revision, @Nullable Instant version, List<Long> seen)
      implements DocumentState {
    public Tombstone {
      seen = List.copyOf(seen);
    }
  }

  /**
   * One observation of a title on a ranked list.
   *
   * @param heat null when the list gave none
   */
  record Sighting(Instant at, @Nullable Long heat) {}
}
