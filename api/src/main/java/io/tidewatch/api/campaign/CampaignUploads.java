package io.tidewatch.api.campaign;

import io.tidewatch.api.view.Json;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.connectors.upload.UploadAnswer;
import io.tidewatch.connectors.upload.UploadBatch;
import io.tidewatch.connectors.upload.UploadException;
import io.tidewatch.connectors.upload.UploadTarget;
import io.tidewatch.connectors.upload.Uploads;
import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.campaign.CampaignStore.Upload;
import io.tidewatch.model.campaign.Receipt;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Sends a campaign to a peer, batch by batch. A batch is a range of places, so it stays the same
 * batch whoever is left in it; what the peer has taken is written down before the next one goes and
 * never sent again. Consent is read when the run starts and again when somebody was erased meanwhile.
 * Safe from any thread.
 */
final class CampaignUploads {
  private final CampaignBook book;
  private final Supplier<IdentityDesk> identity;
  private final Supplier<Uploads> route;
  private final CampaignSettings settings;
  private final InstantSource clock;
  private final Json json;

  CampaignUploads(
      CampaignBook book,
      Supplier<IdentityDesk> identity,
      Supplier<Uploads> route,
      CampaignSettings settings,
      InstantSource clock,
      Json json) {
    this.book = book;
    this.identity = identity;
    this.route = route;
    this.settings = settings;
    this.clock = clock;
    this.json = json;
  }

  /** What a peer gets in one request. */
  private record Body(
      String campaign,
      String name,
      Instant asOf,
      boolean hashed,
      int batch,
      int batches,
      List<ExportRow> rows) {}

  /**
   * Sends what the peer has not taken yet.
   *
   * @param taken hears how many persons a batch held that the peer took
   * @throws UploadException when the peer refuses a batch or stays away; what it took is written down
   */
  synchronized UploadReport upload(
      Campaign campaign, String targetName, boolean hashed, LongConsumer taken) {
    UploadTarget target = settings.peer(targetName);
    Exportable exportable = exportable(campaign);
    exportable.check();
    Upload upload = book.store()
        .begin(
            campaign.id(),
            targetName,
            new Upload(settings.batch(targetName), hashed, clock.instant()));
    if (upload.hashed() != hashed) {
      throw new IllegalArgumentException("hash: " + upload.hashed()
          + " is required, as the upload to " + targetName + " was begun, got " + hashed);
    }
    Map<Integer, Receipt> had = had(campaign.id(), targetName);
    int batches = exportable.rows().stream()
        .mapToInt(row -> row.place() / upload.batchSize() + 1)
        .max()
        .orElse(0);
    var report = new UploadReport.Tally(campaign, targetName, batches);
    String members = campaign.members().sha256();
    for (int batch = 0; batch < batches; batch++) {
      Receipt earlier = had.get(batch);
      if (earlier != null) {
        report.earlier(earlier);
        continue;
      }
      Campaign now = book.find(campaign.id());
      if (!now.members().sha256().equals(members)) {
        members = now.members().sha256();
        exportable = exportable(now);
      }
      List<ExportRow> rows = rows(exportable, batch, upload);
      if (!rows.isEmpty()) {
        var body =
            new Body(campaign.id(), campaign.name(), campaign.asOf(), hashed, batch, batches, rows);
        report.sent(send(target, body, report));
        taken.accept(rows.size());
      }
    }
    return report.report(exportable.excluded());
  }

  private Exportable exportable(Campaign campaign) {
    return Exportable.of(campaign, book.members(campaign.id()), null, identity.get());
  }

  private Map<Integer, Receipt> had(String campaignId, String target) {
    var had = new HashMap<Integer, Receipt>();
    for (Receipt receipt : book.store().receipts(campaignId)) {
      if (receipt.target().equals(target) && receipt.state() == Receipt.State.ACCEPTED) {
        had.put(receipt.batch(), receipt);
      }
    }
    return had;
  }

  private static List<ExportRow> rows(Exportable exportable, int batch, Upload upload) {
    return exportable.rows().stream()
        .filter(row -> row.place() / upload.batchSize() == batch)
        .map(row -> upload.hashed() ? row.row().hashed() : row.row())
        .toList();
  }

  private Receipt send(UploadTarget target, Body body, UploadReport.Tally report) {
    // the same rows under the same key, others under another: a peer may refuse a key with new
    // content
    String key = body.campaign() + ":" + target.name() + ":" + body.batch() + ":"
        + ExportRow.sha256(json.line(body.rows())).substring(0, 16);
    try {
      UploadAnswer answer = route.get().send(new UploadBatch(target, key, json.line(body)));
      return written(new Receipt(
          body.campaign(),
          target.name(),
          body.batch(),
          Receipt.State.ACCEPTED,
          key,
          body.rows().size(),
          answer.id(),
          answer.accepted(),
          answer.attempts(),
          clock.instant(),
          null));
    } catch (UploadException e) {
      written(new Receipt(
          body.campaign(),
          target.name(),
          body.batch(),
          e.isRefused() ? Receipt.State.REFUSED : Receipt.State.FAILED,
          key,
          body.rows().size(),
          null,
          null,
          e.attempts(),
          clock.instant(),
          e.getMessage()));
      throw new UploadException(
          "upload: " + e.getMessage() + " (batch " + (body.batch() + 1) + " of " + body.batches()
              + ", " + e.attempts() + " attempts); " + report.accepted()
              + " batches are with the peer and will not be sent again",
          e.isRefused(),
          e.attempts(),
          e);
    }
  }

  private Receipt written(Receipt receipt) {
    book.store().write(receipt);
    return receipt;
  }
}
