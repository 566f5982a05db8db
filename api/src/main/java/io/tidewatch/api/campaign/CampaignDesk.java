package io.tidewatch.api.campaign;

import io.tidewatch.api.view.Json;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.NoAudienceException;
import io.tidewatch.audience.campaign.Activation;
import io.tidewatch.audience.campaign.Activations;
import io.tidewatch.audience.campaign.Allotment;
import io.tidewatch.audience.campaign.ExposedUsers;
import io.tidewatch.audience.campaign.Member;
import io.tidewatch.audience.campaign.MemberFiles;
import io.tidewatch.audience.campaign.TrackRow;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.connectors.upload.Uploads;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.behavior.CampaignFacts;
import io.tidewatch.model.campaign.Campaign;
import io.tidewatch.model.campaign.Campaign.Members;
import io.tidewatch.model.campaign.CampaignStore;
import io.tidewatch.model.campaign.TextTable;
import io.tidewatch.model.identity.PersonDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes, exports, uploads, tracks and erases campaigns. Safe from any thread. */
public final class CampaignDesk {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private final CampaignAudience audience;
  private final Supplier<IdentityDesk> identity;
  private final UnaryOperator<String> hash;
  private final InstantSource clock;
  private final CampaignBook book;
  private final ExportFiles files;
  private final CampaignUploads uploads;
  private final CampaignOutcomes outcomes;
  private final CampaignAudit audit;

  /**
   * Over rooms that are opened when they are first asked.
   *
   * @param hash keyed hash of a text, at least 26 hexadecimal digits: the lots of persons
   */
  public CampaignDesk(
      Supplier<AudienceDesk> audience,
      Supplier<SelectionDesk> selection,
      Supplier<IdentityDesk> identity,
      Supplier<? extends CampaignFacts> facts,
      UnaryOperator<String> hash,
      Surroundings around) {
    this.audience = new CampaignAudience(audience, selection);
    this.identity = identity;
    this.hash = hash;
    this.clock = around.clock();
    this.book = new CampaignBook(
        around.store(), new MemberFiles(around.dataDirectory().resolve("campaigns")));
    this.files = new ExportFiles(around.dataDirectory(), around.parquet(), around.json());
    this.uploads = new CampaignUploads(
        book, identity, around.route(), around.settings(), clock, around.json());
    this.outcomes = new CampaignOutcomes(book, audience, identity, facts);
    this.audit = new CampaignAudit(around.log(), clock);
  }

  /**
   * Where a desk keeps things, and what it sends with.
   *
   * @param dataDirectory members lie below {@code campaigns}, exports below {@code exports}
   * @param route to peers; opened when something is sent
   */
  public record Surroundings(
      Path dataDirectory,
      TextTable parquet,
      Supplier<CampaignStore> store,
      Supplier<AuditLog> log,
      Supplier<Uploads> route,
      CampaignSettings settings,
      InstantSource clock,
      Json json) {}

  /**
   * Chooses an audience, lets chance hold some of its persons out, and stores both.
   *
   * @param caller who asks, for the audit log
   * @throws NoAudienceException when nobody is reached
   * @throws IllegalArgumentException when the name or id is taken, or an argument is out of range
   */
  public CampaignView create(NewCampaign wish, String caller) {
    return audit.logged(
        caller,
        "create",
        "name=" + wish.name() + " " + wish.asked(),
        "hold-out=" + wish.holdOut(),
        CampaignView::size,
        () -> 0,
        () -> CampaignView.of(made(wish)));
  }

  private Campaign made(NewCampaign wish) {
    String id = wish.idOrMade();
    book.checkFree(id, wish.name());
    var allotment = new Allotment(id, wish.holdOut(), wish.channels(), hash);
    PersonDirectory directory = identity.get().directory();
    var members = new ArrayList<Member>();
    Instant asOf = audience.choose(wish, chosen -> {
      Allotment.Lot lot = allotment.of(directory.personOf(chosen.userId()).id());
      members.add(new Member(
          members.size(),
          chosen.userId(),
          lot.group(),
          lot.channel(),
          chosen.score(),
          chosen.directions()));
    });
    if (members.isEmpty()) {
      throw new NoAudienceException(
          "campaign: at least one user whom a direction reaches is required, got none");
    }
    return book.add(
        new Campaign(
            id,
            wish.name(),
            wish.brandId(),
            wish.purpose(),
            asOf,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            wish.asked(),
            wish.model(),
            wish.channels(),
            wish.holdOut(),
            new Members("", "", 0, 0)),
        members);
  }

