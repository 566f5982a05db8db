package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.DayFiles;
import io.tidewatch.behavior.FactFiles;
import io.tidewatch.behavior.FactType;
import io.tidewatch.behavior.Replacement;
import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.Statements;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.AdFact;
import io.tidewatch.model.behavior.AttributeFact;
import io.tidewatch.model.behavior.AttributedOrder;
import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BatchId;
import io.tidewatch.model.behavior.BehaviorQuality;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.BehaviorUpkeep;
import io.tidewatch.model.behavior.CampaignFacts;
import io.tidewatch.model.behavior.CategoryBrandOrders;
import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordOutcome;
import io.tidewatch.model.behavior.KeywordSpend;
import io.tidewatch.model.behavior.KeywordTotals;
import io.tidewatch.model.behavior.KeywordTraffic;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.PricedOrder;
import io.tidewatch.model.behavior.ProductHistory;
import io.tidewatch.model.behavior.ProductVersion;
import io.tidewatch.model.behavior.QualityRow;
import io.tidewatch.model.behavior.SeenIdentifier;
import io.tidewatch.model.behavior.ShownBrand;
import io.tidewatch.model.behavior.StoreFacts;
import io.tidewatch.model.behavior.StoredRecord;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.StoreUnavailableException;
import io.tidewatch.model.record.WriteOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Behaviour facts in Parquet files, read by an embedded DuckDB. The files are the only truth; the
 * engine holds in memory what arrived since the last compaction and a {@link KeyIndex}, both
 * rebuilt from the files at first use.
 *
 * <p>Writers take turns; readers run beside them and see whole batches. A sink must not call the
 * store that called it. Refunds count against an order in the order's own currency and up to the
 * end of the window; orders of products that the catalogue does not hold are stored, left out of
 * reads by brand or category, and listed by {@link #unknownProducts}. Amounts keep four decimals.
 */
public final class DuckDbBehaviorStore
    implements BehaviorStore,
        KeywordFacts,
        ProductHistory,
        BehaviorQuality,
        BehaviorUpkeep,
        AudienceFacts,
        CampaignFacts,
        MarketFacts,
        PersonFacts,
        StoreFacts,
        Statements {
  private final Path root;
  private final FactFiles files;
  private final Supplier<Catalogue> catalogue;
  private final DuckDbSettings settings;
  private final AtomicLong revision = new AtomicLong();
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock counting = new ReentrantLock();
  private final ReentrantReadWriteLock layoutLock = new ReentrantReadWriteLock();
  private volatile @Nullable Engine engine;
  private volatile boolean reopen;
  private volatile boolean closed;

  /**
   * Opens the folder, finishes or forgets what a crash left. The engine itself starts at the first
   * call.
   *
   * @param root the store's own folder, created when missing; one store at a time
   * @param catalogue gives the snapshot whose products and categories a read joins
   */
  public DuckDbBehaviorStore(Path root, Supplier<Catalogue> catalogue, DuckDbSettings settings) {
    this.root = root;
    this.files = new FactFiles(root);
    this.catalogue = catalogue;
    this.settings = settings;
    try {
      files.open();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** With {@link DuckDbSettings#DEFAULT}. */
  public DuckDbBehaviorStore(Path root, Supplier<Catalogue> catalogue) {
    this(root, catalogue, DuckDbSettings.DEFAULT);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Refuses the whole batch, before anything is written, with {@link IllegalArgumentException}
   * naming argument, rule and value when a record is of another family, has an id that is empty or holds
   * control characters, a time outside 1970 to 2199, or a negative amount or count. A record whose content is not newer than
   * what is stored is a duplicate.
   */
  @Override
  public List<WriteOutcome> accept(BatchId batch, List<? extends DataRecord> records) {
    return exclusively(() -> {
      Engine running = open();
      if (files.arrived().size() >= settings.compactAtBatches()
          || running.arrivals().rows() >= settings.compactAtRows()) {
        compactNow();
      }
      try {
        return new BatchWriter(files, running.arrivals(), running.lookup(files))
            .write(batch, records);
      } finally {
        revision.incrementAndGet();
      }
    });
  }

  /**
   * Merges what has arrived into one file a type and day, each key once; readers and the answers
   * do not change. Returns how many batches were merged. Cheap when nothing has arrived.
   */
  public int compact() {
    return exclusively(this::compactNow);
  }

  @Override
  public long revision() {
    return revision.get();
  }

  @Override
  public void attributedOrders(Window window, Consumer<AttributedOrder> sink) {
    read((session, views) -> {
      new BehaviorReads(session, views).attributedOrders(window, catalogue.get(), sink);
      return true;
    });
  }

  @Override
  public List<KeywordTraffic> keywordTraffic(Window window) {
    return read((session, views) -> new BehaviorReads(session, views).keywordTraffic(window));
  }

  @Override
  public List<CategoryBrandOrders> categoryBrandOrders(Window window) {
    return read((session, views) ->
        new BehaviorReads(session, views).categoryBrandOrders(window, catalogue.get()));
  }

  @Override
  public List<KeywordTotals> keywordTotals(Window window) {
    return read((session, views) -> new BehaviorReads(session, views).keywordTotals(window));
  }

  @Override
  public void interestFacts(Window window, Consumer<InterestFact> sink) {
    read((session, views) -> {
      new BehaviorReads(session, views).interestFacts(window, catalogue.get(), sink);
      return true;
    });
  }

  @Override
  public void audienceFacts(Window window, Consumer<AudienceFact> sink) {
    read((session, views) -> {
      new AudienceReads(session, views).facts(window, catalogue.get(), sink);
      return true;
    });
  }

  @Override
  public void shownBrands(Window window, Set<String> brandIds, Consumer<ShownBrand> sink) {
    read((session, views) -> {
      new AudienceReads(session, views).shown(window, catalogue.get(), brandIds, sink);
      return true;
    });
  }

  @Override
  public void advertisements(Window window, Set<String> campaignIds, Consumer<AdFact> sink) {
    read((session, views) -> {
      new AudienceReads(session, views).advertisements(window, campaignIds, sink);
      return true;
    });
  }

  @Override
  public void userAttributes(Window window, Consumer<UserAttribute> sink) {
    read((session, views) -> {
      new AudienceReads(session, views).attributes(window, sink);
      return true;
    });
  }

  @Override
  public void marketOrders(Window window, Consumer<MarketOrder> sink) {
    read((session, views) -> {
      new BehaviorReads(session, views).marketOrders(window, catalogue.get(), sink);
      return true;
    });
  }

  @Override
  public List<LocalDate> seenDays(Window window) {
    return read((session, views) -> new BehaviorReads(session, views).seenDays(window));
  }

  @Override
  public void run(String name, Window window, Consumer<List<@Nullable Object>> sink) {
    String statement = SqlText.named(name);
    read((session, views) -> {
      ProductTable.fill(session, catalogue.get());
      var definitions = new WindowViews(views, window);
      session.views(definitions, definitions.neededBy(statement).toArray(String[]::new));
      session.query(statement, row -> sink.accept(PlainRow.of(row)));
      return true;
    });
  }

  /**
   * {@inheritDoc}
   *
   * <p>Merges what has arrived first, so that sums of days that did not change can be kept. One
   * caller at a time.
   */
  @Override
  public <T> T keywordCounts(KeywordWindow window, Function<KeywordCounts, T> work) {
    counting.lock();
    try {
      exclusively(() -> {
        compactNow();
        layoutLock.readLock().lock();
        return true;
      });
      try {
        return read((session, views) -> {
          try (Session own = session.another()) {
            return work.apply(new DuckDbKeywordCounts(own, views, files, window, catalogue.get()));
          }
        });
      } finally {
        layoutLock.readLock().unlock();
      }
    } finally {
      counting.unlock();
    }
  }

  @Override
  public List<KeywordSpend> keywordSpend(Window window) {
    return read((session, views) -> new BehaviorReads(session, views).keywordSpend(window));
  }

  @Override
  public List<KeywordOutcome> keywordOutcomes(Window window) {
    return read((session, views) -> new BehaviorReads(session, views).keywordOutcomes(window));
  }

  @Override
  public String dataVersion() {
    return exclusively(files::version);
  }

  /** Products of orders in the window that the catalogue does not hold, ordered by id. */
  public List<UnknownProduct> unknownProducts(Window window) {
    return read((session, views) ->
        new BehaviorReads(session, views).unknownProducts(window, catalogue.get()));
  }

  @Override
  public List<ProductVersion> productHistory(Window window) {
    return read((session, views) -> new HistoryReads(session, views).products(window));
  }

  @Override
  public void pricedOrders(Window window, Consumer<PricedOrder> sink) {
    read((session, views) -> {
      new HistoryReads(session, views).pricedOrders(window, sink);
      return true;
    });
  }

  @Override
  public List<QualityRow> quality(Window window) {
    var rows = new ArrayList<>(read(
        (session, views) -> new HistoryReads(session, views).quality(window, catalogue.get())));
    try {
      rows.addAll(files.corrections().rows());
    } catch (IOException e) {
      throw unavailable(e);
    }
    rows.sort(Comparator.comparing(QualityRow::rule));
    return List.copyOf(rows);
  }

  @Override
  public void identityLinks(Instant before, Consumer<LinkFact> sink) {
    people(reads -> reads.links(before, sink));
  }

  @Override
  public void consents(Instant before, Consumer<ConsentFact> sink) {
    people(reads -> reads.consents(before, sink));
  }

  @Override
  public void attributes(Instant before, Consumer<AttributeFact> sink) {
    people(reads -> reads.attributes(before, sink));
  }

  @Override
  public void seenIdentifiers(Instant before, Consumer<SeenIdentifier> sink) {
    people(reads -> reads.seen(before, sink));
  }

  @Override
  public List<StoredRecord> recordsOf(Set<String> identifiers) {
    required(identifiers);
    return read((session, views) -> new PersonReads(session, views).recordsOf(identifiers));
  }

  @Override
  public List<String> sensingStores(Instant before) {
    var stores = new ArrayList<String>();
    people(reads -> reads.stores(before, stores::add));
    return stores;
  }

  @Override
  public void sensedDevices(Window window, String storeId, Consumer<String> sink) {
    people(reads -> reads.devices(window, storeId, sink));
  }

  private void people(PersonReading reading) {
    read((session, views) -> {
      reading.read(new PersonReads(session, views));
      return true;
    });
  }

  private static void required(Set<String> identifiers) {
    if (identifiers.isEmpty() || identifiers.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "identifiers: texts that are not empty are required, got " + identifiers);
    }
  }

  @Override
  public Map<String, LocalDate> retain(Map<String, Integer> days, Instant now) {
    Map<FactType, LocalDate> firstKept = RetentionDays.firstKept(days, now);
    return exclusively(() -> {
      open();
      if (RetentionDays.reaches(firstKept, files)) {
        compactNow();
        changeFiles(() -> files.seal(firstKept));
      }
      return RetentionDays.byLabel(files.sealed().firstKept());
    });
  }

  @Override
  public List<TypeCount> erase(Set<String> identifiers) {
    required(identifiers);
    return exclusively(() -> {
      Engine running = open();
      compactNow();
      Erasure.Plan plan = new Erasure(files, running.database().writer(), identifiers).prepare();
      List<Path> old = plan.replacement().deletions();
      if (!old.isEmpty()) {
        changeFiles(() -> files.replace(plan.replacement(), FactFiles.nameFor("erasure", old)));
      }
      return plan.removed();
    });
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return read((session, views) -> new StoreReads(session, views).newestEventTime());
  }

  @Override
  public List<TypeCount> counts() {
    return read((session, views) -> new StoreReads(session, views).counts());
  }

  @Override
  public void close() {
    writing.lock();
    layoutLock.writeLock().lock();
    try {
      closed = true;
      shut();
    } catch (SQLException e) {
      throw unavailable(e);
    } finally {
      layoutLock.writeLock().unlock();
      writing.unlock();
    }
  }

  private int compactNow() throws SQLException, IOException {
    Engine running = open();
    List<String> batches = files.arrived();
    if (batches.isEmpty()) {
      return 0;
    }
    Replacement replacement =
        new Compaction(files, running.database().writer(), running.lookup(files)).prepare();
    layoutLock.writeLock().lock();
    try {
      files.replace(replacement, Compaction.name(batches));
      running.arrivals().clear();
    } finally {
      layoutLock.writeLock().unlock();
    }
    return batches.size();
  }

  /**
   * Changes files under readers' feet: nobody reads meanwhile, answers kept by others expire, and no
   * kept sum remembers what goes.
   */
  private void changeFiles(FileChange change) throws IOException {
    layoutLock.writeLock().lock();
    try {
      DayFiles.forget(files.root());
      change.run();
    } finally {
      layoutLock.writeLock().unlock();
      revision.incrementAndGet();
    }
  }

  private <T> T exclusively(Work<T> work) {
    writing.lock();
    try {
      return work.run();
    } catch (SQLException | IOException e) {
      reopen = true;
      throw unavailable(e);
    } finally {
      writing.unlock();
    }
  }

  private <T> T read(Reading<T> reading) {
    layoutLock.readLock().lock();
    try {
      Engine running = engine;
      while (running == null || reopen) {
        layoutLock.readLock().unlock();
        try {
          exclusively(this::open);
        } finally {
          layoutLock.readLock().lock();
        }
        running = engine;
      }
      Session session = running.database().borrow();
      T answer;
      try {
        answer = reading.read(
            session, new FactViews(files.layout(), running.arrivals().types()));
      } catch (SQLException | RuntimeException e) {
        session.close();
        throw e;
      }
      running.database().giveBack(session);
      return answer;
    } catch (SQLException e) {
      throw unavailable(e);
    } finally {
      layoutLock.readLock().unlock();
    }
  }

  /** The running engine; after a failed write it is rebuilt from the files. */
  private Engine open() throws SQLException, IOException {
    if (closed) {
      throw new IllegalStateException("store: an open store is required, got a closed one");
    }
    Engine running = engine;
    if (running != null && !reopen) {
      return running;
    }
    layoutLock.writeLock().lock();
    try {
      shut();
      files.open();
      Engine fresh = new Engine(settings, files);
      engine = fresh;
      reopen = false;
      return fresh;
    } finally {
      layoutLock.writeLock().unlock();
    }
  }

  private void shut() throws SQLException {
    Engine running = engine;
    engine = null;
    if (running != null) {
      running.close();
    }
  }

  private StoreUnavailableException unavailable(Exception cause) {
    return new StoreUnavailableException(
        "behaviour store " + root + ": " + cause.getMessage(), cause);
  }

  /** Something that engine or disk may refuse. */
  private interface Work<T> {
    T run() throws SQLException, IOException;
  }

  /** A step that the disk may refuse. */
  private interface FileChange {
    void run() throws IOException;
  }

  /** A read of people that sends its rows on. */
  private interface PersonReading {
    void read(PersonReads reads) throws SQLException;
  }

  /** A read on a session of its own. */
  private interface Reading<T> {
    T read(Session session, FactViews views) throws SQLException;
  }
}
