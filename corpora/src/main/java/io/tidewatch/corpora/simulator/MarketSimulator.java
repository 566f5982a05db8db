package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.simulator.MarketTruth.KeywordTruth;
import io.tidewatch.corpora.simulator.MarketTruth.TrendTruth;
import io.tidewatch.corpora.simulator.MarketTruth.UserTruth;
import io.tidewatch.corpora.simulator.Rhythm.Season;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.record.Heartbeat;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A seeded market: people with latent tastes search, click and buy in a shop, write about it, and
 * follow a few planted trends. The same configuration, catalogue and texts give the same records.
 * Assumptions are listed in {@code docs/SIMULATOR.md}. Not safe for several threads.
 */
public final class MarketSimulator {
  private static final List<String> DOCUMENT_SOURCES =
      List.of(Talk.SOURCE, Reviews.SOURCE, HotList.SOURCE);
  private static final double LINKED = .3;

  private final SimulatorConfig config;
  private final SampleTexts texts;
  private final CommerceCalendar calendar;
  private final Market market;

  /**
   * Builds the shop. Events and queries whose brand or category the catalogue does not hold are
   * left out.
   *
   * @throws IllegalArgumentException when no category of the catalogue has products of two brands
   */
  public MarketSimulator(SimulatorConfig config, Catalogue catalogue, SampleTexts texts) {
    this.config = config;
    this.texts = texts;
    this.calendar = CommerceCalendar.shipped();
    this.market = Market.of(config, catalogue, texts);
  }

  public SimulatorConfig config() {
    return config;
  }

