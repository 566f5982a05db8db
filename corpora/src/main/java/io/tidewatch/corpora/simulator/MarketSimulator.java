package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.simulator.MarketTruth.Conversion;
import io.tidewatch.corpora.simulator.MarketTruth.IdentityTruth;
import io.tidewatch.corpora.simulator.MarketTruth.KeywordDay;
import io.tidewatch.corpora.simulator.MarketTruth.UserTruth;
import io.tidewatch.corpora.simulator.Rhythm.Season;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.DataRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A seeded market: people with latent tastes search, click and buy in a shop, write about it, and
 * follow a few planted trends. The same configuration, catalogue and texts give the same records,
 * whatever the number of threads. Days follow one another; blocks of people share the work of a
 * day. Memory holds some bytes a person and one day's records. Assumptions are listed in {@code
 * docs/SIMULATOR.md}. One run; not for several callers.
 */
public final class MarketSimulator {
  /** Changes whenever the same settings give other records or another truth. */
  public static final String VERSION = "2.0";

  private static final int BLOCK = 4096;

  private final Scene scene;
  private final Truths truths;
  private final CommerceCalendar calendar;
  private final SampleTexts texts;
  private final int days;

  /**
   * Builds the shop. Events and queries whose brand or category the catalogue does not hold are
   * left out.
   *
   * @throws IllegalArgumentException when no category of the catalogue has products of two brands
   */
  public MarketSimulator(SimulatorConfig config, Catalogue catalogue, SampleTexts texts) {
    this.texts = texts;
    this.calendar = CommerceCalendar.shipped();
    LocalDate last = config.end().minusNanos(1).atZone(SimulatorConfig.ZONE).toLocalDate();
    this.days = 1 + (int) config.firstDay().until(last, ChronoUnit.DAYS);
    Market market = Market.of(config, catalogue, texts);
    List<Rack> racks = Rack.of(config, market);
    var rhythm = new Rhythm(calendar, config.events().festivals());
    List<Words> words = racks.stream().map(Words::new).toList();
    var seasons = new ArrayList<Season>();
    for (int day = 0; day < days; day++) {
      seasons.add(rhythm.season(config.firstDay().plusDays(day)));
    }
    this.scene = new Scene(
        config,
        market,
        racks,
        words,
        new People(config, market),
        new Identities(config),
        new Needs(config.seed(), market.shelves()),
        OfferBook.of(config, racks, rhythm),
        rhythm,
        seasons,
        new Gifts(config, calendar, words),
        new Appeal(config),
        Burst.plan(config, market, texts.events()),
        Campaign.plan(config, market));
    this.truths = new Truths(scene);
  }

  public SimulatorConfig config() {
    return scene.config();
  }

  /** Runs the whole market in one thread; {@code sink} gets its records in order of time. */
  public MarketTruth run(Consumer<DataRecord> sink) {
    return run(new Collecting(sink), 1);
  }

  /**
   * Runs the whole market.
   *
   * @param threads at least 1; they do not change the result
   */
  public <T> MarketTruth run(MarketSink<T> sink, int threads) {
    ExecutorService workers = Executors.newFixedThreadPool(
        threads, Thread.ofPlatform().daemon().name("market-", 0).factory());
    try {
      return run(sink, workers, threads);
    } finally {
      workers.shutdownNow();
    }
  }

  /** What is true of a person, 0-based. */
  public UserTruth user(int number) {
    return truths.user(number);
  }

  /** Who hides behind the identifiers of a person, 0-based. */
  public IdentityTruth identity(int number) {
    return truths.identity(number);
  }

  private <T> MarketTruth run(MarketSink<T> sink, ExecutorService workers, int threads) {
    List<Block> blocks = all(workers, blocks());
    var documents = new Documents(scene, calendar, texts);
    var trends = documents.trends(truths);
    var news = new ProductNews(scene);
    var whole = new Tally(scene.words(), scene.market());
    ConversionOracle oracle =
        config().truth().focalBrands() == 0 ? null : new ConversionOracle(scene);
    for (int number = 0; number < days; number++) {
      int day = number;
      if (oracle != null && oracle.day() == day) {
        conversions(blocks, oracle, sink, workers, threads);
      }
      List<T> behavior = all(
          workers,
          blocks.stream().<Callable<T>>map(b -> () -> sink.pack(b.day(day))).toList());
      List<ReviewWish> wishes = blocks.stream()
          .flatMap(b -> b.reviews(day).stream())
          .sorted(Comparator.comparing(ReviewWish::written).thenComparingInt(ReviewWish::person))
          .toList();
      LocalDate date = config().firstDay().plusDays(day);
      sink.day(
          date,
          config().records().dimensions() ? news.on(day) : List.of(),
          documents.day(day, wishes),
          behavior);
      var today = new Tally(scene.words(), scene.market());
      for (Block block : blocks) {
        today.add(block.tally());
        block.tally().clear();
      }
      truths.day(date, today).forEach(sink::expected);
      whole.add(today);
    }
    return new MarketTruth(
        trends, truths.keywords(whole), scene.offers().events(), truths.attention());
  }

  private List<Callable<Block>> blocks() {
    var blocks = new ArrayList<Callable<Block>>();
    for (int from = 0; from < config().users(); from += BLOCK) {
      int first = from;
      int end = Math.min(config().users(), from + BLOCK);
      blocks.add(() -> {
        scene.people().remember(first, end);
        return new Block(scene, first, end);
      });
    }
    return blocks;
  }

  /** A few blocks at a time, so that not all answers are in memory at once. */
  private <T> void conversions(
      List<Block> blocks,
      ConversionOracle oracle,
      MarketSink<T> sink,
      ExecutorService workers,
      int threads) {
    for (int from = 0; from < blocks.size(); from += 4 * threads) {
      var some = blocks.subList(from, Math.min(blocks.size(), from + 4 * threads));
      List<List<Conversion>> answers = all(
          workers,
          some.stream()
              .<Callable<List<Conversion>>>map(b -> () -> conversions(b, oracle))
              .toList());
      answers.forEach(rows -> rows.forEach(sink::conversion));
    }
  }

  private List<Conversion> conversions(Block block, ConversionOracle oracle) {
    var rows = new ArrayList<Conversion>();
    for (int n = block.from(); n < block.to(); n++) {
      if (!scene.people().bot(n)) {
        oracle.of(scene.people().person(n), block.memory()).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static <T> List<T> all(ExecutorService workers, List<Callable<T>> tasks) {
    try {
      var results = new ArrayList<T>();
      for (Future<T> done : workers.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the market was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the market failed", e.getCause());
    }
  }

  private record Collecting(Consumer<DataRecord> sink) implements MarketSink<List<Event>> {
    @Override
    public List<Event> pack(List<Event> events) {
      return events;
    }

    @Override
    public void day(
        LocalDate day,
        List<DataRecord> products,
        List<Event> documents,
        List<List<Event>> behavior) {
      products.forEach(sink);
      var all = new ArrayList<>(documents);
      behavior.forEach(all::addAll);
      all.sort(Comparator.comparingLong(Event::second));
      all.forEach(event -> sink.accept(event.record()));
    }

    @Override
    public void expected(KeywordDay day) {}

    @Override
    public void conversion(Conversion conversion) {}
  }
}
