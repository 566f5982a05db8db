package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.alert.RuleDesk;
import io.tidewatch.api.campaign.CampaignDesk;
import io.tidewatch.api.fusion.CaptionedPosts;
import io.tidewatch.api.fusion.HolidayWindows;
import io.tidewatch.api.fusion.JoinedCandidates;
import io.tidewatch.api.fusion.LabelledKeywords;
import io.tidewatch.api.fusion.OutsideWords;
import io.tidewatch.api.fusion.SearchedFamilies;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.question.Rooms;
import io.tidewatch.api.retention.RetentionDesk;
import io.tidewatch.api.strategy.StrategyDesk;
import io.tidewatch.api.upkeep.BehaviorRetention;
import io.tidewatch.api.upkeep.ErasureDesk;
import io.tidewatch.api.upkeep.PersonDownload;
import io.tidewatch.api.upkeep.QualityView;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.CampaignTrials;
import io.tidewatch.audience.ProfileDesk;
import io.tidewatch.audience.SegmentDesk;
import io.tidewatch.audience.SelectionDesk;
import io.tidewatch.audience.SelectionTrials;
import io.tidewatch.audience.identity.IdentityConfig;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.profile.PrivacyGate;
import io.tidewatch.audience.profile.ProfileConfig;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.behavior.duckdb.ParquetTable;
import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.connectors.upload.UploadPace;
import io.tidewatch.connectors.upload.Uploads;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.QueryFamilyReader;
import io.tidewatch.keywords.semantic.MediaNeighbors;
import io.tidewatch.keywords.semantic.PostMedia;
import io.tidewatch.keywords.semantic.SemanticKeywords;
import io.tidewatch.keywords.semantic.SemanticWords;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.RisingQuery;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.state.StateDatabase;
import io.tidewatch.state.StateLocation;
import io.tidewatch.trend.question.IndexedDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * All rooms over one owned data directory, each opened when it is first needed. Closing it closes
 * them and gives the directory up; closing twice is harmless.
 */
public final class Service implements Rooms, AutoCloseable {
  /** In which selected users are to reach the goal. */
  private static final Duration SELECTION_PERIOD = Duration.ofDays(28);

  private final Settings settings;
  private final DataDirectory directory;
  private final InstantSource clock;
  private final Json json;
  private final CatalogueJournal catalogue;
  private final Language language;
  private final Lazy<IndexedDocuments> documents;
  private final Lazy<DuckDbBehaviorStore> behavior;
  private final QueryFamilyReader queries;
  private final Lazy<KeywordDesk> keywords;
  private final Semantics semantics;
  private final Lazy<AudienceDesk> audience;
  private final Lazy<SelectionDesk> selection;
  private final Lazy<ProfileDesk> profiles;
  private final Lazy<SegmentDesk> segments;
  private final Lazy<StrategyDesk> strategy;
  private final Lazy<StateDatabase> state;
  private final Lazy<RuleDesk> rules;
  private final Lazy<Doorway> doorway;
  private final DeepLane deepLane;
  private final CpuShare deepShare;
  private final Reannotation reannotation;
  private final RetentionDesk retention;
  private final Lazy<KeyedHash> hash;
  private final DeadLetters deadLetters;
  private final VersionedCatalogue versioned;
  private final Lazy<IdentityDesk> identity;
  private final Lazy<Uploads> uploads;
  private final Lazy<CampaignDesk> campaigns;
  private final PersonDownload downloads;
  private final Lazy<ErasureDesk> erasures;
  private final BehaviorRetention behaviorRetention;
  private final Questions questions;
  private boolean closed;

