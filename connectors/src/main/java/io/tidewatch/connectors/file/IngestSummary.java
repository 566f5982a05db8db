package io.tidewatch.connectors.file;

import io.tidewatch.connectors.intake.IntakeCounts;
import java.util.List;

/**
 * What one run over files did.
 *
 * @param seconds wall time, commit included
 * @param notes sentences about files as a whole, such as one that no format fits
 */
public record IngestSummary(IntakeCounts counts, double seconds, List<String> notes) {

  public IngestSummary {
    notes = List.copyOf(notes);
  }
}
