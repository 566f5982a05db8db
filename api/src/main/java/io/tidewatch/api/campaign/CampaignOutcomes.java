package io.tidewatch.api.campaign;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.StateMoves;
import io.tidewatch.audience.campaign.Activation;
import io.tidewatch.audience.campaign.CampaignPeople;
import io.tidewatch.audience.campaign.CampaignTracking;
import io.tidewatch.audience.campaign.Delivery;
import io.tidewatch.audience.campaign.TrackRow;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.model.behavior.CampaignFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.identity.PersonDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what became of a campaign's persons. Safe from any thread. */
final class CampaignOutcomes {
  /** Advertisements are looked for this long after T at most. */
  private static final Duration LONGEST = Duration.ofDays(730);

  private final CampaignBook book;
  private final Supplier<AudienceDesk> audience;
  private final Supplier<IdentityDesk> identity;
  private final Supplier<? extends CampaignFacts> facts;

  CampaignOutcomes(
      CampaignBook book,
      Supplier<AudienceDesk> audience,
      Supplier<IdentityDesk> identity,
      Supplier<? extends CampaignFacts> facts) {
    this.book = book;
    this.audience = audience;
    this.identity = identity;
    this.facts = facts;
  }

  /** {@code asOf}: advertisements from then on are not read; null reads all. */
  CampaignShow show(Campaign campaign, @Nullable Instant asOf) {
    CampaignPeople people = people(campaign);
    return new CampaignShow(
        CampaignView.of(campaign),
        people.size(),
        delivery(campaign, people, end(campaign, asOf)).row(),
        book.store().receipts(campaign.id()));
  }

  /** {@code asOf}: when the outcome is read; null for just after the newest event. */
  CampaignTracking tracking(Campaign campaign, @Nullable Instant asOf) {
    StateMoves moves = audience
        .get()
        .moves(campaign.brandId(), campaign.asOf(), asOf)
        .orElseThrow(() -> new NoAudienceException(
            "campaign: behaviour after " + campaign.asOf() + " is required, got none yet"));
    CampaignPeople people = people(campaign);
    return new CampaignTracking(
        people, delivery(campaign, people, moves.facts().asOf()), moves, campaign.model());
  }

  /** Whether its audience was chosen before a time, and not so long before that nothing is read. */
  boolean isTracked(Campaign campaign, Instant asOf) {
    return campaign.asOf().isBefore(asOf) && !campaign.asOf().plus(LONGEST).isBefore(asOf);
  }

  /** {@code asOf}: when the outcome is read; see {@link #isTracked}. */
  Activation activation(Campaign campaign, Instant asOf) {
    CampaignPeople people = people(campaign);
    Delivery delivery = delivery(campaign, people, asOf);
    List<TrackRow> rows = audience
        .get()
        .moves(campaign.brandId(), campaign.asOf(), asOf)
        .map(moves -> new CampaignTracking(people, delivery, moves, campaign.model()).rows())
        .orElse(List.of());
    return Activation.of(
        campaign.id(),
        campaign.name(),
        campaign.createdAt(),
        campaign.asOf(),
        delivery.row(),
        rows);
  }

  private CampaignPeople people(Campaign campaign) {
    PersonDirectory directory = identity.get().directory();
    return CampaignPeople.of(
        book.members(campaign.id()), userId -> directory.personOf(userId).id());
  }

  private Delivery delivery(Campaign campaign, CampaignPeople people, Instant end) {
    var delivery = new Delivery(people);
    facts
        .get()
        .advertisements(
            new Window(campaign.asOf(), end, ZoneOffset.UTC),
            new TreeSet<>(List.of(campaign.id(), campaign.name())),
            delivery::take);
    return delivery;
  }

  private static Instant end(Campaign campaign, @Nullable Instant asOf) {
    Instant end = asOf == null ? campaign.asOf().plus(LONGEST) : asOf;
    if (!end.isAfter(campaign.asOf())) {
      throw new IllegalArgumentException(
          "asOf: a time after " + campaign.asOf() + " is required, got " + end);
    }
    return end;
  }
}
