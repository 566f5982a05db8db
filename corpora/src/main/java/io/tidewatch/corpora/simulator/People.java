package io.tidewatch.corpora.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The people of a market. Each follows one of a few archetypes, which like the same handful of
 * categories, so that who buys in one category tells something about the others. A person is made
 * anew from the seed whenever needed; only what every day asks for is kept. Safe from any thread.
 */
final class People {
  /** Categories that a person cares for, at most. */
  static final int SLOTS = 4;

  private final SimulatorConfig config;
  private final Market market;
  private final Weights popularities;
  private final List<Weights> archetypes;
  private final long key;
  private final long botKey;
  private final float[] activity;
  private final float[] gifting;
  private final byte[] liked;

  People(SimulatorConfig config, Market market) {
    this.config = config;
    this.market = market;
    this.popularities = market.popularities();
    this.archetypes = archetypes();
    this.key = Chance.key(config.seed(), "person");
    this.botKey = Chance.key(config.seed(), "bot");
    this.activity = new float[config.users()];
    this.gifting = new float[config.users()];
    this.liked = new byte[config.users() * SLOTS];
    Arrays.fill(liked, (byte) -1);
  }

  int size() {
    return activity.length;
  }

  /** Fills in what every day asks for, of the people from {@code from} to before {@code to}. */
  void remember(int from, int to) {
    for (int n = from; n < to; n++) {
      Person person = person(n);
      activity[n] = (float) person.activity();
      gifting[n] = (float) person.gifting();
      for (int slot = 0; slot < person.liked().size(); slot++) {
        liked[n * SLOTS + slot] = (byte) (int) person.liked().get(slot);
      }
    }
  }

  /** Factor of the mean number of visits. */
  double activity(int number) {
    return activity[number];
  }

  double gifting(int number) {
    return gifting[number];
  }

  /** The shelf in a slot of a person, -1 when the slot is empty. */
  int liked(int number, int slot) {
    return liked[number * SLOTS + slot];
  }

  boolean bot(int number) {
    return config.bots().share() > 0
        && Chance.keyed(botKey, number).happens(config.bots().share());
  }

  /** Somebody who writes, the talkative more often; of those who care for a shelf if it is given. */
  Person author(int shelf, Chance chance) {
    Person person = person(chance.integer(0, size() - 1));
    for (int tries = 0; tries < 400; tries++) {
      boolean willing = chance.happens(Math.min(1, person.posting() / 4));
      if (willing && (shelf < 0 || person.cares(shelf))) {
        return person;
      }
      person = person(chance.integer(0, size() - 1));
    }
    return person;
  }

  Person person(int number) {
    var chance = Chance.keyed(key, number);
    double spread = config.traffic().activitySpread();
    double active = Math.exp(spread * chance.normal() - spread * spread / 2);
    double posting = Math.exp(chance.normal() - .5);
    long followers = Math.round(Math.exp(4.5 + 1.6 * chance.normal()));
    int archetype = chance.integer(0, archetypes.size() - 1);
    int wanted = chance.integer(2, SLOTS - 1);
    var shelves = new ArrayList<Integer>(SLOTS);
    var favourites = new ArrayList<List<Integer>>(SLOTS);
    double[] weights = new double[SLOTS];
    for (int i = 0; i <= wanted; i++) {
      int shelf = chance.index(i < wanted ? archetypes.get(archetype) : popularities);
      int slot = shelves.indexOf(shelf);
      if (slot < 0) {
        slot = shelves.size();
        shelves.add(shelf);
        favourites.add(preferred(market.shelves().get(shelf), chance));
      }
      weights[slot] += .3 + chance.exponential();
    }
    double sum = Arrays.stream(weights).sum();
    double[] own = new double[shelves.size()];
    for (int slot = 0; slot < own.length; slot++) {
      own[slot] = weights[slot] / sum;
    }
    return new Person(
        number,
        archetype,
        active,
        posting,
        followers,
        shelves,
        Weights.of(own),
        favourites,
        .5 * chance.normal(),
        Math.min(3, chance.exponential()),
        chance.integer(0, Person.TASTES - 1),
        chance.happens(.1) ? chance.between(.6, 1) : 1 + .5 * chance.exponential(),
        Math.min(3, chance.exponential()),
        Math.min(3, chance.exponential()));
  }

  private List<Weights> archetypes() {
    var patterns = new ArrayList<Weights>();
    for (int a = 0; a < config.crowd().archetypes(); a++) {
      var chance = Chance.of(config.seed(), "archetype", a);
      double[] liking = new double[market.shelves().size()];
      for (int i = 0; i < 5; i++) {
        liking[chance.index(popularities)] += 1;
      }
      patterns.add(Weights.of(liking));
    }
    return List.copyOf(patterns);
  }

  private static List<Integer> preferred(Shelf shelf, Chance chance) {
    int first = chance.index(shelf.shares());
    int second = chance.index(shelf.shares());
    return first == second || chance.happens(.5) ? List.of(first) : List.of(first, second);
  }
}
