package io.tidewatch.corpora.simulator;

import io.tidewatch.corpora.simulator.Rhythm.Season;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.Interaction.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits to the shop: a search or a look around, what is shown, looked at, clicked and kept. Each
 * product in view goes its own way, so that what a visit was to bring is known exactly and goes
 * into the tally.
 */
final class Shopping {
  private static final double TRACKED = .85;
  private static final double BURST_PULL = .2;
  private static final double SPONSORED = .12;
  private static final int REACHED = 7;

  private final Scene scene;
  private final Memory memory;
  private final Tally tally;
  private final ShopLog log;
  private final Checkout checkout;
  private final ResultPage page;

  Shopping(Scene scene, Memory memory, Tally tally, ShopLog log, Checkout checkout) {
    this.scene = scene;
    this.memory = memory;
    this.tally = tally;
    this.log = log;
    this.checkout = checkout;
    this.page = new ResultPage(Math.max(Words.AT_ONCE, config().traffic().resultsPerPage()));
  }

  /**
   * Who visits which shelf and when.
   *
   * @param user what the records call the person: an account or a cookie
   * @param purpose whether something is needed
   * @param word a word that is typed for a festival, -1 for none
   */
  record Call(
      Person person, String user, int shelf, boolean purpose, int word, int day, Instant at) {}

  void visit(Call call, Chance chance) {
    Rack rack = scene.racks().get(call.shelf());
    Words words = scene.words().get(call.shelf());
    int slot = call.person().slot(call.shelf());
    int word = word(call, words, slot, chance);
    boolean search = word != words.none();
    int limit = search ? config().traffic().resultsPerPage() : Words.AT_ONCE;
    words.rank(word, scene.offers(), call.day(), limit, page, chance);
    int shown = words.shown(word, page.size(), chance);
    String queryId = null;
    String typed = null;
    if (search) {
      typed = words.keyword(word).typed(config().queries().variantShare(), chance);
      queryId = log.search(call.user(), call.at(), typed, results(rack));
      tally.search(call.shelf(), word, false);
    }
    String tracked = queryId != null && chance.happens(TRACKED) ? queryId : null;
    var look = new Look(call, rack, words, word, slot, tracked, typed);
    for (int place = 0; place < shown; place++) {
      log.interaction(
          Action.IMPRESSION,
          call.user(),
          call.at().plusSeconds(1),
          rack.product(page.product(place)),
          tracked,
          place + 1,
          search ? "search" : "feed");
    }
    for (int place = 0; place < shown; place++) {
      look(look, place, chance);
    }
  }

  /** How probable an order is once a product was clicked, by an account that a campaign reached. */
  double buying(Person person, int slot, Rack rack, int p, boolean purpose, int day) {
    Season season = scene.seasons().get(day);
    double discount = scene.offers().discount(day, rack.first() + p);
    boolean satisfied = satisfied(person, slot, rack.number(), day);
    return scene.appeal().cart(person, purpose, satisfied, discount, season.purchases())
        * scene.appeal().order(rack.shelf());
  }

  private record Look(
      Call call,
      Rack rack,
      Words words,
      int word,
      int slot,
      @Nullable String queryId,
      @Nullable String typed) {}

