package io.tidewatch.api.strategy;

import io.tidewatch.api.fusion.AspectNames;
import io.tidewatch.api.strategy.CategoryTalk.Judged;
import io.tidewatch.api.strategy.RivalRow.Judgement;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.Wording;
import io.tidewatch.audience.answer.BrandStanding;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.KeywordQuery;
import io.tidewatch.keywords.answer.KeywordRow;
import io.tidewatch.keywords.formula.KeywordLabel;
import io.tidewatch.model.behavior.MarketOrder;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.Interval3;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A brand beside its rivals in a category: sales, talk, people, flows, judgements, keywords. */
final class CompetitionStudy {
  /** Most rivals that are compared. */
  private static final int RIVALS = 5;

  private static final int WORDS = 20;
  private static final int MOST_WORDS = 500;
  private static final int MOST_DAYS = 200;
  private static final int FEW = 10;

  private final CategoryTalk talk;
  private final AudienceDesk audience;
  private final KeywordDesk keywords;
  private final Catalogue catalogue;
  private final AspectNames names;

  CompetitionStudy(
      CategoryTalk talk,
      AudienceDesk audience,
      KeywordDesk keywords,
      Catalogue catalogue,
      AspectNames names) {
    this.talk = talk;
    this.audience = audience;
    this.keywords = keywords;
    this.catalogue = catalogue;
    this.names = names;
  }

  /** Everything: the brand first, rivals by buyers, aspects most judged first, keywords by R. */
  List<RivalRow> rows(StrategyQuery query, MarketStudy.Market market) {
    List<String> rivals = rivals(query, market);
    Map<String, Map<String, Judged>> judged = judged(query, rivals);
    var rows = new ArrayList<RivalRow>(standings(query, market, rivals, judged));
    rows.addAll(aspects(query, rivals, judged));
    rows.addAll(rivalWords(query));
    return List.copyOf(rows);
  }

  /** The category's brands with most buyers beside the brand; the catalogue's rivals first. */
  private List<String> rivals(StrategyQuery query, MarketStudy.Market market) {
    Set<String> named = catalogue
        .brand(query.requiredBrand())
        .map(brand -> Set.copyOf(brand.rivals()))
        .orElse(Set.of());
    return market.brands().stream()
        .filter(row -> !row.brandId().equals(query.requiredBrand()) && row.orders() > 0)
        .sorted(
            Comparator.<MarketRow.Brand>comparingInt(row -> named.contains(row.brandId()) ? 0 : 1)
                .thenComparingLong(row -> -row.buyers())
                .thenComparing(MarketRow.Brand::brandId))
        .limit(RIVALS)
        .map(MarketRow.Brand::brandId)
        .toList();
  }

  private Map<String, Map<String, Judged>> judged(StrategyQuery query, List<String> rivals) {
    var judged = new LinkedHashMap<String, Map<String, Judged>>();
    judged.put(query.requiredBrand(), talk.judgements(query.requiredBrand(), query.window()));
    rivals.forEach(id -> judged.put(id, talk.judgements(id, query.window())));
    return judged;
  }

  /** The standings alone. */
  List<RivalRow.Standing> standings(StrategyQuery query, MarketStudy.Market market) {
    List<String> rivals = rivals(query, market);
    return standings(query, market, rivals, judged(query, rivals));
  }

  private List<RivalRow.Standing> standings(
      StrategyQuery query,
      MarketStudy.Market market,
      List<String> rivals,
      Map<String, Map<String, Judged>> judged) {
    String own = query.requiredBrand();
    Map<String, BrandStanding> people = new HashMap<>();
    audience
        .standings(own, rivals, query.window().to())
        .forEach(standing -> people.put(standing.brandId(), standing));
    Set<String> buyers = buyers(market.now(), own);
    var rows = new ArrayList<RivalRow.Standing>();
    judged.forEach((id, aspects) -> rows.add(standing(
        id,
        id.equals(own) ? null : Long.valueOf(shared(buyers, buyers(market.now(), id))),
        market,
        Optional.ofNullable(people.get(id)).orElse(new BrandStanding(id, Map.of(), null)),
        aspects)));
    return rows;
  }

  private static Set<String> buyers(Sales sales, String brandId) {
    var buyers = new HashSet<String>();
    for (MarketOrder order : sales.orders()) {
      if (order.brandId().equals(brandId)) {
        buyers.add(order.userId());
      }
    }
    return buyers;
  }

  private static long shared(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }

  private RivalRow.Standing standing(
      String id,
      @Nullable Long shared,
      MarketStudy.Market market,
      BrandStanding people,
      Map<String, Judged> aspects) {
    Optional<MarketRow.Brand> sales = market.brand(id);
    BrandStanding.Exchange exchange = people.exchange();
    long positive = aspects.values().stream().mapToLong(Judged::positive).sum();
    long negative = aspects.values().stream().mapToLong(Judged::negative).sum();
    return new RivalRow.Standing(
        "brand",
        id,
        catalogue.nameOf(id),
        shared == null,
        sales.map(MarketRow.Brand::buyers).orElse(0L),
        sales.map(MarketRow.Brand::orders).orElse(0L),
        sales.map(MarketRow.Brand::gmv).orElse(BigDecimal.ZERO),
        market.now().currency(),
        sales.map(MarketRow.Brand::gmvShare).orElse(null),
        sales.map(MarketRow.Brand::growth).orElse(null),
        sales.map(MarketRow.Brand::talk).orElse(null),
        sales.map(MarketRow.Brand::talkShare).orElse(null),
        sales.map(MarketRow.Brand::talkOverSales).orElse(null),
        sales.map(MarketRow.Brand::price).orElse(null),
        sales.map(MarketRow.Brand::priceIndex).orElse(null),
        people.users(),
        exchange == null ? null : Integer.valueOf(exchange.won()),
        exchange == null ? null : Integer.valueOf(exchange.lost()),
        exchange == null ? null : ofCounts(exchange.won(), exchange.lost()),
        exchange == null ? null : Double.valueOf(exchange.rate()),
        shared,
        aspects.values().stream().mapToLong(Judged::documents).sum(),
        ofCounts(positive, negative));
  }

