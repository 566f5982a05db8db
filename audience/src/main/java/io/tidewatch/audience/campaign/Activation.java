package io.tidewatch.audience.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as one of a brand's activations, with what became of it. Names are the names in JSON;
 * persons, null for fewer than 20.
 *
 * @param campaign its id
 * @param asOf the time at which its audience was chosen
 * @param exposed of the treated, saw or clicked an advertisement
 * @param results all treated beside all held out, as {@code track} gives them
 */
public record Activation(
    String campaign,
    String name,
    Instant createdAt,
    Instant asOf,
    @Nullable Integer treated,
    @Nullable Integer heldOut,
    @Nullable Integer exposed,
    List<TrackRow> results) {

  public Activation {
    results = List.copyOf(results);
  }

  /**
   * Of a campaign with its delivery and the rows of its tracking.
   *
   * @param rows empty when nothing happened since
   */
  public static Activation of(
      String campaign,
      String name,
      Instant createdAt,
      Instant asOf,
      DeliveryRow delivery,
      List<TrackRow> rows) {
    return new Activation(
        campaign,
        name,
        createdAt,
        asOf,
        enough(delivery.treated()),
        enough(delivery.heldOut()),
        enough(delivery.exposed()),
        rows.stream().filter(TrackRow::ofAllByChance).toList());
  }

  private static @Nullable Integer enough(int persons) {
    return persons < CampaignTracking.LEAST_PERSONS ? null : persons;
  }

  /** The same with the results of those who were in that state alone or with others. */
  public Activation from(String state) {
    return new Activation(
        campaign,
        name,
        createdAt,
        asOf,
        treated,
        heldOut,
        exposed,
        results.stream()
            .filter(row -> List.of(row.from().split("\\|")).contains(state))
            .toList());
  }
}
