package io.tidewatch.trend.detect;

import java.util.Locale;

/** Where in its life a rise stands; {@link StageReading} tells which. */
enum Stage {
  /** The burst fills the last step only and nothing was counted before it. */
  EMERGING,
  /** The last step is the first of its burst or louder than the one before (z &gt; 1). */
  RISING,
  /** In a burst that has stopped growing. */
  PEAK,
  /** No burst any more, quieter than the step before (z &lt; −1), or over in its last quarter. */
  FADING;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
