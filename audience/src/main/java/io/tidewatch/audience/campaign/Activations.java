package io.tidewatch.audience.campaign;

import java.time.Instant;
import java.util.List;

/** Says which campaigns a brand ran, and what became of them. */
@FunctionalInterface
public interface Activations {
  /** Nobody ran any. */
  Activations NONE = (brandId, asOf) -> List.of();

  /**
   * The newest first.
   *
   * @param asOf when outcomes are read; campaigns whose audience was not chosen before it are left out
   */
  List<Activation> of(String brandId, Instant asOf);
}
