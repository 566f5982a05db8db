package io.tidewatch.keywords;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.tidewatch.keywords.FakeBehaviorStore.Event;
import io.tidewatch.keywords.FakeBehaviorStore.Ordered;
import io.tidewatch.keywords.FakeBehaviorStore.Place;
import io.tidewatch.keywords.FakeBehaviorStore.Searched;
import io.tidewatch.model.behavior.CoSearch;
import io.tidewatch.model.behavior.KeywordCounts;
import io.tidewatch.model.behavior.KeywordHalves;
import io.tidewatch.model.behavior.KeywordMet;
import io.tidewatch.model.behavior.KeywordOrders;
import io.tidewatch.model.behavior.KeywordPlace;
import io.tidewatch.model.behavior.KeywordSales;
import io.tidewatch.model.behavior.KeywordSearches;
import io.tidewatch.model.behavior.KeywordTrial;
import io.tidewatch.model.behavior.KeywordWindow;
import io.tidewatch.model.behavior.OrderPath;
import io.tidewatch.model.behavior.ProductOrders;
import io.tidewatch.model.behavior.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The counts of what tests planted, by the plainest code. */
final class FakeKeywordCounts implements KeywordCounts {
  private static final String CURRENCY = "CNY";

  private final FakeBehaviorStore store;
  private final KeywordWindow window;
  private Map<String, String> heads = Map.of();

  FakeKeywordCounts(FakeBehaviorStore store, KeywordWindow window) {
    this.store = store;
    this.window = window;
  }

  private String head(String keyword) {
    return heads.getOrDefault(keyword, keyword);
  }

  private Stream<Searched> searched() {
    return store.searches.stream()
        .filter(s -> FakeBehaviorStore.within(window.window(), s.at()))
        .map(s -> new Searched(s.userId(), s.at(), head(s.keyword()), s.category()));
  }

  private List<Ordered> ordered(Window of) {
    return store.orders.stream()
        .filter(o -> FakeBehaviorStore.within(of, o.at()))
        .toList();
  }

  private Stream<Ordered> attributed() {
    return ordered(window.window()).stream().filter(o -> o.keyword() != null);
  }

  private LocalDate day(Instant at) {
    return FakeBehaviorStore.day(window.window(), at);
  }

  private boolean before(Instant at) {
    return day(at).isBefore(window.middle());
  }

