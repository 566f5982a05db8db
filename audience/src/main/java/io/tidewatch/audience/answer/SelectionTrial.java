package io.tidewatch.audience.answer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A brand's universe at a time, every system's scores of it, and what became of it.
 *
 * @param users ids, in order
 * @param open who was in O, the others in A; not to be changed
 * @param entered who reached the goal until the end; not to be changed
 * @param scores by system, one finite number a user, the more the better; not to be changed
 * @param probabilities by system whose scores are probabilities, brought to the share of the universe
 *     that reached the goal in the period before; empty when that is nobody or everybody; not to be
 *     changed
 * @param notes what systems could not do
 */
@SuppressWarnings("ArrayRecordComponent") // large, never compared
public record SelectionTrial(
    String brandId,
    Goal goal,
    List<String> users,
    boolean[] open,
    boolean[] entered,
    Map<String, double[]> scores,
    Map<String, double[]> probabilities,
    List<String> notes) {

  /** What the users are to reach. */
  public enum Goal {
    /** To be in I, P or L at the end. */
    DEEPEN,
    /** To buy the brand and keep it. */
    BUY;

    /** The name in answers. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SelectionTrial {
    users = List.copyOf(users);
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
    notes = List.copyOf(notes);
  }
}
