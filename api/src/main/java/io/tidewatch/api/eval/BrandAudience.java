package io.tidewatch.api.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The universe of one brand in one market: users in O or A, active before t₀.
 *
 * @param users number of each user in the market; not to be changed
 * @param bought who bought the brand in the four weeks from t₀ on; not to be changed
 * @param scores by system, one a user, −1 for none; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
record BrandAudience(String brandId, int[] users, boolean[] bought, Map<String, double[]> scores) {
  static final String ORACLE = "oracle";
  static final double NONE = -1;

  BrandAudience {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }
}
