package io.tidewatch.audience.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a brand stands to its people, and what it exchanges with the brand that is compared.
 *
 * @param users by state A, I, P, L, everybody in the deepest one only
 * @param exchange null for the brand itself
 */
public record BrandStanding(
    String brandId, Map<String, Integer> users, @Nullable Exchange exchange) {

  public BrandStanding {
    users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
  }

  /**
   * Orders that changed sides.
   *
   * @param won next orders that were the brand's after one of the rival
   * @param lost next orders that were the rival's after one of the brand
   * @param left orders of the rival that another order of the group follows
   * @param rate shrunk share of these that went to the brand, 0 to 1
   */
  public record Exchange(int won, int lost, int left, double rate) {}
}
