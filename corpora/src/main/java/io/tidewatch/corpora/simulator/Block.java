package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.simulator.Rhythm.Season;
import io.tidewatch.corpora.simulator.Shopping.Call;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * A run of people with all that happens to them, a day at a time and in order of days. Blocks know
 * nothing of each other, so several threads may each run one; one block belongs to one thread at a
 * time.
 */
final class Block {
  private static final int INTRODUCED = 0;
  private static final int DEVICE = 1;

  private final Scene scene;
  private final int from;
  private final int to;
  private final Basket basket;
  private final Memory memory;
  private final Tally tally;
  private final ShopLog log;
  private final Shopping shopping;
  private final Advertising advertising;
  private final Bots bots;
  private final StoreVisits stores;
  private final BitSet machines = new BitSet();
  private final long dayKey;

  /** People from {@code from} to before {@code to}. */
  Block(Scene scene, int from, int to) {
    this.scene = scene;
    this.from = from;
    this.to = to;
    this.basket = new Basket(scene.config());
    this.memory = new Memory(from, to - from);
    this.tally = new Tally(scene.words(), scene.market());
    this.log = new ShopLog(basket);
    var checkout = new Checkout(scene, memory, log, basket);
    this.shopping = new Shopping(scene, memory, tally, log, checkout);
    this.advertising = new Advertising(scene, memory, tally, log, shopping, checkout);
    this.bots = new Bots(scene, tally, log);
    this.stores = new StoreVisits(scene, memory, log);
    this.dayKey = Chance.key(scene.config().seed(), "day of a person");
    for (int n = from; n < to; n++) {
      machines.set(n - from, scene.people().bot(n));
    }
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  Memory memory() {
    return memory;
  }

  /** What was to be expected since it was cleared last. */
  Tally tally() {
    return tally;
  }

  List<ReviewWish> reviews(int day) {
    return basket.takeReviews(day);
  }

  /** Lets a day happen; returns what is delivered on it, in order of time. */
  List<Event> day(int day) {
    SimulatorConfig config = scene.config();
    Season season = scene.seasons().get(day);
    LocalDate date = config.firstDay().plusDays(day);
    Instant midnight = date.atStartOfDay(SimulatorConfig.ZONE).toInstant();
    long key = Hashes.mix(dayKey, day);
    for (int n = from; n < to; n++) {
      var chance = Chance.keyed(key, n);
      log.begin(n, day);
      if (machines.get(n - from)) {
        bots.day(n, scene.people().person(n).id(), day, midnight, chance);
        continue;
      }
      double activity = scene.people().activity(n);
      double visiting = Scene.ORDINARY
          + Scene.NEED * needs(n, day)
          + scene.people().gifting(n) * scene.gifts().pull(day);
      int visits =
          chance.poisson(activity * config.traffic().visits() * season.visits() * visiting);
      int exposures = chance.poisson(activity * config.traffic().adExposures());
      int strolls =
          config.stores().count() == 0 ? 0 : chance.poisson(config.stores().visits());
      if (visits + exposures + strolls > 0) {
        happen(n, day, date, visits, exposures, strolls, visiting, chance);
      }
    }
    return basket.take(day);
  }

  private void happen(
      int n,
      int day,
      LocalDate date,
      int visits,
      int exposures,
      int strolls,
      double visiting,
      Chance chance) {
    Person person = scene.people().person(n);
    for (int i = 0; i < visits; i++) {
      Instant at = scene.rhythm().shoppingTime(date, chance);
      String user = user(person, day, at, chance);
      Call call = call(person, user, day, at, visiting, chance);
      shopping.visit(call, chance);
    }
    for (int i = 0; i < exposures; i++) {
      Instant at = scene.rhythm().postingTime(date, chance);
      introduce(person, at);
      advertising.expose(person, day, at, chance);
    }
    for (int i = 0; i < strolls; i++) {
      Instant noon = date.atTime(10, 0).atZone(SimulatorConfig.ZONE).toInstant();
      stores.visit(person, day, noon.plusSeconds(chance.integer(0, 39_600)), chance);
    }
  }

  private int needs(int n, int day) {
    int on = 0;
    for (int slot = 0; slot < People.SLOTS; slot++) {
      int shelf = scene.people().liked(n, slot);
      if (shelf >= 0 && scene.needs().on(n, slot, shelf, day)) {
        on++;
      }
    }
    return on;
  }

  private Call call(
      Person person, String user, int day, Instant at, double visiting, Chance chance) {
    double left = chance.uniform() * visiting;
    left -= Scene.ORDINARY;
    if (left < 0) {
      int shelf = person.shelf(scene.market().popularities(), chance);
      int slot = person.slot(shelf);
      return new Call(person, user, shelf, slot >= 0 && needs(person, slot, day), -1, day, at);
    }
    for (int slot = 0; slot < person.liked().size(); slot++) {
      if (needs(person, slot, day)) {
        left -= Scene.NEED;
        if (left < 0) {
          return new Call(person, user, person.liked().get(slot), true, -1, day, at);
        }
      }
    }
    if (scene.gifts().on(day).isEmpty()) {
      return new Call(person, user, person.liked().getFirst(), false, -1, day, at);
    }
    Gifts.Wish wish = scene.gifts().draw(day, chance);
    return new Call(person, user, wish.shelf(), true, wish.word(), day, at);
  }

  private boolean needs(Person person, int slot, int day) {
    return scene.needs().on(person.number(), slot, person.liked().get(slot), day);
  }

  /** What the records call the person on this visit; new devices are linked when they sign in. */
  private String user(Person person, int day, Instant at, Chance chance) {
    boolean anonymous = chance.happens(scene.config().crowd().anonymousShare());
    var devices = scene.identities().devices(person.number());
    int current = scene.identities().current(devices, day);
    var device = devices.get(current);
    introduce(person, at);
    if (scene.identities().linked(person.number())
        && memory.learns(person.number(), DEVICE + current)) {
      var account = new Identifier("user", person.id());
      log.link(account, new Identifier("device", device.address()), "login", 1, at);
      if (scene.config().crowd().anonymousShare() > 0) {
        log.link(account, new Identifier("cookie", device.cookie()), "login", 1, at);
      }
    }
    return anonymous ? device.cookie() : person.id();
  }

  private void introduce(Person person, Instant at) {
    int number = person.number();
    if (!memory.learns(number, INTRODUCED)) {
      return;
    }
    log.introduce(person, scene.config().seed(), at);
    var account = new Identifier("user", person.id());
    if (scene.identities().linked(number)) {
      var phone = new Identifier("phone", scene.identities().phone(number));
      log.link(account, phone, "login", 1, at);
    }
    if (scene.identities().handleDeclared(number)) {
      log.link(account, new Identifier("author", person.author()), "declared-handle", 1, at);
    }
  }
}
