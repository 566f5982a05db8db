package io.tidewatch.audience.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A second campaign after a first one, among users whom the first one left alone.
 *
 * @param users whom the second campaign may choose from, in order
 * @param bought who of them buys when treated; not to be changed
 * @param scores by system, one finite number a user, the more the better; not to be changed
 * @param exposed users whom the first campaign of the daily model reached
 * @param converted of these, who bought
 * @param notes what systems could not do
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
public record CampaignTrial(
    String brandId,
    List<String> users,
    boolean[] bought,
    Map<String, double[]> scores,
    int exposed,
    int converted,
    List<String> notes) {

  /** The model of every day, which knows of no campaign. */
  public static final String WITHOUT = "daily model";

  /** The same with the buyers among the exposed, but none of those who did not buy. */
  public static final String POSITIVES = "with exposed buyers";

  /** The same with exposed buyers and real negatives. */
  public static final String NEGATIVES = "with exposed buyers and real negatives";

  /** The first campaign's users alone. */
  public static final String ALONE = "exposed users alone";

  /** The published way: buyers against users of other brands; its own first campaign. */
  public static final String BUYERS = "buyers model";

  /** The same with what its campaign taught. */
  public static final String BUYERS_NEGATIVES = "buyers model with real negatives";

  public CampaignTrial {
    users = List.copyOf(users);
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    notes = List.copyOf(notes);
  }
}