  private Service(Settings settings, DataDirectory directory, InstantSource clock, Json json) {
    this.settings = settings;
    this.directory = directory;
    this.clock = clock;
    this.json = json;
    directory.room("catalogue");
    catalogue = new CatalogueJournal(
        directory.path().resolve(CatalogueJournal.FILE), SeedCatalogue.shipped(), json);
    language = new Language(catalogue::current, settings);
    documents = new Lazy<>(() -> settings.documents().open(directory, catalogue::current));
    behavior = new Lazy<>(() -> new DuckDbBehaviorStore(
        directory.room("behavior"),
        catalogue::current,
        new DuckDbSettings(
            DuckDbSettings.DEFAULT.threads(),
            settings.behaviorMegabytes(),
            DuckDbSettings.DEFAULT.compactAtBatches(),
            DuckDbSettings.DEFAULT.compactAtRows())));
    queries = QueryReading.families(catalogue::current);
    keywords = new Lazy<>(() -> new KeywordDesk(
        behavior.get(),
        behavior.get(),
        catalogue,
        KeywordConfig.DEFAULT,
        queries,
        new JoinedCandidates(
            new OutsideWords(
                this::trends,
                this::talk,
                this::behavior,
                catalogue::current,
                new HolidayWindows(CommerceCalendar.shipped(), settings.zone()),
                Lexicons.shipped(),
                settings.zone()),
            new SemanticWords(this::semantic, catalogue)),
        directory.room("keywords").resolve("table.bin"),
        clock));
    semantics = new Semantics(
        settings.documents(),
        directory,
        behavior,
        catalogue,
        new CaptionedPosts(this::trends),
        clock);
    state = new Lazy<>(() -> StateDatabase.open(
        settings.rules().state() == null
            ? StateLocation.file(directory.room("state"))
            : settings.rules().state()));
    audience = new Lazy<>(() -> new AudienceDesk(
        behavior.get(),
        behavior.get(),
        catalogue,
        AudienceConfig.DEFAULT,
        new LabelledKeywords(keywords),
        new SearchedFamilies(queries),
        () -> state.get().segments()));
    selection = new Lazy<>(() -> new SelectionDesk(
        behavior.get(),
        behavior.get(),
        catalogue,
        AudienceConfig.DEFAULT,
        new LabelledKeywords(keywords),
        new SearchedFamilies(queries),
        SELECTION_PERIOD));
    strategy = new Lazy<>(() -> new StrategyDesk(
        behavior.get(), trends(), talk(), audience.get(), keywords.get(), catalogue::current));
    rules = new Lazy<>(() -> new RuleDesk(
        documents::get,
        state.get().rules(),
        state.get().alerts(),
        settings.rules()::webhook,
        RuleDesk.TIMEOUT,
        clock,
        settings.rules().dashboard(),
        settings.zone()));
    deepLane = new DeepLane(
        documents::get, () -> settings.deepLane().on() && language.deepReady(), language::deep);
    deepShare = new CpuShare(settings.deepLane().cpu(), clock);
    reannotation = new Reannotation(documents::get, language);
    retention = new RetentionDesk(
        () -> documents.get().retention(), settings.retention(), settings.zone(), clock);
    hash = new Lazy<>(() -> keyedHash(directory));
    profiles = new Lazy<>(() -> audience
        .get()
        .profiles(new PrivacyGate(
            ProfileConfig.DEFAULT,
            AudienceConfig.DEFAULT.tgiPrior(),
            state.get().groups(),
            state.get().audit(),
            id -> hash.get().exactly(id),
            clock)));
    segments = new Lazy<>(() -> audience.get().segments(clock));
    deadLetters = new DeadLetters(directory.path().resolve("dead-letter"), clock);
    versioned = new VersionedCatalogue(catalogue, behavior);
    identity = new Lazy<>(() -> new IdentityDesk(
        behavior.get(),
        state.get().merges(),
        IdentityConfig.DEFAULT,
        text -> hash.get().exactly(text),
        clock));
    uploads = new Lazy<>(() -> new Uploads(UploadPace.DEFAULT, clock));
    campaigns = new Lazy<>(() -> new CampaignDesk(
        audience,
        identity,
        behavior,
        text -> hash.get().exactly(text),
        new CampaignDesk.Surroundings(
            directory.path(),
            new ParquetTable(DuckDbSettings.DEFAULT, directory.room("spill")),
            () -> state.get().campaigns(),
            () -> state.get().audit(),
            uploads,
            settings.campaigns(),
            clock,
            json)));
    var people =
        new ErasableStores(behavior, documents, deadLetters, identity, profiles, campaigns);
    downloads = new PersonDownload(
        identity,
        behavior,
        people::writtenBy,
        deadLetters,
        ids -> campaigns.get().memberships(ids),
        address -> hash.get().of(address),
        json);
    erasures = new Lazy<>(() -> new ErasureDesk(
        directory.path(),
        identifier -> hash.get().exactly(identifier),
        identifier -> hash.get().of(identifier),
        people,
        clock,
        json));
    behaviorRetention = new BehaviorRetention(behavior, settings.behaviorRetention(), clock);
    doorway = new Lazy<>(() -> new Doorway(this));
    questions = Questions.over(this, settings.zone(), clock);
  }

