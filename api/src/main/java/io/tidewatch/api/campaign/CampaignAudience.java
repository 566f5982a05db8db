package io.tidewatch.api.campaign;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.answer.SelectedRow;
import io.tidewatch.audience.answer.SelectionTrial.Goal;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.query.SelectionQuery;
import io.tidewatch.audience.selection.Cut;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Chooses whom a campaign is about: by the directions, or by the selection model. */
final class CampaignAudience {
  private final Supplier<AudienceDesk> expansion;
  private final Supplier<SelectionDesk> selection;

  CampaignAudience(Supplier<AudienceDesk> expansion, Supplier<SelectionDesk> selection) {
    this.expansion = expansion;
    this.selection = selection;
  }

  /**
   * A user who was chosen.
   *
   * @param directions evidence by direction
   */
  record Chosen(String userId, double score, Map<String, Double> directions) {}

  /**
   * Gives the chosen users to {@code sink}, best first.
   *
   * @return T, before which everything was read
   * @throws NoAudienceException when nobody was active before T, or too few moved to learn from
   */
  Instant choose(NewCampaign wish, Consumer<Chosen> sink) {
    Goal goal = wish.goal();
    return goal == null ? expanded(wish, sink) : selected(wish, goal, sink);
  }

  private Instant expanded(NewCampaign wish, Consumer<Chosen> sink) {
    return expansion
        .get()
        .select(
            wish.audience(),
            row -> sink.accept(new Chosen(row.userId(), row.score(), row.directions())))
        .map(Population::asOf)
        .orElseThrow(CampaignAudience::nobody);
  }

  private Instant selected(NewCampaign wish, Goal goal, Consumer<Chosen> sink) {
    int size = Objects.requireNonNull(wish.audience().size(), "size");
    Instant time =
        selection.get().time(wish.audience().asOf()).orElseThrow(CampaignAudience::nobody);
    var query = new SelectionQuery(
        wish.brandId(), time, goal, new Cut.AtSize(size), wish.audience().lang());
    for (SelectedRow row : selection.get().select(query)) {
      sink.accept(new Chosen(row.userId(), row.score(), row.directions()));
    }
    return time;
  }

  private static NoAudienceException nobody() {
    return new NoAudienceException(
        "campaign: users with behaviour before the time are required, got none");
  }
}
