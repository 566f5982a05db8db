package io.tidewatch.corpora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.corpora.simulator.MarketTruth.Conversion;
import io.tidewatch.corpora.simulator.MarketTruth.KeywordDay;
import io.tidewatch.corpora.simulator.MarketTruth.KeywordTruth;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.Product;
import io.tidewatch.model.record.DataRecord;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.Interaction;
import io.tidewatch.model.record.Interaction.Action;
import io.tidewatch.model.record.Order;
import io.tidewatch.model.record.ProductRecord;
import io.tidewatch.model.record.Search;
import io.tidewatch.model.record.Sensor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A market with everything in it: what the truth promises is counted in the records. */
class RegimeMarketTest {
  private static final Catalogue CATALOGUE = SeedCatalogue.shipped();
  private static final SimulatorConfig CONFIG =
      SimulatorConfigFile.parse("test", """
      users: 6000
      days: 60
      seed: 7
      end: 2025-08-27T00:00:00+08:00
      traffic: {visits: 0.12, adExposures: 0.005}
      bots: {share: 0.01}
      stores: {visits: 0.003}
      delivery: {lateShare: 0}
      social: {influence: 0}
      """, Regime.read("default"));
  private static final MarketSimulator SIMULATOR =
      new MarketSimulator(CONFIG, CATALOGUE, SampleTexts.shipped());
  private static final Gathered GATHERED = new Gathered();
  private static final MarketTruth TRUTH = SIMULATOR.run(GATHERED, 2);

  private static final class Gathered implements MarketSink<List<Event>> {
    private final List<DataRecord> records = new ArrayList<>();
    private final List<KeywordDay> days = new ArrayList<>();
    private final List<Conversion> conversions = new ArrayList<>();

    @Override
    public List<Event> pack(List<Event> events) {
      return events;
    }

    @Override
    public void day(
        LocalDate day, List<DataRecord> products, List<Event> written, List<List<Event>> behavior) {
      records.addAll(products);
      behavior.forEach(block -> block.forEach(event -> records.add(event.record())));
    }

    @Override
    public void expected(KeywordDay day) {
      days.add(day);
    }

    @Override
    public void conversion(Conversion conversion) {
      conversions.add(conversion);
    }
  }

  @Test
  void truth_searches_areThoseOfTheRecordsFamilyByFamily() {
    var family = new HashMap<String, String>();
    for (KeywordTruth keyword : TRUTH.keywords()) {
      family.put(keyword.category() + "/" + keyword.keyword(), keyword.keyword());
      keyword
          .variants()
          .keySet()
          .forEach(v -> family.putIfAbsent(keyword.category() + "/" + v, keyword.keyword()));
    }
    var counted = new TreeMap<String, Long>();
    of(Search.class).forEach(search -> {
      String category = product(search.results().getFirst()).categoryId();
      assertThat(family).containsKey(category + "/" + search.query());
      counted.merge(category, 1L, Long::sum);
    });
    var promised = new TreeMap<String, Long>();
    TRUTH.keywords().stream()
        .filter(k -> k.searches() + k.botSearches() > 0)
        .forEach(k -> promised.merge(k.category(), k.searches() + k.botSearches(), Long::sum));
    assertThat(counted).isEqualTo(promised);
  }

  @Test
  void truth_variants_areManyAndOfEveryKind() {
    Set<String> kinds = new HashSet<>();
    TRUTH.keywords().forEach(k -> kinds.addAll(k.variants().values()));
    assertThat(kinds).contains("spacing", "order", "case", "width", "pinyin", "typo");
    var main = new HashSet<String>();
    TRUTH.keywords().forEach(k -> main.add(k.keyword()));
    long other = of(Search.class).filter(s -> !main.contains(s.query())).count();
    double share = other / (double) of(Search.class).count();
    assertThat(share).isBetween(.1, .2);
  }

  @Test
  void truth_frequencies_fallAsAPowerOfTheRank() {
    List<Double> weights = TRUTH.keywords().stream()
        .filter(k -> k.category().equals("skincare") && k.planted().equals("none"))
        .filter(k -> k.kind().equals("attribute") || k.kind().equals("generic"))
        .map(KeywordTruth::weight)
        .sorted((x, y) -> Double.compare(y, x))
        .toList();
    assertThat(weights).hasSizeGreaterThan(20);
    assertThat(weights.getFirst()).isGreaterThan(5 * weights.getLast());
  }

