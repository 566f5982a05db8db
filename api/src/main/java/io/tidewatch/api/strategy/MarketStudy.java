package io.tidewatch.api.strategy;

import io.tidewatch.audience.Wording;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.keywords.formula.KeywordEntropy;
import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.Interval3;
import io.tidewatch.model.trend.ShareRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Size, growth, shares, concentration, price bands and seasons of a category. */
final class MarketStudy {
  /** Fewer orders have no entropy. */
  private static final int LEAST_ORDERS = 30;

  private static final int BAND_BRANDS = 5;
  private static final String CURRENCY = "CNY";

  private final MarketFacts facts;
  private final CategoryTalk talk;
  private final Catalogue catalogue;
  private final CommerceCalendar calendar;
  private final KeywordEntropy entropy = new KeywordEntropy(LEAST_ORDERS);

  MarketStudy(
      MarketFacts facts, CategoryTalk talk, Catalogue catalogue, CommerceCalendar calendar) {
    this.facts = facts;
    this.talk = talk;
    this.catalogue = catalogue;
    this.calendar = calendar;
  }

  /**
   * What was found.
   *
   * @param before the window of the same length just before
   */
  record Market(
      Sales now,
      Sales before,
      MarketRow.Size size,
      List<MarketRow.Brand> brands,
      List<MarketRow.PriceBand> bands) {

    /** The brand's part of a band's orders; null when the band has none. */
    @Nullable
    Interval3 shareInBand(String brandId, MarketRow.PriceBand band) {
      PriceSteps steps = now.steps();
      var all = new Tally(now.currency());
      var own = new Tally(now.currency());
      for (MarketOrder order : now.orders()) {
        if (order.currency().equals(now.currency())
            && steps.band(order.piecePrice()).low().compareTo(band.low()) == 0) {
          all.add(order);
          if (order.brandId().equals(brandId)) {
            own.add(order);
          }
        }
      }
      return Estimates.share(own.ofOrders().sum(), all.ofOrders());
    }

    Optional<MarketRow.Brand> brand(String id) {
      return brands.stream().filter(row -> row.brandId().equals(id)).findFirst();
    }
  }

