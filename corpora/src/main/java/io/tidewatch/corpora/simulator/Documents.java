package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.simulator.MarketTruth.TrendTruth;
import io.tidewatch.model.record.Heartbeat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is written in a market: posts, reviews, the hot list, and a heartbeat of each source every
 * hour. One thread, days in order.
 */
final class Documents {
  private static final List<String> SOURCES = List.of(Talk.SOURCE, Reviews.SOURCE, HotList.SOURCE);

  private final Scene scene;
  private final Agenda agenda;
  private final Talk talk;
  private final HotList hotList;
  private final Reviews reviews;

  Documents(Scene scene, CommerceCalendar calendar, SampleTexts texts) {
    SimulatorConfig config = scene.config();
    Market market = scene.market();
    var phrasebook = new Phrasebook(market, texts);
    this.scene = scene;
    this.agenda = new Agenda(config.start(), config.end());
    this.talk = new Talk(config, market, scene.people(), phrasebook, agenda, scene.rhythm(), texts);
    this.hotList = new HotList(market, texts, phrasebook, calendar, agenda);
    this.reviews = new Reviews(agenda, phrasebook, market.catalogue(), texts);
  }

  /** Plants the trends; call once, before the first day. */
  List<TrendTruth> trends(Truths truths) {
    var trends = new ArrayList<TrendTruth>();
    for (int i = 0; i < scene.bursts().size(); i++) {
      var chance = Chance.of(scene.config().seed(), "burst", i);
      Burst burst = scene.bursts().get(i);
      int size = talk.burst(burst, chance);
      trends.add(truths.trend(burst, size, hotList.burst(burst, chance)));
    }
    trends.sort(Comparator.comparing(TrendTruth::start).thenComparing(TrendTruth::brandId));
    return trends;
  }

  /** The documents of a day, in order of time. */
  List<Event> day(int number, List<ReviewWish> wishes) {
    SimulatorConfig config = scene.config();
    LocalDate day = config.firstDay().plusDays(number);
    var chance = Chance.of(config.seed(), "day", day.toEpochDay());
    heartbeats(day);
    hotList.day(day, chance);
    double posts =
        config.users() * config.social().posts() * scene.seasons().get(number).posts();
    talk.day(day, chance.poisson(posts), chance);
    for (ReviewWish wish : wishes) {
      Person person = scene.people().person(wish.person());
      var own =
          Chance.of(config.seed(), "review " + wish.written().getEpochSecond(), person.number());
      reviews.write(wish, person, scene.racks().get(wish.shelf()), own);
    }
    return agenda.release(day.plusDays(1).atStartOfDay(SimulatorConfig.ZONE).toInstant());
  }

  private void heartbeats(LocalDate day) {
    Instant midnight = day.atStartOfDay(SimulatorConfig.ZONE).toInstant();
    for (int hour = 0; hour < 24; hour++) {
      Instant at = midnight.plus(hour, ChronoUnit.HOURS);
      for (String source : SOURCES) {
        String id = source + "@" + at;
        agenda.add(at, new Heartbeat(Agenda.envelope(source, id, at, 0), id, at));
      }
    }
  }
}