  @Test
  void truth_expectedOrders_areMetWithinTheirError() {
    Map<String, Double> expected = new HashMap<>();
    GATHERED.days.stream()
        .filter(day -> day.keyword().isEmpty())
        .forEach(day -> day.orders()
            .forEach((brand, n) -> expected.merge(day.category() + "/" + brand, n, Double::sum)));
    Map<String, Long> sold = new HashMap<>();
    of(Order.class).forEach(order -> {
      Product product = product(order.productId());
      sold.merge(product.categoryId() + "/" + product.brandId(), 1L, Long::sum);
    });
    assertThat(expected).hasSizeGreaterThan(100);
    expected.forEach((cell, mean) -> assertThat((double) sold.getOrDefault(cell, 0L))
        .as(cell)
        .isBetween(mean - 5 * Math.sqrt(mean) - 3, mean + 5 * Math.sqrt(mean) + 3));
    double all = expected.values().stream().mapToDouble(n -> n).sum();
    double orders = of(Order.class).count();
    assertThat(orders).isBetween(all - 4 * Math.sqrt(all), all + 4 * Math.sqrt(all));
  }

  @Test
  void truth_daysOfAWord_addUpToTheWord() {
    KeywordTruth word = TRUTH.keywords().stream()
        .max((x, y) -> Long.compare(x.searches(), y.searches()))
        .orElseThrow();
    List<KeywordDay> days = GATHERED.days.stream()
        .filter(d -> d.keyword().equals(word.keyword()) && d.category().equals(word.category()))
        .toList();
    assertThat(days.stream().mapToLong(KeywordDay::searches).sum()).isEqualTo(word.searches());
    double orders = days.stream()
        .flatMap(d -> d.orders().values().stream())
        .mapToDouble(n -> n)
        .sum();
    assertThat(orders).isBetween(word.orders() - .02, word.orders() + .02);
  }

  @Test
  void truth_expectedRevenue_isMetWithinItsError() {
    double expected = GATHERED.days.stream()
        .filter(day -> !day.keyword().isEmpty() && day.category().equals("skincare"))
        .flatMap(day -> day.revenue().values().stream())
        .mapToDouble(money -> money)
        .sum();
    double orders = GATHERED.days.stream()
        .filter(day -> !day.keyword().isEmpty() && day.category().equals("skincare"))
        .flatMap(day -> day.orders().values().stream())
        .mapToDouble(n -> n)
        .sum();
    double[] paid = of(Order.class)
        .filter(o -> product(o.productId()).categoryId().equals("skincare"))
        .mapToDouble(o -> o.amount().doubleValue())
        .toArray();
    double mean = DoubleStream.of(paid).average().orElseThrow();
    double spread =
        Math.sqrt(DoubleStream.of(paid).map(x -> (x - mean) * (x - mean)).sum()) / paid.length;
    assertThat(paid.length).isGreaterThan(100);
    assertThat(expected / orders).isBetween(mean - 4 * spread, mean + 4 * spread);
  }

  @Test
  void truth_conversions_areCalibrated() {
    Instant cut = GATHERED.conversions.getFirst().at();
    var buyers = new HashMap<String, Set<String>>();
    of(Order.class)
        .filter(o -> !o.at().isBefore(cut))
        .forEach(o -> buyers
            .computeIfAbsent(product(o.productId()).brandId(), b -> new HashSet<>())
            .add(o.userId()));
    var expected = new HashMap<String, Double>();
    GATHERED.conversions.forEach(row -> row.brands()
        .forEach((brand, chances) -> expected.merge(brand, chances.untreated(), Double::sum)));
    assertThat(expected).hasSize(CONFIG.truth().focalBrands());
    double all = expected.values().stream().mapToDouble(n -> n).sum();
    double bought = expected.keySet().stream()
        .mapToInt(b -> buyers.getOrDefault(b, Set.of()).size())
        .sum();
    assertThat(all).isGreaterThan(50);
    assertThat(bought).isBetween(all * .9 - 4 * Math.sqrt(all), all * 1.1 + 4 * Math.sqrt(all));
  }

  @Test
  void truth_likelyBuyers_buyFarMoreOftenThanTheOthers() {
    String brand = GATHERED.conversions.getFirst().brands().keySet().iterator().next();
    Instant cut = GATHERED.conversions.getFirst().at();
    var buyers = new HashSet<String>();
    of(Order.class)
        .filter(o -> !o.at().isBefore(cut) && product(o.productId()).brandId().equals(brand))
        .forEach(o -> buyers.add(o.userId()));
    List<String> ranked = GATHERED.conversions.stream()
        .filter(row -> row.brands().containsKey(brand))
        .sorted((x, y) -> Double.compare(chance(y, brand), chance(x, brand)))
        .map(Conversion::userId)
        .toList();
    long first = ranked.stream().limit(600).filter(buyers::contains).count();
    assertThat(first).isGreaterThan(buyers.size() / 2);
  }

  @Test
  void truth_uplift_hasBothSigns() {
    assertThat(GATHERED.conversions.stream().flatMap(r -> r.brands().values().stream()))
        .anyMatch(c -> c.treated() > 1.1 * c.untreated())
        .anyMatch(c -> c.untreated() > .001 && c.treated() < c.untreated());
  }