  /**
   * Opens {@code directory}; the service owns it from now on. An erasure that was cut short is
   * finished first.
   */
  public static Service open(
      Settings settings, DataDirectory directory, InstantSource clock, Json json) {
    var service = new Service(settings, directory, clock, json);
    if (service.erasures.get().isPending()) {
      service.erasures.get().resume();
    }
    return service;
  }

  public Settings settings() {
    return settings;
  }

  public Questions questions() {
    return questions;
  }

  /** Commands for whoever can read the data directory, by path. */
  public Map<String, Function<JsonNode, Object>> ownerCommands() {
    return new OwnerCommands(this, json).all();
  }

  @Override
  public Catalogue catalogue() {
    return catalogue.current();
  }

  @Override
  public TrendQueries trends() {
    return documents.get();
  }

  @Override
  public TalkQueries talk() {
    return documents.get().talk();
  }

  @Override
  public BehaviorStore behavior() {
    return behavior.get();
  }

  @Override
  public KeywordDesk keywords() {
    return keywords.get();
  }

  @Override
  public SemanticKeywords semantic() {
    return semantics.keywords();
  }

  @Override
  public MediaNeighbors media() {
    return semantics.media();
  }

  @Override
  public PostMedia postMedia() {
    return semantics.posts();
  }

  @Override
  public AudienceDesk audience() {
    return audience.get();
  }

  @Override
  public SelectionDesk selection() {
    return selection.get();
  }

  @Override
  public ProfileDesk profiles() {
    return profiles.get();
  }

  @Override
  public SegmentDesk segments() {
    return segments.get();
  }

  @Override
  public StrategyDesk strategy() {
    return strategy.get();
  }

  /** Selection tried at past times; {@code period}: how long users have to reach a goal. */
  public SelectionTrials selectionTrials(Duration period) {
    return new SelectionTrials(
        behavior.get(),
        behavior.get(),
        catalogue,
        AudienceConfig.DEFAULT,
        new LabelledKeywords(keywords),
        new SearchedFamilies(queries),
        period);
  }

  /** Two campaigns tried at past times; {@code period}: how long users have to buy. */
  public CampaignTrials campaignTrials(Duration period) {
    return new CampaignTrials(
        behavior.get(),
        behavior.get(),
        catalogue,
        AudienceConfig.DEFAULT,
        new LabelledKeywords(keywords),
        new SearchedFamilies(queries),
        period);
  }

  @Override
  public RuleDesk rules() {
    return rules.get();
  }

  @Override
  public RetentionDesk retention() {
    return retention;
  }

  @Override
  public ErasureDesk erasures() {
    return erasures.get();
  }

  @Override
  public IdentityDesk identity() {
    return identity.get();
  }

  /** What behaviour says of people. */
  public PersonFacts people() {
    return behavior.get();
  }

  @Override
  public PersonDownload downloads() {
    return downloads;
  }

  @Override
  public CampaignDesk campaigns() {
    return campaigns.get();
  }

  @Override
  public AuditLog audit() {
    return state.get().audit();
  }

