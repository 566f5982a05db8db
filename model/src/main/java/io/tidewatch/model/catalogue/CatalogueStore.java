package io.tidewatch.model.catalogue;

import io.tidewatch.model.record.CatalogueRecord;
import io.tidewatch.model.record.WriteOutcome;
import java.util.List;

/** The current catalogue and the door through which a customer's own entries join it. */
public interface CatalogueStore {

  /** The newest snapshot. Cheap; safe from any thread. */
  Catalogue current();

  /** Adds or replaces entries durably and publishes a new snapshot; one outcome a record. */
  List<WriteOutcome> accept(List<CatalogueRecord> records);
}
