package io.tidewatch.model.campaign;

import io.tidewatch.model.campaign.Campaign.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Campaigns and what peers took of them; no identifier of a user is kept here. Safe from any thread;
 * every method throws {@link io.tidewatch.model.record.StoreUnavailableException} when the database
 * does not answer.
 */
public interface CampaignStore {

  /** Stores a campaign; false, and nothing stored, when its id is taken. */
  boolean create(Campaign campaign);

  /** The newest first. */
  List<Campaign> list();

  Optional<Campaign> get(String id);

  /** Gives a campaign other members, as after an erasure. */
  void replace(String id, Members members);

  /**
   * How a campaign is cut into batches for a peer. What was begun goes on as it was begun.
   *
   * @param batchSize places of members a batch, at least 1
   * @param hashed whether ids are hashed
   */
  record Upload(int batchSize, boolean hashed, Instant startedAt) {}

  /** Begins an upload, or returns the one that was begun. */
  Upload begin(String campaignId, String target, Upload upload);

  /** Writes down what became of a batch; one line a batch, the newest. */
  void write(Receipt receipt);

  /** By target, then batch. */
  List<Receipt> receipts(String campaignId);
}
