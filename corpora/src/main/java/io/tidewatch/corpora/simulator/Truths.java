package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.simulator.MarketTruth.DeviceTruth;
import io.tidewatch.corpora.simulator.MarketTruth.IdentityTruth;
import io.tidewatch.corpora.simulator.MarketTruth.KeywordDay;
import io.tidewatch.corpora.simulator.MarketTruth.KeywordTruth;
import io.tidewatch.corpora.simulator.MarketTruth.TrendTruth;
import io.tidewatch.corpora.simulator.MarketTruth.UserTruth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts what a market was made with into rows for its judges. */
final class Truths {
  private final Scene scene;

  Truths(Scene scene) {
    this.scene = scene;
  }

  TrendTruth trend(Burst burst, int size, int titles) {
    Shelf shelf = scene.market().shelves().get(burst.shelf());
    var brand = shelf.stalls().get(burst.stall()).brand();
    boolean ongoing = burst.end().isAfter(scene.config().end());
    return new TrendTruth(
        brand.id(),
        brand.name(),
        shelf.category().id(),
        burst.start(),
        ongoing ? scene.config().end() : burst.end(),
        ongoing,
        size,
        titles,
        burst.event().title());
  }

  /** The rows of a day: every word that was searched for, then every category. */
  List<KeywordDay> day(LocalDate day, Tally tally) {
    var rows = new ArrayList<KeywordDay>();
    for (int s = 0; s < scene.words().size(); s++) {
      Shelf shelf = scene.market().shelves().get(s);
      for (int k = 0; k < scene.words().get(s).size(); k++) {
        if (tally.searches(s, k) + tally.botSearches(s, k) > 0) {
          rows.add(new KeywordDay(
              day,
              shelf.category().id(),
              scene.words().get(s).keyword(k).text(),
              tally.searches(s, k),
              tally.botSearches(s, k),
              amounts(shelf, tally.orders(s, k)),
              amounts(shelf, tally.revenue(s, k))));
        }
      }
      rows.add(new KeywordDay(
          day, shelf.category().id(), "", 0, 0, amounts(shelf, tally.category(s)), Map.of()));
    }
    return rows;
  }

  List<KeywordTruth> keywords(Tally tally) {
    var keywords = new ArrayList<KeywordTruth>();
    for (int s = 0; s < scene.words().size(); s++) {
      Shelf shelf = scene.market().shelves().get(s);
      Map<String, Double> category = shares(shelf, tally.category(s));
      for (int k = 0; k < scene.words().get(s).size(); k++) {
        Keyword keyword = scene.words().get(s).keyword(k);
        var variants = new LinkedHashMap<String, String>();
        keyword.variants().forEach(v -> variants.put(v.text(), v.how()));
        keywords.add(new KeywordTruth(
            keyword.text(),
            shelf.category().id(),
            keyword.kind().name().toLowerCase(Locale.ROOT),
            variants,
            round(keyword.weight(), 1e6),
            keyword.plant().label(),
            tally.searches(s, k),
            tally.botSearches(s, k),
            round(sum(tally.orders(s, k)), 1e3),
            round(sum(tally.revenue(s, k)), 1e2),
            shares(shelf, tally.orders(s, k)),
            category,
            labels(shelf, keyword, tally.orders(s, k), tally.category(s))));
      }
    }
    return keywords;
  }

  UserTruth user(int number) {
    Person person = scene.people().person(number);
    boolean bot = scene.people().bot(number);
    var interests = new LinkedHashMap<String, Double>();
    IntStream.range(0, bot ? 0 : person.liked().size())
        .boxed()
        .sorted(Comparator.comparingDouble(slot -> -person.weights().get(slot)))
        .forEach(slot -> interests.put(
            shelf(person, slot).category().id(),
            round(Person.ATTENTION * person.weights().get(slot), 1e4)));
    var wouldBuy = IntStream.range(0, bot ? 0 : person.liked().size())
        .boxed()
        .flatMap(slot -> person.favourites().get(slot).stream()
            .map(b -> shelf(person, slot).stalls().get(b).brand().id()))
        .distinct()
        .sorted()
        .toList();
    return new UserTruth(
        person.id(),
        person.author(),
        bot,
        interests,
        wouldBuy,
        round(person.activity(), 1e4),
        round(person.budget(), 1e4),
        round(person.thrift(), 1e4),
        person.taste(),
        round(person.persuasion(), 1e4),
        round(person.openness(), 1e4),
        round(person.gifting(), 1e4));
  }

  IdentityTruth identity(int number) {
    Person person = scene.people().person(number);
    Identities identities = scene.identities();
    return new IdentityTruth(
        person.id(),
        person.author(),
        identities.phone(number),
        identities.linked(number),
        identities.handleDeclared(number),
        identities.consents(number),
        identities.devices(number).stream()
            .map(d -> new DeviceTruth(
                d.address(), d.cookie(), scene.config().firstDay().plusDays(d.fromDay())))
            .toList());
  }

  /** The attention that each position of a list gets. */
  List<Double> attention() {
    return IntStream.range(0, scene.config().traffic().resultsPerPage())
        .mapToObj(place -> round(scene.appeal().examined(place), 1e6))
        .toList();
  }

  private Shelf shelf(Person person, int slot) {
    return scene.market().shelves().get(person.liked().get(slot));
  }

  /** Planted labels that the expected orders bear out; in between nothing is clear. */
  private static Map<String, String> labels(
      Shelf shelf, Keyword keyword, double[] orders, double[] category) {
    var labels = new LinkedHashMap<String, String>();
    for (int b = 0; b < orders.length; b++) {
      String label = keyword.planted().get(b);
      double share = orders[b] / sum(orders);
      double lift = share / (category[b] / sum(category));
      boolean clear = label != null
          && switch (label) {
            case "OWNED" -> share > .7;
            case "RIVAL_OWNED" -> share < .3;
            case "CONTESTED_ADVANTAGE" -> lift > 1.3;
            case "OPEN_WEAK" -> lift < .3;
            default -> lift > .85 && lift < 1.18;
          };
      if (label != null && clear) {
        labels.put(shelf.stalls().get(b).brand().id(), label);
      }
    }
    return labels;
  }

  private static Map<String, Double> shares(Shelf shelf, double[] orders) {
    var shares = new LinkedHashMap<String, Double>();
    double sum = sum(orders);
    for (int b = 0; b < orders.length && sum > 0; b++) {
      shares.put(shelf.stalls().get(b).brand().id(), round(orders[b] / sum, 1e4));
    }
    return shares;
  }

  private static Map<String, Double> amounts(Shelf shelf, double[] amounts) {
    var byBrand = new LinkedHashMap<String, Double>();
    for (int b = 0; b < amounts.length; b++) {
      if (amounts[b] > 0) {
        byBrand.put(shelf.stalls().get(b).brand().id(), round(amounts[b], 1e5));
      }
    }
    return byBrand;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double round(double value, double steps) {
    return Math.round(value * steps) / steps;
  }
}
