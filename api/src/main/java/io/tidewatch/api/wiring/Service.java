package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.alert.RuleDesk;
import io.tidewatch.api.campaign.CampaignDesk;
import io.tidewatch.api.fusion.CaptionedPosts;
import io.tidewatch.api.fusion.HolidayWindows;
import io.tidewatch.api.fusion.JoinedCandidates;
import io.tidewatch.api.fusion.OutsideWords;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.question.Rooms;
import io.tidewatch.api.retention.RetentionDesk;
import io.tidewatch.api.strategy.StrategyDesk;
import io.tidewatch.api.upkeep.BehaviorRetention;
import io.tidewatch.api.upkeep.ErasureDesk;
import io.tidewatch.api.upkeep.PersonDownload;
import io.tidewatch.api.upkeep.QualityView;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.ProfileDesk;
import io.tidewatch.audience.SegmentDesk;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.learning.CampaignTrials;
import io.tidewatch.audience.learning.HolidayTrials;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.learning.SelectionTrials;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.QueryFamilyReader;
import io.tidewatch.keywords.semantic.MediaNeighbors;
import io.tidewatch.keywords.semantic.PostMedia;
import io.tidewatch.keywords.semantic.SemanticKeywords;
import io.tidewatch.keywords.semantic.SemanticWords;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TrendQueries;
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
  private final Ground ground;
  private final Language language;
  private final Lazy<KeywordDesk> keywords;
  private final Semantics semantics;
  private final PeopleRooms people;
  private final Lazy<StrategyDesk> strategy;
  private final Lazy<RuleDesk> rules;
  private final Lazy<Doorway> doorway;
  private final DeepLane deepLane;
  private final CpuShare deepShare;
  private final Reannotation reannotation;
  private final RetentionDesk retention;
  private final VersionedCatalogue versioned;
  private final BehaviorRetention behaviorRetention;
  private final Questions questions;
  private boolean closed;

  private Service(Ground ground) {
    this.ground = ground;
    Settings settings = ground.settings();
    InstantSource clock = ground.clock();
    CatalogueJournal catalogue = ground.catalogue();
    language = new Language(catalogue::current, settings);
    QueryFamilyReader queries = QueryReading.families(catalogue::current);
    keywords = new Lazy<>(() -> newKeywords(queries));
    semantics = new Semantics(
        settings.documents(),
        ground.directory(),
        ground.behavior(),
        catalogue,
        new CaptionedPosts(this::trends),
        clock);
    people = new PeopleRooms(ground, keywords, queries);
    strategy = new Lazy<>(() -> new StrategyDesk(
        ground.behavior().get(),
        trends(),
        talk(),
        people.audience(),
        keywords.get(),
        catalogue::current));
    rules = new Lazy<>(() -> new RuleDesk(
        ground.documents()::get,
        ground.state().get().rules(),
        ground.state().get().alerts(),
        settings.rules()::webhook,
        RuleDesk.TIMEOUT,
        clock,
        settings.rules().dashboard(),
        settings.zone()));
    deepLane = new DeepLane(
        ground.documents()::get,
        () -> settings.deepLane().on() && language.deepReady(),
        language::deep);
    deepShare = new CpuShare(settings.deepLane().cpu(), clock);
    reannotation = new Reannotation(ground.documents()::get, language);
    retention = new RetentionDesk(
        () -> ground.documents().get().retention(), settings.retention(), settings.zone(), clock);
    versioned = new VersionedCatalogue(catalogue, ground.behavior());
    behaviorRetention =
        new BehaviorRetention(ground.behavior(), settings.behaviorRetention(), clock);
    doorway = new Lazy<>(() -> new Doorway(this));
    questions = Questions.over(this, settings.zone(), clock);
  }

  private KeywordDesk newKeywords(QueryFamilyReader queries) {
    var zone = ground.settings().zone();
    return new KeywordDesk(
        ground.behavior().get(),
        ground.behavior().get(),
        ground.catalogue(),
        KeywordConfig.DEFAULT,
        queries,
        new JoinedCandidates(
            new OutsideWords(
                this::trends,
                this::talk,
                this::behavior,
                ground.catalogue()::current,
                new HolidayWindows(CommerceCalendar.shipped(), zone),
                Lexicons.shipped(),
                zone),
            new SemanticWords(this::semantic, ground.catalogue())),
        ground.directory().room("keywords").resolve("table.bin"),
        ground.clock());
  }

  /**
   * Opens {@code directory}; the service owns it from now on. An erasure that was cut short is
   * finished first.
   */
  public static Service open(
      Settings settings, DataDirectory directory, InstantSource clock, Json json) {
    var service = new Service(Ground.of(settings, directory, clock, json));
    if (service.erasures().isPending()) {
      service.erasures().resume();
    }
    return service;
  }

  public Settings settings() {
    return ground.settings();
  }

  public Questions questions() {
    return questions;
  }

  /** Commands for whoever can read the data directory, by path. */
  public Map<String, Function<JsonNode, Object>> ownerCommands() {
    return new OwnerCommands(this, ground.json()).all();
  }

  @Override
  public Catalogue catalogue() {
    return ground.catalogue().current();
  }

  @Override
  public TrendQueries trends() {
    return ground.documents().get();
  }

  @Override
  public TalkQueries talk() {
    return ground.documents().get().talk();
  }

  @Override
  public BehaviorStore behavior() {
    return ground.behavior().get();
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
    return people.audience();
  }

  @Override
  public SelectionDesk selection() {
    return people.selection();
  }

  @Override
  public ProfileDesk profiles() {
    return people.profiles();
  }

  @Override
  public SegmentDesk segments() {
    return people.segments();
  }

  @Override
  public StrategyDesk strategy() {
    return strategy.get();
  }

  /** Selection for a holiday tried at past times; {@code period}: that of the daily model. */
  public HolidayTrials holidayTrials(Duration period) {
    return people.holidayTrials(period);
  }

  @Override
  public SelectionTrials selectionTrials(Duration period) {
    return people.selectionTrials(period);
  }

  /** Two campaigns tried at past times; {@code period}: how long users have to buy. */
  public CampaignTrials campaignTrials(Duration period) {
    return people.campaignTrials(period);
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
    return people.erasures();
  }

  @Override
  public IdentityDesk identity() {
    return people.identity();
  }

  @Override
  public PersonFacts people() {
    return ground.behavior().get();
  }

  /** What behaviour says to audiences. */
  public AudienceFacts audienceFacts() {
    return ground.behavior().get();
  }

  @Override
  public PersonDownload downloads() {
    return people.downloads();
  }

  @Override
  public CampaignDesk campaigns() {
    return people.campaigns();
  }

  @Override
  public AuditLog audit() {
    return ground.state().get().audit();
  }

  @Override
  public List<QualityView> quality(Window window) {
    try {
      return QualityView.of(
          ground.behavior().get().quality(window), ground.deadLetters().waiting());
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
    if (!ground.settings().deepLane().on()) {
      return "Deep lane: off, as asked.";
    }
    return language.deepReady()
        ? "Deep lane: on (%s, at most %.0f %% of one processor)."
            .formatted(
                ground.settings().deepLane().pipeline().label(),
                100 * ground.settings().deepLane().cpu())
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
    return ground.behavior().get().counts().stream()
        .mapToLong(BehaviorStore.TypeCount::records)
        .sum();
  }

  DocumentStore documents() {
    return semantics.pictured(ground.documents().get());
  }

  /** Reads the days of rising before somebody asks. */
  Runnable risingReadAhead() {
    return new RisingReadAhead(this::trends, ground.settings().zone());
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
    ground.behavior().ifOpened(DuckDbBehaviorStore::compact);
    behaviorRetention.tick();
  }

  DeadLetters deadLetters() {
    return ground.deadLetters();
  }

  KeyedHash keyedHash() {
    return ground.hash().get();
  }

  /** The catalogue whose changes also become versions of products in the behaviour store. */
  CatalogueStore versionedCatalogue() {
    return versioned;
  }

  CatalogueJournal journal() {
    return ground.catalogue();
  }

  DataDirectory directory() {
    return ground.directory();
  }

  InstantSource clock() {
    return ground.clock();
  }

  Json json() {
    return ground.json();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    doorway.ifOpened(Doorway::close);
    semantics.close();
    people.close();
    rules.ifOpened(RuleDesk::close);
    ground.close();
  }
}
