package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.Interaction.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Machines. Each works for one brand: it types a few words of its category at any hour, and clicks
 * the brand's products wherever they stand. Machines buy nothing.
 */
final class Bots {
  private static final int WORDS = 3;
  private static final double CLICK = .8;

  private final Scene scene;
  private final Tally tally;
  private final ShopLog log;
  private final ResultPage page;
  private final long key;

  Bots(Scene scene, Tally tally, ShopLog log) {
    this.scene = scene;
    this.tally = tally;
    this.log = log;
    this.page = new ResultPage(scene.config().traffic().resultsPerPage());
    this.key = Chance.key(scene.config().seed(), "bot work");
  }

  void day(int number, String user, int day, Instant midnight, Chance chance) {
    int searches = chance.poisson(scene.config().bots().searches());
    var own = Chance.keyed(key, number);
    int shelf = own.index(scene.market().popularities());
    Words words = scene.words().get(shelf);
    Rack rack = scene.racks().get(shelf);
    int employer = own.index(rack.shelf().shares());
    int[] typed = new int[WORDS];
    for (int i = 0; i < WORDS; i++) {
      typed[i] = words.choose(List.of(), own);
    }
    for (int i = 0; i < searches; i++) {
      int word = typed[chance.integer(0, WORDS - 1)];
      Instant at = midnight.plusSeconds(chance.integer(0, 86_399));
      words.rank(
          word, scene.offers(), day, scene.config().traffic().resultsPerPage(), page, chance);
      var results = new ArrayList<String>(page.size());
      for (int place = 0; place < page.size(); place++) {
        results.add(rack.product(page.product(place)).id());
      }
      String query = log.search(user, at, words.keyword(word).text(), results);
      tally.search(shelf, word, true);
      for (int place = 0; place < page.size(); place++) {
        var product = rack.product(page.product(place));
        log.interaction(
            Action.IMPRESSION, user, at.plusSeconds(1), product, query, place + 1, "search");
        if (rack.stall(page.product(place)) == employer && chance.happens(CLICK)) {
          log.interaction(
              Action.CLICK, user, at.plusSeconds(2L + place), product, query, place + 1, "search");
        }
      }
    }
  }
}
