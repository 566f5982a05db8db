package io.tidewatch.audience;

import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.WordFamilies;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The features of the base without a target brand, which are the same for every group of one time.
 * Keeps the last as long as memory allows. Safe from any thread.
 */
final class PlainFeatures {
  private final AudienceConfig config;
  private final WordFamilies families;
  private WeakReference<@Nullable UserFacts> read = new WeakReference<>(null);
  private SoftReference<@Nullable FeatureMatrix> last = new SoftReference<>(null);

  PlainFeatures(AudienceConfig config, WordFamilies families) {
    this.config = config;
    this.families = families;
  }

  synchronized FeatureMatrix of(Snapshot snapshot) {
    FeatureMatrix matrix = last.get();
    if (matrix == null || read.get() != snapshot.facts()) {
      matrix = snapshot.features(null, config.interests(), families);
      read = new WeakReference<>(snapshot.facts());
      last = new SoftReference<>(matrix);
    }
    return matrix;
  }
}
