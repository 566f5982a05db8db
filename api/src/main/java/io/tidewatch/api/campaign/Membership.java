package io.tidewatch.api.campaign;

import io.tidewatch.audience.campaign.Member;
import io.tidewatch.model.campaign.Campaign;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That a user is a member of a campaign, for the person who asks what is stored. */
public record Membership(
    String campaignId,
    String campaign,
    String brandId,
    Instant asOf,
    String userId,
    String group,
    @Nullable String channel,
    double score,
    Map<String, Double> directions) {

  static Membership of(Campaign campaign, Member member) {
    return new Membership(
        campaign.id(),
        campaign.name(),
        campaign.brandId(),
        campaign.asOf(),
        member.userId(),
        member.group().label(),
        member.channel(),
        member.score(),
        member.directions());
  }
}
