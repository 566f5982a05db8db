package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SampleTexts.TemplateKind;
import io.tidewatch.model.record.ListEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hot-search list that is looked at every hour: ordinary topics and what the trends bring. */
final class HotList {
  static final String SOURCE = "hot-search";
  private static final int TOPICS_PER_DAY = 16;
  private static final int LONGEST_TITLE = 30;

  private final Market market;
  private final SampleTexts texts;
  private final Phrasebook phrasebook;
  private final CommerceCalendar calendar;
  private final Agenda agenda;
  private final List<Topic> topics = new ArrayList<>();

  /** A title that is on the list from {@code start} for some hours; heat is highest early on. */
  private record Topic(
      String title,
      @Nullable String category,
      boolean advertisement,
      Instant start,
      int hours,
      long peak) {

    boolean on(Instant at) {
      return !at.isBefore(start) && at.isBefore(start.plus(Duration.ofHours(hours)));
    }

    long heat(Instant at) {
      double age = (Duration.between(start, at).toHours() + 1) / (hours + 1.0);
      return Math.round(peak * 4 * Math.sqrt(age) * (1 - age) / 1.54);
    }
  }

  HotList(
      Market market,
      SampleTexts texts,
      Phrasebook phrasebook,
      CommerceCalendar calendar,
      Agenda agenda) {
    this.market = market;
    this.texts = texts;
    this.phrasebook = phrasebook;
    this.calendar = calendar;
    this.agenda = agenda;
  }

  /** Puts the titles of a trend on the list. Returns how many it brings within the market. */
  int burst(Burst burst, Chance chance) {
    Shelf shelf = market.shelves().get(burst.shelf());
    Stall stall = shelf.stalls().get(burst.stall());
    var titles = new ArrayList<String>(List.of(burst.event().title()));
    burst.event().templates().stream()
        .filter(t -> t.length() <= LONGEST_TITLE)
        .sorted(Comparator.comparingInt(String::length))
        .limit(4)
        .map(t -> phrasebook
            .fill(t, shelf, stall, stall.products().getFirst(), chance)
            .replace("#", ""))
        .forEach(titles::add);
    int seen = 0;
    for (int i = 0; i < titles.size(); i++) {
      Instant start = hour(burst.start().plus(Duration.ofHours(1 + i)));
      int hours = Math.max(
          3, (int) Duration.between(start, burst.end()).toHours() - chance.integer(0, 4 * i));
      topics.add(new Topic(
          titles.get(i),
          shelf.category().name(),
          false,
          start,
          hours,
          chance.integer(400_000, 1_200_000) / (i + 1)));
      seen += agenda.holds(start) ? 1 : 0;
    }
    return seen;
  }

  /** The sightings of a day: every hour what is on the list then, the hottest first. */
  void day(LocalDate day, Chance chance) {
    for (int i = 0; i < TOPICS_PER_DAY; i++) {
      topics.add(ordinary(day, chance));
    }
    Instant midnight = day.atStartOfDay(SimulatorConfig.ZONE).toInstant();
    for (int h = 0; h < 24; h++) {
      look(midnight.plus(Duration.ofHours(h)), day);
    }
    topics.removeIf(
        t -> t.start.plus(Duration.ofHours(t.hours)).isBefore(midnight.plus(Duration.ofDays(1))));
  }

  private void look(Instant at, LocalDate day) {
    List<Topic> on = topics.stream()
        .filter(t -> t.on(at))
        .sorted(Comparator.comparingLong((Topic t) -> -t.heat(at)).thenComparing(Topic::title))
        .toList();
    var titles = new HashSet<String>();
    int rank = 0;
    for (Topic topic : on) {
      if (!titles.add(topic.title)) {
        continue;
      }
      rank++;
      String id = topic.title + "@" + day;
      long heat = topic.heat(at);
      agenda.add(
          at,
          new ListEntry(
              Agenda.envelope(SOURCE, id, at, heat),
              id,
              topic.title,
              topic.title,
              at,
              heat,
              rank,
              topic.category,
              topic.advertisement));
    }
  }

  private Topic ordinary(LocalDate day, Chance chance) {
    Instant start = day.atStartOfDay(SimulatorConfig.ZONE)
        .toInstant()
        .plus(Duration.ofHours(chance.integer(6, 23)));
    int hours = chance.integer(3, 7);
    long peak = Math.round(120_000 * Math.exp(.8 * chance.normal()));
    double kind = chance.uniform();
    if (kind < .25) {
      Shelf shelf = market.shelves().get(chance.index(market.popularities()));
      Stall stall = shelf.stalls().get(chance.index(shelf.shares()));
      boolean advertisement = chance.happens(.3);
      var text = phrasebook.text(
          advertisement ? TemplateKind.ADVERTISEMENT : TemplateKind.PREVIEW,
          shelf,
          stall,
          stall.products().getFirst(),
          chance);
      if (text.isPresent() && text.get().length() <= LONGEST_TITLE) {
        return new Topic(text.get(), shelf.category().name(), advertisement, start, hours, peak);
      }
    }
    var moments = calendar.on(day);
    if (kind < .35 && !moments.isEmpty()) {
      String occasion = chance.oneOf(moments).occasion().name();
      Shelf shelf = chance.oneOf(market.shelves());
      return new Topic(
          occasion + shelf.category().name() + "怎么买",
          shelf.category().name(),
          false,
          start,
          hours,
          peak);
    }
    String title =
        texts.titles().isEmpty() ? day + "天气" : chance.oneOf(texts.titles()).title();
    return new Topic(title, null, false, start, hours, peak);
  }

  private static Instant hour(Instant at) {
    return at.truncatedTo(ChronoUnit.HOURS);
  }
}
