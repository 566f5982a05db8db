package io.tidewatch.connectors.pull;

import io.tidewatch.connectors.intake.IntakeCounts;

/** One run of a source: asks it and takes in what it has. */
@FunctionalInterface
interface Poll {

  /** What came in; throws {@link PullException} when the run did not come to its end. */
  IntakeCounts run();
}
