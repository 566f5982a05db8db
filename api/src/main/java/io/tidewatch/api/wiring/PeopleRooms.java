package io.tidewatch.api.wiring;

import io.tidewatch.api.campaign.CampaignDesk;
import io.tidewatch.api.fusion.LabelledKeywords;
import io.tidewatch.api.fusion.SearchedFamilies;
import io.tidewatch.api.fusion.TalkOfProducts;
import io.tidewatch.api.upkeep.ErasureDesk;
import io.tidewatch.api.upkeep.PersonDownload;
import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.AudienceSources;
import io.tidewatch.audience.ProfileDesk;
import io.tidewatch.audience.SegmentDesk;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.identity.JoinedPersons;
import io.tidewatch.audience.learning.CampaignTrials;
import io.tidewatch.audience.learning.HolidayTrials;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.learning.SelectionTrials;
import io.tidewatch.audience.profile.PrivacyGate;
import io.tidewatch.audience.profile.ProfileConfig;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.behavior.duckdb.ParquetTable;
import io.tidewatch.connectors.upload.UploadPace;
import io.tidewatch.connectors.upload.Uploads;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.QueryFamilyReader;
import java.time.Duration;

/**
 * Everything about persons and audiences over one ground, each opened when it is first needed: who is
 * who, whom to reach, groups, campaigns, a person's own data and its erasure.
 */
final class PeopleRooms implements AutoCloseable {
  private final Ground ground;
  private final LabelledKeywords keywords;
  private final SearchedFamilies families;
  private final TalkOfProducts talk;
  private final Lazy<JoinedPersons> persons;
  private final Lazy<AudienceDesk> audience;
  private final Lazy<SelectionDesk> selection;
  private final Lazy<ProfileDesk> profiles;
  private final Lazy<SegmentDesk> segments;
  private final Lazy<IdentityDesk> identity;
  private final Lazy<Uploads> uploads;
  private final Lazy<CampaignDesk> campaigns;
  private final PersonDownload downloads;
  private final Lazy<ErasureDesk> erasures;

  PeopleRooms(Ground ground, Lazy<KeywordDesk> keywordDesk, QueryFamilyReader queries) {
    this.ground = ground;
    keywords = new LabelledKeywords(keywordDesk);
    families = new SearchedFamilies(queries);
    talk = new TalkOfProducts(() -> ground.documents().get().talk(), AudienceConfig.DEFAULT.zone());
    persons = new Lazy<>(this::newPersons);
    audience =
        new Lazy<>(() -> new AudienceDesk(sources(), () -> ground.state().get().segments()));
    selection = new Lazy<>(() -> new SelectionDesk(sources(), SelectionDesk.PERIOD));
    profiles = new Lazy<>(() -> audience
        .get()
        .profiles(new PrivacyGate(
            ProfileConfig.DEFAULT,
            AudienceConfig.DEFAULT.tgiPrior(),
            ground.state().get().groups(),
            ground.state().get().audit(),
            this::hashed,
            ground.clock())));
    segments = new Lazy<>(() -> audience.get().segments(ground.clock()));
    identity = new Lazy<>(() -> new IdentityDesk(
        ground.behavior().get(),
        ground.state().get().merges(),
        ground.settings().people().identity(),
        this::hashed,
        ground.clock()));
    uploads = new Lazy<>(() -> new Uploads(UploadPace.DEFAULT, ground.clock()));
    campaigns = new Lazy<>(this::newCampaigns);
    var stores = new ErasableStores(
        ground.behavior(), ground.documents(), ground.deadLetters(), identity, profiles, campaigns);
    downloads = new PersonDownload(
        identity,
        ground.behavior(),
        stores::writtenBy,
        ground.deadLetters(),
        ids -> campaigns.get().memberships(ids),
        address -> ground.hash().get().of(address),
        ground.json());
    erasures = new Lazy<>(() -> new ErasureDesk(
        ground.directory().path(),
        this::hashed,
        address -> ground.hash().get().of(address),
        stores,
        ground.clock(),
        ground.json()));
  }

  private JoinedPersons newPersons() {
    PeopleSettings people = ground.settings().people();
    return new JoinedPersons(
        ground.behavior().get(),
        ground.behavior().get(),
        identity,
        people.identity(),
        people.joinsPersons());
  }

  private AudienceSources sources() {
    return new AudienceSources(
        ground.behavior().get(),
        ground.behavior().get(),
        ground.catalogue(),
        AudienceConfig.DEFAULT,
        keywords,
        families,
        persons.get(),
        talk);
  }

  private CampaignDesk newCampaigns() {
    return new CampaignDesk(
        audience,
        selection,
        identity,
        ground.behavior(),
        this::hashed,
        new CampaignDesk.Surroundings(
            ground.directory().path(),
            new ParquetTable(DuckDbSettings.DEFAULT, ground.directory().room("spill")),
            () -> ground.state().get().campaigns(),
            () -> ground.state().get().audit(),
            uploads,
            ground.settings().campaigns(),
            ground.clock(),
            ground.json()));
  }

  private String hashed(String text) {
    return ground.hash().get().exactly(text);
  }

  AudienceDesk audience() {
    return audience.get();
  }

  SelectionDesk selection() {
    return selection.get();
  }

  ProfileDesk profiles() {
    return profiles.get();
  }

  SegmentDesk segments() {
    return segments.get();
  }

  IdentityDesk identity() {
    return identity.get();
  }

  CampaignDesk campaigns() {
    return campaigns.get();
  }

  PersonDownload downloads() {
    return downloads;
  }

  ErasureDesk erasures() {
    return erasures.get();
  }

  /** Selection tried at past times; {@code period}: how long users have to reach a goal. */
  SelectionTrials selectionTrials(Duration period) {
    return new SelectionTrials(sources(), period);
  }

  /** Selection for a holiday tried at past times; {@code period}: that of the daily model. */
  HolidayTrials holidayTrials(Duration period) {
    return new HolidayTrials(sources(), period);
  }

  /** Two campaigns tried at past times; {@code period}: how long users have to buy. */
  CampaignTrials campaignTrials(Duration period) {
    return new CampaignTrials(sources(), period);
  }

  @Override
  public void close() {
    uploads.ifOpened(Uploads::close);
  }
}
