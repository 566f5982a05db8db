package io.tidewatch.state;

import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.campaign.Campaign.Members;
import io.tidewatch.model.campaign.CampaignStore;
import io.tidewatch.model.campaign.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Campaigns and receipts in tables. */
final class JdbcCampaigns implements CampaignStore {
  private final Transactions transactions;

  JdbcCampaigns(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean create(Campaign campaign) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      if (sql.number("SELECT COUNT(*) FROM campaign WHERE id = ?", campaign.id()) > 0) {
        return false;
      }
      sql.change(
          "INSERT INTO campaign (id, name, brand_id, purpose, as_of, created_at, asked, model_name,"
              + " channels, hold_out, member_file, member_sha256, treated, held_out)"
              + " VALUES (?" + ", ?".repeat(13) + ")",
          campaign.id(),
          campaign.name(),
          campaign.brandId(),
          campaign.purpose(),
          campaign.asOf(),
          campaign.createdAt(),
          campaign.query(),
          campaign.model(),
          Columns.lines(campaign.channels()),
          campaign.holdOut(),
          campaign.members().file(),
          campaign.members().sha256(),
          campaign.members().treated(),
          campaign.members().heldOut());
      return true;
    });
  }

  @Override
  public List<Campaign> list() {
    return transactions.call(connection -> List.copyOf(new Statements(connection)
        .select("SELECT * FROM campaign ORDER BY created_at DESC, id", JdbcCampaigns::campaign)));
  }

  @Override
  public Optional<Campaign> get(String id) {
    return transactions.call(connection -> new Statements(connection)
        .select("SELECT * FROM campaign WHERE id = ?", JdbcCampaigns::campaign, id).stream()
            .findFirst());
  }

  @Override
  public void replace(String id, Members members) {
    transactions.call(connection -> new Statements(connection)
        .change(
            "UPDATE campaign SET member_file = ?, member_sha256 = ?, treated = ?, held_out = ?"
                + " WHERE id = ?",
            members.file(),
            members.sha256(),
            members.treated(),
            members.heldOut(),
            id));
  }

  @Override
  public Upload begin(String campaignId, String target, Upload upload) {
    return transactions.call(connection -> {
      var sql = new Statements(connection);
      String begun =
          "SELECT batch_size, hashed, started_at FROM campaign_upload WHERE campaign_id = ?"
              + " AND target = ?";
      List<Upload> found = sql.select(begun, JdbcCampaigns::upload, campaignId, target);
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      sql.change(
          "INSERT INTO campaign_upload (campaign_id, target, batch_size, hashed, started_at)"
              + " VALUES (?, ?, ?, ?, ?)",
          campaignId,
          target,
          upload.batchSize(),
          upload.hashed(),
          upload.startedAt());
      return sql.select(begun, JdbcCampaigns::upload, campaignId, target).getFirst();
    });
  }

  @Override
  public void write(Receipt receipt) {
    transactions.call(connection -> {
      var sql = new Statements(connection);
      sql.change(
          "DELETE FROM upload_receipt WHERE campaign_id = ? AND target = ? AND batch = ?",
          receipt.campaignId(),
          receipt.target(),
          receipt.batch());
      return sql.change(
          "INSERT INTO upload_receipt (campaign_id, target, batch, state, batch_key, sent_rows,"
              + " peer_id, accepted_rows, attempts, made_at, error)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS BIGINT), ?, ?, ?)",
          receipt.campaignId(),
          receipt.target(),
          receipt.batch(),
          receipt.state().name(),
          receipt.key(),
          receipt.rows(),
          receipt.peerId(),
          receipt.accepted(),
          receipt.attempts(),
          receipt.at(),
          receipt.error());
    });
  }

  @Override
  public List<Receipt> receipts(String campaignId) {
    return transactions.call(connection -> List.copyOf(new Statements(connection)
        .select(
            "SELECT * FROM upload_receipt WHERE campaign_id = ? ORDER BY target, batch",
            JdbcCampaigns::receipt,
            campaignId)));
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    return new Campaign(
        row.getString("id"),
        row.getString("name"),
        row.getString("brand_id"),
        row.getString("purpose"),
        Columns.instant(row, "as_of"),
        Columns.instant(row, "created_at"),
        row.getString("asked"),
        row.getString("model_name"),
        Columns.items(row.getString("channels")),
        row.getDouble("hold_out"),
        new Members(
            row.getString("member_file"),
            row.getString("member_sha256"),
            row.getInt("treated"),
            row.getInt("held_out")));
  }

  private static Upload upload(ResultSet row) throws SQLException {
    return new Upload(
        row.getInt("batch_size"), row.getBoolean("hashed"), Columns.instant(row, "started_at"));
  }

  private static Receipt receipt(ResultSet row) throws SQLException {
    long accepted = row.getLong("accepted_rows");
    Long orNull = row.wasNull() ? null : Long.valueOf(accepted);
    return new Receipt(
        row.getString("campaign_id"),
        row.getString("target"),
        row.getInt("batch"),
        Receipt.State.valueOf(row.getString("state")),
        row.getString("batch_key"),
        row.getInt("sent_rows"),
        row.getString("peer_id"),
        orNull,
        row.getInt("attempts"),
        Columns.instant(row, "made_at"),
        row.getString("error"));
  }
}