  /** The newest first. */
  public List<CampaignView> list() {
    return book.list().stream().map(CampaignView::of).toList();
  }

  /** {@code asOf}: advertisements from then on are not read; null reads all. */
  public CampaignShow show(String idOrName, @Nullable Instant asOf) {
    return outcomes.show(book.find(idOrName), asOf);
  }

  /**
   * Writes who of the treated may be exported now into a file below the data directory; a caller
   * chooses no path.
   *
   * @param channel of these only; null for all
   * @throws NoAudienceException when there are fewer than 20
   */
  public Manifest export(
      String idOrName, String format, boolean hashed, @Nullable String channel, String caller) {
    Campaign campaign = book.find(idOrName);
    ExportFormat kind = ExportFormat.of(format);
    if (channel != null && !campaign.channels().contains(channel)) {
      throw new IllegalArgumentException("channel: one of " + String.join(", ", campaign.channels())
          + " is required, got " + channel);
    }
    return audit.logged(
        caller,
        "export",
        "campaign=" + campaign.id() + " format=" + kind.label() + " hash=" + hashed
            + (channel == null ? "" : " channel=" + channel),
        CampaignAudit.thresholds(campaign),
        Manifest::rows,
        () -> 0,
        () -> exported(campaign, kind, hashed, channel));
  }

  private Manifest exported(
      Campaign campaign, ExportFormat format, boolean hashed, @Nullable String channel) {
    Exportable exportable =
        Exportable.of(campaign, book.members(campaign.id()), channel, identity.get());
    exportable.check();
    List<ExportRow> rows = exportable.all(hashed);
    Instant now = clock.instant();
    return files.write(
        campaign.id(),
        STAMP.format(now) + (hashed ? "-sha256." : ".") + format.label(),
        format,
        rows,
        (name, bytes, sha256) -> new Manifest(
            name,
            campaign.id(),
            campaign.name(),
            campaign.brandId(),
            campaign.purpose(),
            campaign.asOf(),
            now,
            format.label(),
            hashed,
            channel,
            ExportRow.COLUMNS,
            rows.size(),
            bytes,
            sha256,
            exportable.excluded(),
            Exportable.MINIMUM));
  }

  /**
   * Sends who of the treated may be exported now to a peer of the settings; what it took in an
   * earlier run is not sent again.
   *
   * @throws NoAudienceException when there are fewer than 20
   * @throws io.tidewatch.connectors.upload.UploadException when the peer refuses or stays away
   */
  public UploadReport upload(String idOrName, String target, boolean hashed, String caller) {
    Campaign campaign = book.find(idOrName);
    var sent = new LongAdder();
    return audit.logged(
        caller,
        "upload",
        "campaign=" + campaign.id() + " to=" + target + " hash=" + hashed,
        CampaignAudit.thresholds(campaign),
        report -> sent.sum(),
        sent::sum,
        () -> uploads.upload(campaign, target, hashed, sent::add));
  }

  /** {@code asOf}: when the outcome is read; null for just after the newest event. */
  public List<TrackRow> track(String idOrName, @Nullable Instant asOf) {
    return outcomes.tracking(book.find(idOrName), asOf).rows();
  }

  /** A brand's campaigns with what became of them; see {@link Activations}. */
  public List<Activation> activations(String brandId, Instant asOf) {
    return book.of(brandId).stream()
        .filter(campaign -> outcomes.isTracked(campaign, asOf))
        .map(campaign -> outcomes.activation(campaign, asOf))
        .toList();
  }

  /** Whom a campaign reached, and who of them moved; {@code bought}: to P or L, else to I too. */
  public List<LabelledUser> labels(
      String idOrName, @Nullable Instant asOf, boolean bought, String caller) {
    Campaign campaign = book.find(idOrName);
    return audit.logged(
        caller,
        "labels",
        "campaign=" + campaign.id(),
        CampaignAudit.thresholds(campaign),
        List::size,
        () -> 0,
        () -> labelled(outcomes.tracking(campaign, asOf).exposed(bought)));
  }

  private static List<LabelledUser> labelled(ExposedUsers exposed) {
    var rows = new ArrayList<LabelledUser>();
    for (int i = 0; i < exposed.userIds().size(); i++) {
      rows.add(new LabelledUser(exposed.userIds().get(i), exposed.converted()[i]));
    }
    return rows;
  }

  /** Who of these ids is a member of which campaign. */
  public List<Membership> memberships(Set<String> ids) {
    return book.memberships(ids);
  }

  /** Takes these ids out of every campaign and deletes the exports of those they were in. */
  public long erase(Set<String> ids) {
    return book.erase(ids, files::forget);
  }
}
