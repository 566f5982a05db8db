package io.tidewatch.audience.campaign;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a campaign reached. Names are the names in JSON; persons, unless said otherwise.
 *
 * @param exposed of the treated, saw or clicked an advertisement
 * @param heldOutExposed held out and exposed all the same: a leak
 * @param crossed members of both groups who turned out to be one person; in no comparison
 * @param othersExposed users who are no members
 * @param exposures events
 * @param clicks events
 * @param costs by currency
 */
public record DeliveryRow(
    int treated,
    int exposed,
    int clicked,
    int heldOut,
    int heldOutExposed,
    int crossed,
    int othersExposed,
    long exposures,
    long clicks,
    Map<String, BigDecimal> costs) {

  public DeliveryRow {
    costs = Collections.unmodifiableMap(new TreeMap<>(costs));
  }
}
