package io.tidewatch.keywords;

import io.tidewatch.keywords.formula.Examination;
import io.tidewatch.keywords.formula.ExaminationFit;
import io.tidewatch.keywords.formula.ScoreFit;
import io.tidewatch.keywords.formula.ScoreModel;
import io.tidewatch.keywords.query.QueryCount;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordFacts;
import io.tidewatch.model.behavior.KeywordWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the counts of a window from the store and makes the table of it. What changes slowly is
 * learnt apart: how people look at places, which words belong together, and the score.
 */
final class KeywordTableReader {
  private static final int EXAMINATION_DECIMALS = 6;
  private static final int EXAMINATION_PAIRS = 50_000;

  private final BehaviorStore store;
  private final KeywordFacts facts;
  private final KeywordConfig config;
  private final KeywordFamilies families;

  KeywordTableReader(
      BehaviorStore store, KeywordFacts facts, KeywordConfig config, KeywordFamilies families) {
    this.store = store;
    this.facts = facts;
    this.config = config;
    this.families = families;
  }

  /**
   * The table of the window that ends at {@code asOf} (exclusive), with the score fitted on the
   * window before it where that suffices.
   */
  KeywordTable read(Instant asOf) {
    KeywordWindow window = window(asOf);
    var cells = new CellReader(store, facts, config, window);
    KeywordTable table = facts.keywordCounts(window, counts -> {
      FamilyMap heads = families(cells, counts);
      var relations = new RelationTally();
      Examination examination = examination(counts, relations);
      return table(cells, counts, heads, examination, relations.result(counts))
          .with(ScoreModel.DEFAULT, asOf);
    });
    return config.fit().enabled() ? table.with(fit(window), asOf) : table;
  }

  /** As {@link #read}, with what was learnt for another table. */
  KeywordTable read(Instant asOf, KeywordTable learnt) {
    KeywordWindow window = window(asOf);
    var cells = new CellReader(store, facts, config, window);
    return facts.keywordCounts(
        window,
        counts -> table(
                cells, counts, families(cells, counts), learnt.examination(), learnt.relations())
            .with(learnt.model(), learnt.fittedAt()));
  }

  /** Counts the members of a family under its head from now on. */
  private FamilyMap families(CellReader cells, KeywordCounts counts) {
    Map<String, Long> keywords = cells.imported();
    counts.searches().forEach(row -> keywords.merge(row.keyword(), row.searches(), Math::max));
    FamilyMap map = families.of(keywords.entrySet().stream()
        .map(e -> new QueryCount(e.getKey(), e.getValue()))
        .toList());
    counts.countUnder(map.heads());
    return map;
  }

  private KeywordWindow window(Instant asOf) {
    return KeywordWindow.before(asOf, config.windowDays(), config.zone(), config.currency());
  }

  private Examination examination(KeywordCounts counts, RelationTally relations) {
    var fit =
        new ExaminationFit(config.deepestPosition(), config.minPositionClicks(), EXAMINATION_PAIRS);
    var pairs = new PairNumbers();
    counts.clickedPlaces(row -> {
      fit.add(
          pairs.number(row.keyword(), row.productId()), row.place(), row.shown(), row.clicked());
      relations.add(row);
    });
    return fit.fit();
  }

  private static KeywordTable table(
      CellReader cells,
      KeywordCounts counts,
      FamilyMap heads,
      Examination examination,
      KeywordRelations relations) {
    var meetings = new MeetingTally();
    counts.met(decimals(examination), meetings::add);
    OrderTally orders = orders(counts);
    CellReader.Cells read = cells.read(heads, counts.halves(), orders.places(), meetings.result());
    SortedMap<OrderTally.Item, ItemOrders> items = new TreeMap<>();
    counts
        .products()
        .forEach(row -> items.put(
            new OrderTally.Item(row.productId(), row.brandId(), row.categoryId()),
            new ItemOrders(row.orders(), row.gmv(), row.otherCurrency())));
    return new KeywordTable(
            cells.window(),
            read.cells(),
            read.figures(),
            items,
            examination,
            relations,
            ScoreModel.DEFAULT,
            cells.window().to())
        .with(heads);
  }

  private static OrderTally orders(KeywordCounts counts) {
    var orders = new OrderTally();
    counts.orders(orders::add);
    counts.sales(orders::add);
    return orders;
  }

  private static Map<Integer, BigDecimal> decimals(Examination examination) {
    var places = new HashMap<Integer, BigDecimal>();
    examination
        .places()
        .forEach((place, value) -> places.put(
            place,
            BigDecimal.valueOf(value.examination().mid())
                .setScale(EXAMINATION_DECIMALS, RoundingMode.HALF_EVEN)));
    return places;
  }

  /** The score of the window before this one, by who bought in this one. */
  private ScoreModel fit(KeywordWindow window) {
    KeywordWindow before = window(window.window().from());
    var cells = new CellReader(store, facts, config, before);
    return facts.keywordCounts(before, counts -> {
      FamilyMap heads = families(cells, counts);
      OrderTally orders = orders(counts);
      if (orders.places().isEmpty()) {
        return ScoreModel.DEFAULT;
      }
      CellReader.Cells read =
          cells.read(heads, counts.halves(), orders.places(), MeetingTally.Result.NOTHING);
      var past = new KeywordTable(
          before.window(),
          read.cells(),
          read.figures(),
          new TreeMap<>(),
          Examination.UNKNOWN,
          KeywordRelations.NONE,
          ScoreModel.DEFAULT,
          before.window().to());
      var trials = new TrialCounter(config);
      counts.trials(
          window.window(), config.fit().purchaseDays(), config.fit().interestDays(), trials::add);
      return new ScoreFit(config.fit()).fit(trials.count(past));
    });
  }
}