  @Override
  public List<KeywordSearches> searches() {
    var counts = new TreeMap<String, Long>();
    store.searches.stream()
        .filter(s -> FakeBehaviorStore.within(window.window(), s.at()))
        .forEach(s -> counts.merge(s.keyword(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(e -> new KeywordSearches(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public void countUnder(Map<String, String> newHeads) {
    heads = Map.copyOf(newHeads);
  }

  @Override
  public List<KeywordHalves> halves() {
    return searched()
        .collect(groupingBy(Searched::keyword, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(e -> new KeywordHalves(
            e.getKey(),
            users(e.getValue(), s -> true),
            users(e.getValue(), s -> before(s.at())),
            users(e.getValue(), s -> !before(s.at()))))
        .toList();
  }

  private static long users(List<Searched> searches, Predicate<Searched> which) {
    return searches.stream().filter(which).map(Searched::userId).distinct().count();
  }

  @Override
  public void clickedPlaces(Consumer<KeywordPlace> sink) {
    Set<String> clicked = store.positions.stream()
        .filter(p -> p.clicked() > 0)
        .map(p -> p.keyword() + "\t" + p.product())
        .collect(toSet());
    store.positions.stream()
        .filter(p -> clicked.contains(p.keyword() + "\t" + p.product()))
        .sorted(Comparator.comparing(Place::keyword)
            .thenComparing(Place::product)
            .thenComparing(Place::place))
        .map(p -> new KeywordPlace(p.keyword(), p.product(), p.place(), p.shown(), p.clicked()))
        .forEach(sink);
  }

  /** What tests planted, and one impression of {@code shelf} in its category a search. */
  @Override
  public void met(Map<Integer, BigDecimal> examination, Consumer<KeywordMet> sink) {
    Stream<Event> shelf = searched()
        .map(s -> new Event(s.keyword(), s.category(), "shelf", day(s.at()), "impression", 1));
    Map<List<String>, List<Event>> events = Stream.concat(shelf, store.events.stream())
        .collect(groupingBy(e -> List.of(head(e.keyword()), e.category(), e.brand())));
    Map<List<String>, List<Place>> places = store.positions.stream()
        .collect(groupingBy(p -> List.of(head(p.keyword()), p.category(), p.brand())));
    var keys = new HashSet<>(events.keySet());
    keys.addAll(places.keySet());
    keys.stream()
        .sorted(Comparator.comparing(key -> String.join("\t", key)))
        .map(key -> met(
            key,
            events.getOrDefault(key, List.of()),
            places.getOrDefault(key, List.of()),
            examination))
        .forEach(sink);
  }

  private KeywordMet met(
      List<String> key,
      List<Event> events,
      List<Place> places,
      Map<Integer, BigDecimal> examination) {
    long shown = places.stream().mapToLong(Place::shown).sum();
    long shownBefore = places.stream().mapToLong(Place::shownBefore).sum();
    BigDecimal examined = places.stream()
        .filter(p -> examination.containsKey(p.place()))
        .map(p -> examination.get(p.place()).multiply(BigDecimal.valueOf(p.shown())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new KeywordMet(
        key.get(0),
        key.get(1),
        key.get(2),
        shown + count(events, e -> e.action().equals("impression")),
        count(events, e -> e.action().equals("click")),
        count(events, e -> e.action().equals("cart")),
        shownBefore + count(events, e -> e.action().equals("impression") && early(e)),
        count(events, e -> e.action().equals("click") && early(e)),
        examined,
        places.stream()
            .filter(p -> examination.containsKey(p.place()))
            .mapToLong(Place::clicked)
            .sum());
  }

  private boolean early(Event event) {
    return event.day().isBefore(window.middle());
  }

  private static long count(List<Event> events, Predicate<Event> which) {
    return events.stream().filter(which).mapToLong(Event::count).sum();
  }

  @Override
  public void orders(Consumer<KeywordOrders> sink) {
    attributed()
        .collect(groupingBy(
            o -> String.join("\t", head(o.keyword()), o.category(), o.brandId()),
            TreeMap::new,
            toList()))
        .forEach((key, orders) -> {
          String[] names = key.split("\t", -1);
          sink.accept(new KeywordOrders(
              names[0],
              names[1],
              names[2],
              visits(orders),
              visits(orders.stream().filter(o -> before(o.at())).toList()),
              money(orders)));
        });
  }

  private long visits(List<Ordered> orders) {
    return orders.stream().map(o -> o.userId() + "\t" + day(o.at())).distinct().count();
  }

  private static @Nullable BigDecimal money(List<Ordered> orders) {
    return orders.stream()
        .filter(o -> o.currency().equals(CURRENCY))
        .map(Ordered::net)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  @Override
  public void sales(Consumer<KeywordSales> sink) {
    Map<String, BigDecimal> caps = attributed()
        .filter(o -> o.currency().equals(CURRENCY))
        .collect(groupingBy(Ordered::category, collectingAndThen(toList(), orders -> {
          List<BigDecimal> values = orders.stream().map(Ordered::net).sorted().toList();
          return values.get((values.size() * 99 + 99) / 100 - 1);
        })));
    attributed()
        .collect(groupingBy(o -> head(o.keyword()) + "\t" + o.category(), TreeMap::new, toList()))
        .forEach((key, orders) -> {
          String[] names = key.split("\t", -1);
          BigDecimal gmv = money(orders);
          sink.accept(new KeywordSales(
              names[0],
              names[1],
              orders.stream().map(Ordered::userId).distinct().count(),
              orders.stream().filter(o -> !o.currency().equals(CURRENCY)).count(),
              gmv == null ? BigDecimal.ZERO : gmv,
              half(orders, caps, o -> before(o.at())),
              half(orders, caps, o -> !before(o.at()))));
        });
  }

  private static KeywordSales.Half half(
      List<Ordered> orders, Map<String, BigDecimal> caps, Predicate<Ordered> which) {
    double value = 0;
    double squares = 0;
    for (Ordered order : orders) {
      if (which.test(order) && order.currency().equals(CURRENCY)) {
        double capped = order.net().min(caps.get(order.category())).doubleValue();
        value += capped;
        squares += capped * capped;
      }
    }
    return new KeywordSales.Half(
        orders.stream().filter(which).map(Ordered::userId).distinct().count(), value, squares);
  }

  @Override
  public List<ProductOrders> products() {
    return attributed()
        .collect(groupingBy(Ordered::productId, TreeMap::new, toList()))
        .values()
        .stream()
        .map(orders -> {
          BigDecimal gmv = money(orders);
          return new ProductOrders(
              orders.getFirst().productId(),
              orders.getFirst().brandId(),
              orders.getFirst().category(),
              visits(orders),
              gmv == null ? BigDecimal.ZERO : gmv,
              orders.stream().filter(o -> !o.currency().equals(CURRENCY)).count());
        })
        .toList();
  }

  private Map<String, Set<String>> wordsByUser() {
    return searched()
        .collect(groupingBy(
            Searched::userId,
            collectingAndThen(toList(), s -> s.stream().map(Searched::keyword).collect(toSet()))));
  }

  @Override
  public void coSearches(Consumer<CoSearch> sink) {
    var users = new HashMap<String, Long>();
    var pairs = new TreeMap<String, Long>();
    wordsByUser().values().stream().filter(words -> words.size() <= 50).forEach(words -> {
      for (String one : words) {
        users.merge(one, 1L, Long::sum);
        words.stream()
            .filter(other -> one.compareTo(other) < 0)
            .forEach(other -> pairs.merge(one + "\t" + other, 1L, Long::sum));
      }
    });
    pairs.forEach((pair, both) -> {
      String[] names = pair.split("\t", -1);
      if (both >= 5) {
        sink.accept(
            new CoSearch(names[0], names[1], both, users.get(names[0]), users.get(names[1])));
      }
    });
  }

  @Override
  public void orderPaths(Consumer<OrderPath> sink) {
    var buyers = new HashMap<String, Set<String>>();
    var paths = new TreeMap<String, Set<String>>();
    Map<String, Set<String>> words = wordsByUser();
    for (Ordered order : ordered(window.window())) {
      searched()
          .filter(s -> s.userId().equals(order.userId()))
          .filter(s -> words.get(s.userId()).size() <= 50)
          .filter(s -> !day(s.at()).isAfter(day(order.at()))
              && !day(s.at()).isBefore(day(order.at()).minusDays(7)))
          .forEach(s -> {
            buyers.computeIfAbsent(order.brandId(), b -> new HashSet<>()).add(order.userId());
            paths
                .computeIfAbsent(order.brandId() + "\t" + s.keyword(), k -> new HashSet<>())
                .add(order.userId());
          });
    }
    paths.forEach((path, users) -> {
      String[] names = path.split("\t", -1);
      sink.accept(
          new OrderPath(names[0], names[1], users.size(), buyers.get(names[0]).size()));
    });
  }

  @Override
  public long busySearchers() {
    return wordsByUser().values().stream().filter(words -> words.size() > 50).count();
  }

  @Override
  public void trials(
      Window later, int purchaseDays, int interestDays, Consumer<KeywordTrial> sink) {
    Set<String> held =
        held(Window.before(window.window().to(), purchaseDays, window.window().zone()));
    Set<String> bought = held(later);
    bought.removeAll(held);
    var counts = new TreeMap<String, long[]>();
    searched().map(s -> s.keyword() + "\t" + s.userId()).distinct().forEach(searched -> {
      String[] names = searched.split("\t", -1);
      count(counts, held, names, 0);
      count(counts, bought, names, 1);
    });
    counts.forEach((key, n) -> {
      String[] names = key.split("\t", -1);
      sink.accept(new KeywordTrial(names[0], names[1], n[0], n[1]));
    });
  }

  private Set<String> held(Window of) {
    return ordered(of).stream().map(o -> o.userId() + "\t" + o.brandId()).collect(toSet());
  }

  private static void count(
      Map<String, long[]> counts, Set<String> pairs, String[] names, int column) {
    for (String brand : List.of("alpha", "beta", "gamma", "delta", "omega")) {
      if (pairs.contains(names[1] + "\t" + brand)) {
        counts.computeIfAbsent(names[0] + "\t" + brand, k -> new long[2])[column]++;
      }
    }
  }
}
