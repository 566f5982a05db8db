package io.tidewatch.api.strategy;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.BaseTraits;
import io.tidewatch.audience.Wording;
import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who buys a category: its buyers by history, spending power, spending power and price band, and each
 * attribute. Groups of fewer than {@value #LEAST} people are not shown.
 */
final class SegmentStudy {
  /** People in the smallest group that is shown. */
  static final int LEAST = 50;

  private static final int HISTORY_DAYS = 730;
  private static final String CURRENCY = "CNY";

  private final MarketFacts facts;
  private final AudienceDesk audience;
  private final Catalogue catalogue;

  SegmentStudy(MarketFacts facts, AudienceDesk audience, Catalogue catalogue) {
    this.facts = facts;
    this.audience = audience;
    this.catalogue = catalogue;
  }

  /** By dimension, largest group first, {@code other} last. */
  List<SegmentRow> rows(StrategyQuery query) {
    Set<String> categories = query.categories(catalogue);
    Sales now = Sales.read(facts, query.window(), categories, CURRENCY);
    Optional<BaseTraits> traits = audience.traits(query.window().to());
    if (now.isEmpty() || traits.isEmpty()) {
      return List.of();
    }
    Sales before = Sales.read(facts, query.before(), categories, CURRENCY);
    PriceSteps steps = now.steps();
    var current = new Buyers(now, steps, traits.get(), earlierBuyers(query.window(), categories));
    var earlier = new Buyers(
        before,
        steps,
        before.isEmpty() ? null : audience.traits(query.before().to()).orElse(null),
        before.isEmpty() ? Set.of() : earlierBuyers(query.before(), categories));
    var rows = new ArrayList<SegmentRow>();
    int historyDays = historyDays(query.window());
    for (String dimension : current.dimensions()) {
      rows.addAll(rows(query, dimension, current, earlier, historyDays));
    }
    return List.copyOf(rows);
  }

  /** Days seen in the two years before a window. */
  int historyDays(Window window) {
    return facts
        .seenDays(Window.before(window.from(), HISTORY_DAYS, window.zone()))
        .size();
  }

  private static String base(String dimension, Buyers current, int historyDays, Wording wording) {
    return switch (dimension) {
      case "history" ->
        wording.say(
            "窗口前两年里见到行为的 %d 天", "the %d days seen in two years before the window", historyDays);
      case "spend-price" -> wording.say("没有对应的基准", "no base to compare with");
      default ->
        wording.say(
            "近 90 天有行为、且此项已知的 %d 人",
            "%d users with any event in 90 days of whom it is known", current.knownBase(dimension));
    };
  }

  private Set<String> earlierBuyers(Window window, Set<String> categories) {
    var buyers = new HashSet<String>();
    facts.marketOrders(Window.before(window.from(), HISTORY_DAYS, window.zone()), order -> {
      if (categories.contains(order.categoryId())) {
        buyers.add(order.userId());
      }
    });
    return buyers;
  }

  private List<SegmentRow> rows(
      StrategyQuery query, String dimension, Buyers current, Buyers earlier, int historyDays) {
    Wording wording = new Wording(catalogue, query.lang());
    Map<String, String> groupOf = current.groups(dimension);
    Map<String, Tally> tallies = current.tallies(groupOf, null);
    Map<String, Long> sizes = new HashMap<>();
    tallies.forEach((group, tally) -> sizes.put(group, tally.buyers()));
    Map<String, List<String>> shown = SmallGroups.shown(sizes, LEAST);
    Map<String, String> under = new HashMap<>();
    shown.forEach((name, members) -> members.forEach(member -> under.put(member, name)));
    Function<String, String> merged = group -> under.getOrDefault(group, SmallGroups.OTHER);
    Map<String, Tally> whole = current.tallies(mapped(groupOf, merged), null);
    Map<String, Tally> own = query.brandId() == null
        ? Map.of()
        : current.tallies(mapped(groupOf, merged), query.brandId());
    Map<String, Tally> past = earlier.tallies(mapped(earlier.groups(dimension), merged), null);
    Tally all = current.sales().all();
    var rows = new ArrayList<SegmentRow>();
    shown.forEach((group, members) -> {
      Tally tally = whole.getOrDefault(group, new Tally(current.sales().currency()));
      Tally before = past.getOrDefault(group, new Tally(current.sales().currency()));
      Tally brand = own.getOrDefault(group, new Tally(current.sales().currency()));
      boolean told = query.brandId() != null
          && brand.buyers() >= LEAST
          && (brand.buyers() == tally.buyers() || tally.buyers() - brand.buyers() >= LEAST);
      rows.add(new SegmentRow(
          dimension,
          group,
          name(dimension, group, wording),
          members.size(),
          tally.buyers(),
          Estimates.share(tally.ofBuyers().sum(), all.ofBuyers()),
          tally.orders(),
          tally.gmv(),
          current.sales().currency(),
          Estimates.share(tally.ofGmv().sum(), all.ofGmv()),
          before.buyers() < LEAST
              ? null
              : Growth.change(
                  tally.ofBuyers(), current.sales(), before.ofBuyers(), earlier.sales()),
          told ? Long.valueOf(brand.buyers()) : null,
          told ? Estimates.share(brand.ofGmv().sum(), tally.ofGmv()) : null,
          current.tgi(dimension, group, groupOf),
          base(dimension, current, historyDays, wording)));
    });
    return rows;
  }

  private static Map<String, String> mapped(
      Map<String, String> groupOf, Function<String, String> to) {
    var mapped = new HashMap<String, String>();
    groupOf.forEach((user, group) -> mapped.put(user, to.apply(group)));
    return mapped;
  }

  private static String name(String dimension, String group, Wording wording) {
    return switch (group) {
      case Buyers.UNKNOWN -> wording.say("不知道", "unknown");
      case SmallGroups.OTHER -> wording.say("其余(每组不足 %d 人)", "others, each below %d", LEAST);
      case "new" -> wording.say("新客(两年内没买过此品类)", "new to the category in two years");
      case "returning" -> wording.say("老客(两年内买过此品类)", "bought the category in two years");
      default ->
        switch (dimension) {
          case "spend" -> wording.say("消费力第 %s 档(5 最高)", "spending power %s of 5", group);
          case "spend-price" -> {
            String[] parts = group.split("\\|", 2);
            yield wording.say(
                "消费力第 %s 档 × 价格带 %s", "spending power %s of 5 × price %s", parts[0], parts[1]);
          }
          default -> group;
        };
    };
  }
}
