package io.tidewatch.api.campaign;

import io.tidewatch.model.campaign.Campaign;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in answers.
 *
 * @param campaign its id
 * @param size members: users, of whom several may be one person
 * @param query what the audience was asked by
 */
public record CampaignView(
    String campaign,
    String name,
    String brandId,
    String purpose,
    Instant asOf,
    Instant createdAt,
    int size,
    int treated,
    int heldOut,
    double holdOut,
    List<String> channels,
    @Nullable String model,
    String query) {

  static CampaignView of(Campaign campaign) {
    return new CampaignView(
        campaign.id(),
        campaign.name(),
        campaign.brandId(),
        campaign.purpose(),
        campaign.asOf(),
        campaign.createdAt(),
        campaign.members().size(),
        campaign.members().treated(),
        campaign.members().heldOut(),
        campaign.holdOut(),
        campaign.channels(),
        campaign.model(),
        campaign.query());
  }
}
