package io.tidewatch.api.campaign;

import io.tidewatch.audience.campaign.DeliveryRow;
import io.tidewatch.model.campaign.Receipt;
import java.util.List;

/**
 * A campaign with whom it reached and what peers took.
 *
 * @param persons different persons among the members
 * @param delivery by advertisements that name the campaign's id or name
 * @param uploads the newest state of each batch
 */
public record CampaignShow(
    CampaignView campaign, int persons, DeliveryRow delivery, List<Receipt> uploads) {

  public CampaignShow {
    uploads = List.copyOf(uploads);
  }
}