  @Test
  void machines_search_andNeverBuy() {
    Set<String> machines = new HashSet<>();
    for (int n = 0; n < CONFIG.users(); n++) {
      if (SIMULATOR.user(n).bot()) {
        machines.add(SIMULATOR.user(n).userId());
      }
    }
    assertThat(machines.size()).isBetween(30, 95);
    long searches = of(Search.class).filter(s -> machines.contains(s.userId())).count();
    assertThat(searches)
        .isEqualTo(
            TRUTH.keywords().stream().mapToLong(KeywordTruth::botSearches).sum())
        .isPositive();
    assertThat(of(Order.class)).noneMatch(o -> machines.contains(o.userId()));
  }

  @Test
  void events_entriesAndStockOuts_showInTheRecords() {
    assertThat(TRUTH.events().stream().map(MarketEvent::kind).distinct())
        .contains("entry", "stock-out", "promotion", "price");
    for (MarketEvent event : TRUTH.events()) {
      if (event.kind().equals("entry")) {
        assertThat(seen(event).filter(i -> day(i.at()).isBefore(event.first()))).isEmpty();
      } else if (event.kind().equals("stock-out")) {
        assertThat(seen(event)
                .filter(i -> i.productId().equals(event.productId()))
                .filter(i ->
                    !day(i.at()).isBefore(event.first()) && !day(i.at()).isAfter(event.last())))
            .isEmpty();
      }
    }
  }

  @Test
  void orders_cost_whatTheProductRecordsSaidThatDay() {
    var price = new HashMap<String, Double>();
    int compared = 0;
    for (DataRecord record : GATHERED.records) {
      if (record instanceof ProductRecord product) {
        price.put(product.id(), product.price().doubleValue());
      } else if (record instanceof Order order) {
        double piece = order.amount().doubleValue() / order.quantity();
        double now = price.get(order.productId());
        if (piece <= now * 1.001 && piece >= now * .93) {
          compared++;
        }
      }
    }
    assertThat(compared / (double) of(Order.class).count()).isGreaterThan(.97);
  }

  @Test
  void identities_links_joinOnlyWhatBelongsTogether() {
    var owner = new HashMap<String, String>();
    var linked = new HashSet<String>();
    for (int n = 0; n < CONFIG.users(); n++) {
      var truth = SIMULATOR.identity(n);
      owner.put(truth.userId(), truth.userId());
      owner.put(truth.author(), truth.userId());
      owner.put(truth.phone(), truth.userId());
      for (var device : truth.devices()) {
        assertThat(owner.put(device.device(), truth.userId())).isNull();
        assertThat(owner.put(device.cookie(), truth.userId())).isNull();
      }
      if (truth.linked()) {
        linked.add(truth.userId());
      }
    }
    assertThat(linked.size() / 6000.0).isBetween(.62, .68);
    assertThat(of(IdentityLink.class)).isNotEmpty().allSatisfy(link -> {
      String person = owner.get(link.from().value());
      assertThat(owner.get(link.to().value())).isEqualTo(person);
      if (link.evidence().equals("login")) {
        assertThat(linked).contains(person);
      }
    });
    assertThat(of(Sensor.class)).isNotEmpty().allMatch(s -> owner.containsKey(s.device()));
    assertThat(IntStream.range(0, CONFIG.users())
            .filter(n -> SIMULATOR.identity(n).devices().size() > 1)
            .count())
        .isPositive();
  }

  @Test
  void clicks_lowerPositions_getLess() {
    Map<Integer, Long> seen = byPosition(Action.IMPRESSION);
    Map<Integer, Long> clicked = byPosition(Action.CLICK);
    double first = clicked.get(1) / (double) seen.get(1);
    double third = clicked.get(3) / (double) seen.get(3);
    double ratio = TRUTH.attention().get(2);
    assertThat(third / first).isBetween(ratio * .55, ratio * 1.1);
  }

  private static Map<Integer, Long> byPosition(Action action) {
    var counts = new HashMap<Integer, Long>();
    of(Interaction.class)
        .filter(i -> i.action() == action && "search".equals(i.channel()))
        .filter(i -> !SIMULATOR.user(number(i.userId())).bot())
        .forEach(i -> counts.merge(i.position(), 1L, Long::sum));
    return counts;
  }

  private static int number(String user) {
    return user.startsWith("u") ? Integer.parseInt(user.substring(1)) - 1 : 0;
  }

  private static Stream<Interaction> seen(MarketEvent event) {
    return of(Interaction.class)
        .filter(i -> i.action() == Action.IMPRESSION && event.brandId().equals(i.brandId()))
        .filter(i -> product(i.productId()).categoryId().equals(event.category()));
  }

  private static double chance(Conversion row, String brand) {
    return row.brands().get(brand).untreated();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
  }

  private static Product product(String id) {
    return CATALOGUE.product(id).orElseThrow();
  }

  private static <T> Stream<T> of(Class<T> type) {
    return GATHERED.records.stream().filter(type::isInstance).map(type::cast);
  }
}