  /** Runs the whole market; {@code sink} gets its records in order of time. */
  public MarketTruth run(RecordSink sink) {
    var agenda = new Agenda(config.start(), config.end());
    var population = Population.of(config, market);
    var rhythm = new Rhythm(calendar);
    var phrasebook = new Phrasebook(market, texts);
    var talk = new Talk(config, market, population, phrasebook, agenda, rhythm, texts);
    var hotList = new HotList(market, texts, phrasebook, calendar, agenda);
    var shopping = new Shopping(
        config,
        market,
        new ShopLog(agenda),
        new Reviews(agenda, phrasebook, market.catalogue(), texts));
    List<Burst> bursts = Burst.plan(config, market, texts.events());
    var trends = new ArrayList<TrendTruth>();
    for (int i = 0; i < bursts.size(); i++) {
      var chance = Chance.of(config.seed(), "burst", i);
      int size = talk.burst(bursts.get(i), chance);
      trends.add(trend(bursts.get(i), size, hotList.burst(bursts.get(i), chance)));
    }
    introduce(population, agenda);
    List<Campaign> campaigns = Campaign.plan(config, market);
    LocalDate first = config.start().atZone(SimulatorConfig.ZONE).toLocalDate();
    LocalDate last = config.end().minusNanos(1).atZone(SimulatorConfig.ZONE).toLocalDate();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Season season = rhythm.season(day);
      var chance = Chance.of(config.seed(), "day", day.toEpochDay());
      heartbeats(day, agenda);
      hotList.day(day, chance);
      double posts = config.users() * config.postsPerUserDay() * season.posts();
      talk.day(day, chance.poisson(posts), chance);
      shop(day, season, population, bursts, campaigns, rhythm, shopping, chance);
      agenda.release(midnightAfter(day), sink);
    }
    trends.sort(Comparator.comparing(TrendTruth::start).thenComparing(TrendTruth::brandId));
    return new MarketTruth(trends, keywords(population), users(population));
  }

  private void shop(
      LocalDate day,
      Season season,
      Population population,
      List<Burst> bursts,
      List<Campaign> campaigns,
      Rhythm rhythm,
      Shopping shopping,
      Chance chance) {
    List<Burst> active = bursts.stream()
        .filter(b -> b.start().isBefore(midnightAfter(day))
            && b.end().isAfter(midnightAfter(day.minusDays(1))))
        .toList();
    double visits = config.sessionsPerUserDay() * season.visits();
    for (Shopper shopper : population.shoppers()) {
      for (int i = chance.poisson(shopper.activity() * visits); i > 0; i--) {
        shopping.visit(shopper, rhythm.shoppingTime(day, chance), season, active, chance);
      }
      int exposures = chance.poisson(shopper.activity() * config.adExposuresPerUserDay());
      for (int i = exposures; i > 0; i--) {
        Campaign campaign = Campaign.forShopper(campaigns, shopper, chance);
        shopping.advertise(shopper, campaign, rhythm.postingTime(day, chance), season, chance);
      }
    }
  }

  private void introduce(Population population, Agenda agenda) {
    Instant at = config.start();
    for (Shopper shopper : population.shoppers()) {
      agenda.add(
          at,
          new User(
              Agenda.envelope(ShopLog.SOURCE, shopper.id(), at, 0),
              shopper.id(),
              at,
              shopper.attributes(),
              "declared"));
      if (Chance.of(config.seed(), "linked", shopper.number()).happens(LINKED)) {
        String id = "link-" + shopper.id();
        agenda.add(
            at,
            new IdentityLink(
                Agenda.envelope(ShopLog.SOURCE, id, at, 0),
                id,
                new IdentityLink.Identifier("user", shopper.id()),
                new IdentityLink.Identifier("author", shopper.author()),
                "login",
                1.0,
                at));
      }
    }
  }

  private static void heartbeats(LocalDate day, Agenda agenda) {
    Instant midnight = day.atStartOfDay(SimulatorConfig.ZONE).toInstant();
    for (int hour = 0; hour < 24; hour++) {
      Instant at = midnight.plus(hour, ChronoUnit.HOURS);
      for (String source : DOCUMENT_SOURCES) {
        String id = source + "@" + at;
        agenda.add(at, new Heartbeat(Agenda.envelope(source, id, at, 0), id, at));
      }
    }
  }

  private TrendTruth trend(Burst burst, int size, int titles) {
    Shelf shelf = market.shelves().get(burst.shelf());
    var brand = shelf.stalls().get(burst.stall()).brand();
    boolean ongoing = burst.end().isAfter(config.end());
    return new TrendTruth(
        brand.id(),
        brand.name(),
        shelf.category().id(),
        burst.start(),
        ongoing ? config.end() : burst.end(),
        ongoing,
        size,
        titles,
        burst.event().title());
  }

  private List<KeywordTruth> keywords(Population population) {
    var keywords = new ArrayList<KeywordTruth>();
    for (int s = 0; s < market.shelves().size(); s++) {
      Shelf shelf = market.shelves().get(s);
      var expected = new Expectation(s, population);
      Map<String, Double> category = byBrand(shelf, expected.of(shelf.shares()));
      for (Keyword keyword : shelf.keywords()) {
        var labels = new LinkedHashMap<String, String>();
        for (int b = 0; b < shelf.stalls().size(); b++) {
          String label = keyword.planted().get(b);
          if (label != null) {
            labels.put(shelf.stalls().get(b).brand().id(), label);
          }
        }
        keywords.add(new KeywordTruth(
            keyword.text(),
            shelf.category().id(),
            keyword.weight(),
            keyword.plant().label(),
            byBrand(shelf, expected.of(keyword.shares())),
            category,
            labels));
      }
    }
    return keywords;
  }

  private static Map<String, Double> byBrand(Shelf shelf, Weights shares) {
    var byBrand = new LinkedHashMap<String, Double>();
    for (int b = 0; b < shares.size(); b++) {
      double rounded = Math.round(shares.get(b) / shares.sum() * 1e4) / 1e4;
      byBrand.put(shelf.stalls().get(b).brand().id(), rounded);
    }
    return byBrand;
  }

  private List<UserTruth> users(Population population) {
    return population.shoppers().stream()
        .map(shopper ->
            new UserTruth(shopper.id(), shopper.author(), interests(shopper), wouldBuy(shopper)))
        .toList();
  }

  private Map<String, Double> interests(Shopper shopper) {
    var interests = new LinkedHashMap<String, Double>();
    IntStream.range(0, shopper.interests().size())
        .filter(shopper::cares)
        .boxed()
        .sorted(Comparator.comparingDouble(s -> -shopper.interests().get(s)))
        .forEach(s -> interests.put(
            market.shelves().get(s).category().id(),
            Math.round(shopper.interests().get(s) * 1e4) / 1e4));
    return interests;
  }

  private List<String> wouldBuy(Shopper shopper) {
    return shopper.favourites().entrySet().stream()
        .flatMap(e -> e.getValue().stream()
            .map(b -> market.shelves().get(e.getKey()).stalls().get(b).brand().id()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Instant midnightAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(SimulatorConfig.ZONE).toInstant();
  }
}