  /** Share of the one in both; null when both are 0. */
  static @Nullable Interval3 ofCounts(long one, long other) {
    return Estimates.share(Total.of(one).sum(), Total.of(one + other));
  }

  /** Aspects of the brand and its rivals. */
  List<RivalRow.Aspect> aspects(StrategyQuery query, MarketStudy.Market market) {
    List<String> rivals = rivals(query, market);
    return aspects(query, rivals, judged(query, rivals));
  }

  private List<RivalRow.Aspect> aspects(
      StrategyQuery query, List<String> rivals, Map<String, Map<String, Judged>> judged) {
    var ids = new TreeSet<String>();
    judged.values().forEach(byAspect -> ids.addAll(byAspect.keySet()));
    return ids.stream()
        .map(aspect -> aspect(aspect, query, rivals, judged))
        .sorted(Comparator.comparingLong(CompetitionStudy::documents)
            .reversed()
            .thenComparing(RivalRow.Aspect::aspect))
        .toList();
  }

  private static long documents(RivalRow.Aspect row) {
    Judgement own = row.own();
    return (own == null ? 0 : own.documents())
        + row.rivals().stream().mapToLong(Judgement::documents).sum();
  }

  private RivalRow.Aspect aspect(
      String aspect,
      StrategyQuery query,
      List<String> rivals,
      Map<String, Map<String, Judged>> judged) {
    String own = query.requiredBrand();
    Judgement mine = judgement(own, judged.getOrDefault(own, Map.of()).get(aspect));
    List<Judgement> theirs = rivals.stream()
        .map(id -> judgement(id, judged.getOrDefault(id, Map.of()).get(aspect)))
        .filter(row -> row != null)
        .sorted(Comparator.comparingLong(Judgement::documents)
            .reversed()
            .thenComparing(Judgement::brandId))
        .toList();
    long positive = theirs.stream().mapToLong(Judgement::positive).sum();
    long negative = theirs.stream().mapToLong(Judgement::negative).sum();
    Interval3 pooled = ofCounts(positive, negative);
    return new RivalRow.Aspect(
        "aspect",
        aspect,
        names.of(aspect, query.lang()),
        verdict(mine, positive + negative, pooled),
        mine,
        pooled,
        theirs);
  }

  private @Nullable Judgement judgement(String id, @Nullable Judged judged) {
    return judged == null
        ? null
        : new Judgement(
            id,
            catalogue.nameOf(id),
            judged.documents(),
            judged.positive(),
            judged.negative(),
            ofCounts(judged.positive(), judged.negative()),
            judged.evidence());
  }

  private static String verdict(@Nullable Judgement mine, long theirs, @Nullable Interval3 pooled) {
    if (mine == null || pooled == null) {
      return "too-few";
    }
    Interval3 own = mine.positiveShare();
    if (own == null || mine.positive() + mine.negative() < FEW || theirs < FEW) {
      return "too-few";
    }
    if (own.low() > pooled.high()) {
      return "ahead";
    }
    return own.high() < pooled.low() ? "behind" : "even";
  }

  /** Keywords of the category that rivals own, by R. */
  List<RivalRow.Keyword> rivalWords(StrategyQuery query) {
    Wording wording = new Wording(catalogue, query.lang());
    return words(query).stream()
        .filter(row -> row.label() == KeywordLabel.RIVAL_OWNED && !row.owners().isEmpty())
        .sorted(Comparator.<KeywordRow>comparingDouble(row -> row.R() == null ? 0 : -row.R())
            .thenComparing(KeywordRow::keyword))
        .limit(WORDS)
        .map(row -> new RivalRow.Keyword(
            "keyword",
            row.keyword(),
            row.owners().getFirst().brandId(),
            catalogue.nameOf(row.owners().getFirst().brandId()),
            row.owners().getFirst().share(),
            row.counts().searchers(),
            row.counts().orders(),
            row.counts().brandOrders(),
            row.R(),
            wording.say(
                "截至 %s 的 %d 天,依据 %s",
                "%2$d days to %1$s, basis %3$s", row.asOf(), days(query), row.basis())))
        .toList();
  }

  /** Keywords of the category as recommended to the brand. */
  List<KeywordRow> words(StrategyQuery query) {
    return keywords.recommend(new KeywordQuery(
        query.requiredBrand(),
        query.categoryId(),
        null,
        Set.of(),
        MOST_WORDS,
        new KeywordQuery.Span(query.window().to(), days(query)),
        null,
        query.lang()));
  }

  private static int days(StrategyQuery query) {
    long days = Duration.between(query.window().from(), query.window().to()).toDays();
    return Math.clamp(days + days % 2, 2, MOST_DAYS);
  }
}