  /** Empty when the category sold nothing in the window or the one before. */
  Optional<Market> of(StrategyQuery query) {
    Sales now = Sales.read(facts, query.window(), query.categories(catalogue), CURRENCY);
    Sales before = Sales.read(facts, query.before(), query.categories(catalogue), CURRENCY);
    if (now.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    Sales lastYear = Sales.read(facts, query.lastYear(), query.categories(catalogue), CURRENCY);
    return Optional.of(new Market(
        now,
        before,
        size(query, now, before, lastYear),
        brands(query, now, before),
        bands(now, before)));
  }

  /** All rows in the order of sections. */
  List<MarketRow> rows(StrategyQuery query) {
    return of(query)
        .map(market -> {
          var rows = new ArrayList<MarketRow>();
          rows.add(market.size());
          rows.addAll(market.brands());
          rows.addAll(market.bands());
          rows.addAll(new Seasons(facts, calendar, query.categories(catalogue), wording(query))
              .of(market.now()));
          return List.copyOf(rows);
        })
        .orElse(List.of());
  }

  private Wording wording(StrategyQuery query) {
    return new Wording(catalogue, query.lang());
  }

  private MarketRow.Size size(StrategyQuery query, Sales now, Sales before, Sales lastYear) {
    Tally all = now.all();
    Map<String, Tally> byBrand = now.by(MarketOrder::brandId);
    KeywordEntropy.Explanation open = entropy(byBrand.values());
    Wording wording = wording(query);
    return new MarketRow.Size(
        "size",
        query.categoryId(),
        wording.category(query.categoryId()),
        now.window().from(),
        now.window().to(),
        now.days(),
        now.seenDays(),
        all.buyers(),
        all.orders(),
        all.gmv(),
        now.currency(),
        all.otherCurrency(),
        Growth.of(now, before),
        Growth.of(now, lastYear),
        byBrand.size(),
        open.E(),
        open.nEff(),
        open.hhi(),
        wording.say(
            "本店数据里的订单行(退款已扣除,含下级品类),不是全行业;%d 天里有 %d 天见到行为",
            "Order lines of this store's data, refunds taken off, categories below included; not the"
                + " whole industry. Something was seen on %2$d of %1$d days",
            now.days(),
            now.seenDays()));
  }

  private KeywordEntropy.Explanation entropy(Collection<Tally> tallies) {
    return entropy.explain(tallies.stream().mapToLong(Tally::orders).toArray());
  }

  private List<MarketRow.Brand> brands(StrategyQuery query, Sales now, Sales before) {
    Tally all = now.all();
    Map<String, Tally> byBrand = now.by(MarketOrder::brandId);
    Map<String, Tally> earlier = before.by(MarketOrder::brandId);
    var ids = new LinkedHashSet<>(byBrand.keySet());
    ids.addAll(earlier.keySet());
    catalogue.brands().stream()
        .filter(b -> b.categories().stream().anyMatch(query.categories(catalogue)::contains))
        .map(Brand::id)
        .forEach(ids::add);
    Map<String, ShareRow> said = talk.shares(ids, query.window());
    int unobserved = said.isEmpty() ? now.days() : talk.unobservedDays(query.window());
    Double usual = price(now.orders(), now.currency());
    var rows = new ArrayList<MarketRow.Brand>();
    for (String id : ids) {
      Tally own = byBrand.getOrDefault(id, new Tally(now.currency()));
      ShareRow voice = said.get(id);
      if (own.orders() == 0 && !earlier.containsKey(id) && (voice == null || voice.count() == 0)) {
        continue;
      }
      Interval3 sales = Estimates.share(own.ofGmv().sum(), all.ofGmv());
      Double price =
          price(now.orders().stream().filter(o -> o.brandId().equals(id)).toList(), now.currency());
      rows.add(new MarketRow.Brand(
          "brand",
          id,
          catalogue.nameOf(id),
          own.buyers(),
          own.orders(),
          own.gmv(),
          now.currency(),
          Estimates.share(own.ofOrders().sum(), all.ofOrders()),
          sales,
          Growth.change(
              own.ofGmv(),
              now,
              earlier.getOrDefault(id, new Tally(now.currency())).ofGmv(),
              before),
          price,
          price == null || usual == null ? null : Double.valueOf(100 * price / usual),
          voice == null ? null : Long.valueOf(voice.count()),
          voice == null ? null : voice.share(),
          voice == null || sales == null || sales.mid() == 0
              ? null
              : Double.valueOf(voice.share().mid() / sales.mid()),
          unobserved));
    }
    return rows;
  }

  /** Mean price of a piece; null without one in the currency. */
  static @Nullable Double price(List<MarketOrder> orders, String currency) {
    double amount = 0;
    long pieces = 0;
    for (MarketOrder order : orders) {
      if (order.currency().equals(currency)) {
        amount += order.amount().doubleValue();
        pieces += order.quantity();
      }
    }
    return pieces == 0 ? null : Double.valueOf(amount / pieces);
  }

  private List<MarketRow.PriceBand> bands(Sales now, Sales before) {
    PriceSteps steps = now.steps();
    Sales priced = priced(now);
    Sales pricedBefore = priced(before);
    Tally all = priced.all();
    Map<PriceSteps.Band, Tally> earlier = pricedBefore.by(o -> steps.band(o.piecePrice()));
    var rows = new ArrayList<MarketRow.PriceBand>();
    priced.by(o -> steps.band(o.piecePrice())).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> rows.add(band(
            e.getKey(),
            e.getValue(),
            all,
            priced,
            steps,
            Growth.change(
                e.getValue().ofOrders(),
                now,
                earlier.getOrDefault(e.getKey(), new Tally(now.currency())).ofOrders(),
                before))));
    return rows;
  }

  private static Sales priced(Sales sales) {
    return new Sales(
        sales.window(),
        sales.orders().stream()
            .filter(o -> o.currency().equals(sales.currency()))
            .toList(),
        sales.seen(),
        sales.currency());
  }

  private MarketRow.PriceBand band(
      PriceSteps.Band band,
      Tally own,
      Tally all,
      Sales priced,
      PriceSteps steps,
      @Nullable Interval3 growth) {
    Sales inside = new Sales(
        priced.window(),
        priced.orders().stream()
            .filter(o -> steps.band(o.piecePrice()).equals(band))
            .toList(),
        priced.seen(),
        priced.currency());
    Map<String, Tally> byBrand = inside.by(MarketOrder::brandId);
    return new MarketRow.PriceBand(
        "price-band",
        band.label(),
        band.low(),
        band.high(),
        own.buyers(),
        own.orders(),
        own.gmv(),
        priced.currency(),
        Estimates.share(own.ofOrders().sum(), all.ofOrders()),
        Estimates.share(own.ofGmv().sum(), all.ofGmv()),
        growth,
        byBrand.size(),
        entropy(byBrand.values()).nEff(),
        byBrand.entrySet().stream()
            .limit(BAND_BRANDS)
            .map(e -> new MarketRow.BandBrand(
                e.getKey(),
                catalogue.nameOf(e.getKey()),
                e.getValue().orders(),
                Estimates.share(e.getValue().ofOrders().sum(), own.ofOrders())))
            .toList());
  }
}