  private void look(Look look, int place, Chance chance) {
    Call call = look.call();
    Rack rack = look.rack();
    int p = page.product(place);
    int stall = rack.stall(p);
    Person person = call.person();
    double liking = scene
        .appeal()
        .liking(person, look.slot(), rack, p, memory.lastStall(person.number(), look.slot()));
    double wish = wish(person, call.shelf(), stall, call.day());
    double click = scene.appeal().click(liking, look.words().tilt(look.word(), stall), wish);
    double clicked = scene.appeal().examined(place) * click;
    double buying = buying(person, look.slot(), rack, p, call.purpose(), call.day());
    expect(look, p, clicked * buying);
    boolean sponsored = place == 0 && look.typed() != null && chance.happens(SPONSORED);
    Product product = rack.product(p);
    String campaign = "search-" + product.brandId();
    if (sponsored) {
      log.advertisement(
          false, call.user(), call.at().plusSeconds(1), campaign, product, null, look.typed());
    }
    if (!chance.happens(clicked)) {
      return;
    }
    Instant at = call.at().plusSeconds(3L + 12L * place + chance.integer(0, 25));
    if (sponsored) {
      BigDecimal cost = BigDecimal.valueOf(chance.integer(60, 240), 2);
      log.advertisement(true, call.user(), at, campaign, product, cost, look.typed());
    }
    clicked(look, product, place, at, chance);
    double cart = buying / scene.appeal().order(rack.shelf());
    if (!chance.happens(cart)) {
      return;
    }
    Instant kept = at.plusSeconds(chance.integer(20, 300));
    log.interaction(Action.CART, call.user(), kept, product, look.queryId(), null, channel(look));
    if (chance.happens(scene.appeal().order(rack.shelf()))) {
      checkout.pay(person, rack, p, look.slot(), look.queryId(), call.day(), kept, chance);
    }
  }

  private void expect(Look look, int p, double probability) {
    int shelf = look.call().shelf();
    int stall = look.rack().stall(p);
    if (look.word() == look.words().none()) {
      tally.expect(shelf, stall, probability);
    } else {
      double amount = Checkout.expected(
          scene.offers().price(look.call().day(), look.rack().first() + p).doubleValue());
      tally.expect(shelf, look.word(), stall, probability, amount);
    }
  }

  private void clicked(Look look, Product product, int place, Instant at, Chance chance) {
    String user = look.call().user();
    String query = look.queryId();
    String channel = channel(look);
    log.interaction(Action.CLICK, user, at, product, query, place + 1, channel);
    if (chance.happens(.4)) {
      log.interaction(Action.VIEW, user, at.plusSeconds(2), product, query, null, channel);
    }
    if (chance.happens(.07)) {
      Instant later = at.plusSeconds(chance.integer(10, 120));
      log.interaction(Action.FAVORITE, user, later, product, query, null, null);
    }
    if (chance.happens(.02)) {
      log.follow(user, at.plusSeconds(chance.integer(10, 200)), product.brandId());
    }
    if (chance.happens(.015)) {
      Instant later = at.plusSeconds(chance.integer(10, 200));
      log.interaction(Action.SHARE, user, later, product, null, null, null);
    }
  }

  private static String channel(Look look) {
    return look.typed() == null ? "feed" : "search";
  }

  private int word(Call call, Words words, int slot, Chance chance) {
    if (call.word() >= 0) {
      return call.word();
    }
    for (Burst burst : scene.bursts()) {
      if (burst.shelf() == call.shelf()
          && burst.active(call.at())
          && chance.happens(BURST_PULL)
          && words.name(burst.stall()) >= 0) {
        return words.name(burst.stall());
      }
    }
    return chance.happens(config().traffic().searchShare())
        ? words.choose(slot < 0 ? List.of() : call.person().favourites().get(slot), chance)
        : words.none();
  }

  private double wish(Person person, int shelf, int stall, int day) {
    double wish = scene.talk(shelf, stall, day, person);
    int number = memory.campaign(person.number(), day, REACHED);
    if (number >= 0
        && scene.campaigns().get(number).shelf() == shelf
        && scene.campaigns().get(number).stall() == stall) {
      wish *= person.persuasion();
    }
    return wish;
  }

  private boolean satisfied(Person person, int slot, int shelf, int day) {
    int bought = memory.lastBought(person.number(), slot);
    if (bought < 0) {
      return false;
    }
    int cycle = scene.needs().cycle(person.number(), slot, shelf, day);
    return bought >= scene.needs().begin(person.number(), slot, shelf, cycle);
  }

  private List<String> results(Rack rack) {
    var results = new ArrayList<String>(page.size());
    for (int place = 0; place < page.size(); place++) {
      results.add(rack.product(page.product(place)).id());
    }
    return results;
  }

  private SimulatorConfig config() {
    return scene.config();
  }
}
