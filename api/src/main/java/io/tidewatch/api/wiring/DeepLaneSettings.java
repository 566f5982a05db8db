package io.tidewatch.api.wiring;

import io.tidewatch.nlp.corenlp.DeepPipeline;
import java.time.Duration;

/**
 * How the deep lane runs.
 *
 * @param on whether it runs when its models are there
 * @param cpu share of one processor that its scheduled runs may take, 0.01 to 1
 * @param limit most time for one text
 */
public record DeepLaneSettings(boolean on, DeepPipeline pipeline, double cpu, Duration limit) {
  private static final double LEAST_CPU = 0.01;

  /** The default: on, quick, half a processor, two seconds a text. */
  public static final DeepLaneSettings USUAL =
      new DeepLaneSettings(true, DeepPipeline.HANLP_WORDS, 0.5, Duration.ofSeconds(2));

  public DeepLaneSettings {
    if (!(cpu >= LEAST_CPU && cpu <= 1)) {
      throw new IllegalArgumentException(
          "deepLaneCpu: " + LEAST_CPU + " to 1 is required, got " + cpu);
    }
  }

  /** The same, switched. */
  DeepLaneSettings switched(boolean other) {
    return new DeepLaneSettings(other, pipeline, cpu, limit);
  }
}