  @Override
  public List<QualityView> quality(Window window) {
    try {
      return QualityView.of(behavior.get().quality(window), deadLetters.waiting());
    } catch (IOException e) {
      throw new UncheckedIOException("the dead letters cannot be read", e);
    }
  }

  /** Every way in. */
  public Doorway doorway() {
    return doorway.get();
  }

  public Language language() {
    return language;
  }

  /** One line on whether the deep lane runs, and what to do if it does not. */
  public String deepLaneLine() {
    if (!settings.deepLane().on()) {
      return "Deep lane: off, as asked.";
    }
    return language.deepReady()
        ? "Deep lane: on (%s, at most %.0f %% of one processor)."
            .formatted(
                settings.deepLane().pipeline().label(),
                100 * settings.deepLane().cpu())
        : "Deep lane: waiting for its models; get them with: ./tidewatch models fetch";
  }

  /** Refines what waits for the deep lane; returns how many documents it wrote back. */
  public int refine(int limit) {
    return refine(limit, (document, annotation) -> {});
  }

  /** As {@link #refine(int)} within the share of a processor that the settings give. */
  private int refineWithinShare(int limit) {
    return deepShare.run(() -> refine(limit));
  }

  /** As {@link #refine(int)}; tells {@code listener} each document with its new annotation. */
  public int refine(int limit, BiConsumer<StoredDocument, Annotation> listener) {
    return deepLane.run(limit, listener);
  }

  /**
   * One tick of background work: what is too old goes; then at most {@code older} documents of an
   * older dictionary, and only when there is none, some new keywords embedded and at most {@code
   * deep} documents for the deep lane; returns how many documents it wrote.
   */
  int tend(int older, int deep) {
    retention.tick();
    behaviorRetention.tick();
    int again = reannotation.step(older);
    if (again > 0) {
      return again;
    }
    int refined = refineWithinShare(deep);
    semantics.tend();
    return refined;
  }

  Reannotation reannotation() {
    return reannotation;
  }

  /** Behaviour records stored, each key once. */
  public long behaviorRecords() {
    return behavior.get().counts().stream()
        .mapToLong(BehaviorStore.TypeCount::records)
        .sum();
  }

  DocumentStore documents() {
    return semantics.pictured(documents.get());
  }

  /** Asks what is rising, so that the days are read before somebody asks. */
  void readAheadRising() {
    for (KeyKind kind : List.of(KeyKind.BRAND, KeyKind.PRODUCT, KeyKind.TERM)) {
      trends().rising(new RisingQuery(kind, Duration.ofDays(1), null, 1, settings.zone()));
    }
  }

  /** Makes the kept keyword table again where data changed. */
  void refreshKeywords() {
    KeywordDesk desk = keywords.get();
    if (desk.refresh()) {
      desk.rank();
    }
  }

  /** Merges small behaviour files and drops days that are too old. */
  void compact() {
    behavior.ifOpened(DuckDbBehaviorStore::compact);
    behaviorRetention.tick();
  }

  DeadLetters deadLetters() {
    return deadLetters;
  }

  KeyedHash keyedHash() {
    return hash.get();
  }

  /** The catalogue whose changes also become versions of products in the behaviour store. */
  CatalogueStore versionedCatalogue() {
    return versioned;
  }

  CatalogueJournal journal() {
    return catalogue;
  }

  DataDirectory directory() {
    return directory;
  }

  InstantSource clock() {
    return clock;
  }

  Json json() {
    return json;
  }

  private static KeyedHash keyedHash(DataDirectory directory) {
    try {
      return KeyedHash.open(directory.path().resolve("device.key"));
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: device.key cannot be read or written", e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    doorway.ifOpened(Doorway::close);
    semantics.close();
    uploads.ifOpened(Uploads::close);
    rules.ifOpened(RuleDesk::close);
    state.ifOpened(StateDatabase::close);
    documents.ifOpened(IndexedDocuments::close);
    behavior.ifOpened(DuckDbBehaviorStore::close);
    directory.close();
  }
}
