package io.tidewatch.audience.answer;

import io.tidewatch.audience.aipl.Deepening;
import io.tidewatch.audience.campaign.Activation;
import io.tidewatch.audience.identity.SourceMatch;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of a brand in one state. Names are the names in JSON. States A to L count everybody, O
 * who was active in the days of the base.
 *
 * @param state O, A, I, P or L
 * @param users in it at T
 * @param active of these, active in the days of the base
 * @param before users in it at {@code since}
 * @param from users in it at T by their state at {@code since}
 * @param to users in it at {@code since} by their state at T
 * @param left users who fell out of it and are shallower at T, by days; empty for O
 * @param deepening from it to the next and to deeper states since then; null for L
 * @param evidence users in it by what their states rest on
 * @param sources from where its users are known and how many of them are matched, one for each source;
 *     empty where nobody was asked
 * @param channels users in it by the channels they used in the days of the base
 * @param composition what these users carry more than the base: features with the highest z; empty
 *     for fewer than k users
 * @param activations campaigns of the brand, the newest first, with what became of those who were in
 *     the state then; empty for I, P and L, whom no campaign is for
 * @param since the earlier time
 * @param asOf T
 */
public record AssetRow(
    String state,
    int users,
    int active,
    int before,
    Map<String, Integer> from,
    Map<String, Integer> to,
    Map<String, Integer> left,
    @Nullable Deepening deepening,
    Map<String, Integer> evidence,
    List<SourceMatch> sources,
    Map<String, Integer> channels,
    List<Part> composition,
    List<Activation> activations,
    Instant since,
    Instant asOf) {

  public AssetRow {
    from = ordered(from);
    to = ordered(to);
    left = ordered(left);
    evidence = ordered(evidence);
    sources = List.copyOf(sources);
    channels = ordered(channels);
    composition = List.copyOf(composition);
    activations = List.copyOf(activations);
  }

  private static Map<String, Integer> ordered(Map<String, Integer> counts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /**
   * A feature that users of the state carry.
   *
   * @param users of the state, active ones, who carry it
   * @param share of the active users of the state, 0 to 1
   * @param tgi against the base
   */
  public record Part(String feature, String name, int users, double share, double tgi) {}
}
