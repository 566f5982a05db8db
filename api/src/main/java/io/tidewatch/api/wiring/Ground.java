package io.tidewatch.api.wiring;

import io.tidewatch.api.view.Json;
import io.tidewatch.behavior.duckdb.DuckDbBehaviorStore;
import io.tidewatch.behavior.duckdb.DuckDbSettings;
import io.tidewatch.connectors.decode.KeyedHash;
import io.tidewatch.connectors.intake.DeadLetters;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.state.StateDatabase;
import io.tidewatch.state.StateLocation;
import io.tidewatch.trend.question.IndexedDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/**
 * What all rooms of a service stand on: its settings, the data directory that it owns, and the stores
 * in it, each opened when it is first needed.
 */
record Ground(
    Settings settings,
    DataDirectory directory,
    InstantSource clock,
    Json json,
    CatalogueJournal catalogue,
    Lazy<IndexedDocuments> documents,
    Lazy<DuckDbBehaviorStore> behavior,
    Lazy<StateDatabase> state,
    Lazy<KeyedHash> hash,
    DeadLetters deadLetters)
    implements AutoCloseable {

  static Ground of(Settings settings, DataDirectory directory, InstantSource clock, Json json) {
    directory.room("catalogue");
    var catalogue = new CatalogueJournal(
        directory.path().resolve(CatalogueJournal.FILE), SeedCatalogue.shipped(), json);
    return new Ground(
        settings,
        directory,
        clock,
        json,
        catalogue,
        new Lazy<>(() -> settings.documents().open(directory, catalogue::current)),
        new Lazy<>(() -> new DuckDbBehaviorStore(
            directory.room("behavior"),
            catalogue::current,
            new DuckDbSettings(
                DuckDbSettings.DEFAULT.threads(),
                settings.behaviorMegabytes(),
                DuckDbSettings.DEFAULT.compactAtBatches(),
                DuckDbSettings.DEFAULT.compactAtRows()))),
        new Lazy<>(() -> StateDatabase.open(
            settings.rules().state() == null
                ? StateLocation.file(directory.room("state"))
                : settings.rules().state())),
        new Lazy<>(() -> keyedHash(directory)),
        new DeadLetters(directory.path().resolve("dead-letter"), clock));
  }

  private static KeyedHash keyedHash(DataDirectory directory) {
    try {
      return KeyedHash.open(directory.path().resolve("device.key"));
    } catch (IOException e) {
      throw new UncheckedIOException("data-dir: device.key cannot be read or written", e);
    }
  }

  /** Closes what was opened and gives the directory up. */
  @Override
  public void close() {
    state.ifOpened(StateDatabase::close);
    documents.ifOpened(IndexedDocuments::close);
    behavior.ifOpened(DuckDbBehaviorStore::close);
    directory.close();
  }
}
