package io.tidewatch.api.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewatch.api.question.Questions;
import io.tidewatch.api.question.Rooms;
import io.tidewatch.api.view.Json;
import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.keywords.KeywordConfig;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.document.DocumentStore;
import io.tidewatch.model.document.StoredDocument;
import io.tidewatch.model.trend.TrendQueries;
import io.tidewatch.trend.lucene.LuceneDocumentStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * All rooms over one owned data directory, each opened when it is first needed. Closing it closes
 * them and gives the directory up; closing twice is harmless.
 */
public final class Service implements Rooms, AutoCloseable {
  private final Settings settings;
  private final DataDirectory directory;
  private final InstantSource clock;
  private final Json json;
  private final CatalogueJournal catalogue;
  private final Language language;
  private final Lazy<LuceneDocumentStore> documents;
  private final Lazy<DuckDbBehaviorStore> behavior;
  private final Lazy<KeywordDesk> keywords;
  private final Lazy<AudienceDesk> audience;
  private final Lazy<Doorway> doorway;
  private final DeepLane deepLane;
  private final CpuShare deepShare;
  private final Reannotation reannotation;
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
    documents =
        new Lazy<>(() -> new LuceneDocumentStore(directory.room("index"), catalogue::current));
    behavior = new Lazy<>(() -> new DuckDbBehaviorStore(
        directory.room("behavior"),
        catalogue::current,
        new DuckDbSettings(
            DuckDbSettings.DEFAULT.threads(),
            settings.behaviorMegabytes(),
            DuckDbSettings.DEFAULT.compactAtBatches(),
            DuckDbSettings.DEFAULT.compactAtRows())));
    keywords = new Lazy<>(() -> new KeywordDesk(behavior.get(), catalogue, KeywordConfig.DEFAULT));
    audience =
        new Lazy<>(() -> new AudienceDesk(behavior.get(), catalogue, AudienceConfig.DEFAULT));
    deepLane = new DeepLane(
        documents::get, () -> settings.deepLane().on() && language.deepReady(), language::deep);
    deepShare = new CpuShare(settings.deepLane().cpu(), clock);
    reannotation = new Reannotation(documents::get, language);
    doorway = new Lazy<>(() -> new Doorway(this));
    questions = Questions.over(this, settings.zone());
  }

  /** Opens {@code directory}; the service owns it from now on. */
  public static Service open(
      Settings settings, DataDirectory directory, InstantSource clock, Json json) {
    return new Service(settings, directory, clock, json);
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
  public KeywordDesk keywords() {
    return keywords.get();
  }

  @Override
  public AudienceDesk audience() {
    return audience.get();
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
   * One tick of background work: at most {@code older} documents of an older dictionary, and only
   * when there is none, at most {@code deep} documents for the deep lane; returns how many it wrote.
   */
  int tend(int older, int deep) {
    int again = reannotation.step(older);
    return again > 0 ? again : refineWithinShare(deep);
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
    return documents.get();
  }

  BehaviorStore behavior() {
    return behavior.get();
  }

  /** Merges small behaviour files. */
  void compact() {
    behavior.ifOpened(DuckDbBehaviorStore::compact);
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

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    doorway.ifOpened(Doorway::close);
    documents.ifOpened(LuceneDocumentStore::close);
    behavior.ifOpened(DuckDbBehaviorStore::close);
    directory.close();
  }
}
