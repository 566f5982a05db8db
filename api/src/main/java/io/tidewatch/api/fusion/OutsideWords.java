package io.tidewatch.api.fusion;

import io.tidewatch.corpora.CommerceCalendar.Occasion;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.keywords.KeywordSources;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.KeywordText;
import io.tidewatch.model.catalogue.Brand;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.keyword.KeywordCandidate;
import io.tidewatch.model.keyword.KeywordCandidates;
import io.tidewatch.model.keyword.KeywordStart;
import io.tidewatch.model.trend.AspectPoint;
import io.tidewatch.model.trend.AspectQuery;
import io.tidewatch.model.trend.CoMention;
import io.tidewatch.model.trend.Counting;
import io.tidewatch.model.trend.KeyKind;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TalkQuery;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Keyword candidates from talk, reviews and the calendar: rising talk beside what is asked about that
 * no keyword holds yet, aspects that people praise of it, and occasions that come.
 */
public final class OutsideWords implements KeywordCandidates {
  private static final Duration TALK_WINDOW = Duration.ofDays(7);
  private static final Duration REVIEW_WINDOW = Duration.ofDays(28);
  private static final int AHEAD_DAYS = 45;
  private static final int ROWS = 20;
  private static final int KEYS = 1000;
  /** Brands of a category whose talk is looked at. */
  private static final int BRANDS = 50;
  /** Praise by fewer documents says nothing. */
  private static final long ENOUGH = 5;

  private final Supplier<TrendQueries> trends;
  private final Supplier<TalkQueries> talk;
  private final Supplier<BehaviorStore> behavior;
  private final Supplier<Catalogue> catalogue;
  private final HolidayWindows holidays;
  private final Lexicons lexicons;
  private final ZoneId zone;

  /** The rooms are opened when a source first needs them. */
  public OutsideWords(
      Supplier<TrendQueries> trends,
      Supplier<TalkQueries> talk,
      Supplier<BehaviorStore> behavior,
      Supplier<Catalogue> catalogue,
      HolidayWindows holidays,
      Lexicons lexicons,
      ZoneId zone) {
    this.trends = trends;
    this.talk = talk;
    this.behavior = behavior;
    this.catalogue = catalogue;
    this.holidays = holidays;
    this.lexicons = lexicons;
    this.zone = zone;
  }

  @Override
  public Set<String> sources() {
    return Set.of(KeywordSources.TALK, KeywordSources.ASPECT, KeywordSources.HOLIDAY);
  }

  @Override
  public List<KeywordCandidate> of(KeywordStart start, Set<String> sources, Instant asOf) {
    var found = new ArrayList<KeywordCandidate>();
    String query = query(start);
    if (sources.contains(KeywordSources.TALK) && !query.isEmpty()) {
      found.addAll(talk(query, asOf));
    }
    if (sources.contains(KeywordSources.ASPECT) && !query.isEmpty()) {
      found.addAll(aspects(query, start, asOf));
    }
    if (sources.contains(KeywordSources.HOLIDAY)) {
      for (Occasion occasion : holidays.coming(asOf, AHEAD_DAYS)) {
        found.add(new KeywordCandidate(
            occasion.name(),
            KeywordSources.HOLIDAY,
            occasion.id() + " " + occasion.day(),
            Map.of(),
            List.of()));
      }
    }
    return found;
  }

  /**
   * The talk that is looked at: of the product, about the seed, of the brand with its rivals, or of
   * the category's brands; empty when nothing tells it.
   */
  private String query(KeywordStart start) {
    if (start.productId() != null) {
      return "product:\"" + start.productId() + '"';
    }
    if (start.seed() != null) {
      String seed = KeywordText.normalise(start.seed()).replace("\"", " ").strip();
      return seed.isEmpty() ? "" : '"' + seed + '"';
    }
    Catalogue known = catalogue.get();
    var brands = new LinkedHashSet<String>();
    if (start.brandId() != null) {
      brands.add(start.brandId());
      known.brand(start.brandId()).map(Brand::rivals).ifPresent(brands::addAll);
    } else {
      known.brands().stream()
          .filter(brand -> !Collections.disjoint(brand.categories(), start.categoryIds()))
          .map(Brand::id)
          .limit(BRANDS)
          .forEach(brands::add);
    }
    return brands.stream().map(id -> "brand:\"" + id + '"').collect(Collectors.joining(" OR "));
  }

  /** Rising talk without a keyword that stands beside what is asked about. */
  private List<KeywordCandidate> talk(String query, Instant asOf) {
    var beside = new HashSet<String>();
    var about = new TalkQuery(query, asOf.minus(TALK_WINDOW), asOf, KEYS, zone, Counting.USUAL);
    for (KeyKind kind : List.of(KeyKind.PRODUCT, KeyKind.HASHTAG, KeyKind.TERM)) {
      talk.get().coMentions(about, kind).stream()
          .filter(row -> row.z() > 0)
          .map(CoMention::key)
          .forEach(beside::add);
    }
    return new TalkWithoutKeyword(trends.get(), behavior.get())
        .of(TALK_WINDOW, asOf, KEYS, zone).stream()
            .filter(row -> beside.contains(row.key()))
            .limit(ROWS)
            .map(row -> new KeywordCandidate(
                row.name(),
                KeywordSources.TALK,
                row.kind().name().toLowerCase(Locale.ROOT),
                Map.of("mentions", row.count()),
                row.evidence()))
            .toList();
  }

  /** Aspects with more praise than blame, most praise first; of a brand or product its own. */
  private List<KeywordCandidate> aspects(String query, KeywordStart start, Instant asOf) {
    String entity = start.productId() != null ? start.productId() : start.brandId();
    var about = new TalkQuery(
        entity == null || start.seed() != null ? query : entityQuery(start),
        asOf.minus(REVIEW_WINDOW),
        asOf,
        KEYS,
        zone,
        Counting.USUAL);
    var sums = new LinkedHashMap<String, Praise>();
    for (AspectPoint point :
        talk.get().aspects(new AspectQuery(about, entity, Duration.ofDays(1)))) {
      sums.merge(
          point.aspect(),
          new Praise(point.positive(), point.negative(), point.evidence()),
          Praise::plus);
    }
    return sums.entrySet().stream()
        .filter(e -> e.getValue().positive() >= ENOUGH
            && e.getValue().positive() > e.getValue().negative())
        .sorted(Map.Entry.comparingByValue(
            Comparator.comparingLong(Praise::positive).reversed()))
        .limit(ROWS)
        .map(e -> new KeywordCandidate(
            name(e.getKey()),
            KeywordSources.ASPECT,
            entity == null ? query : entity,
            counts(e.getValue()),
            e.getValue().evidence()))
        .toList();
  }

  /** What people call an aspect. */
  private String name(String aspect) {
    return lexicons.aspects().stream()
        .filter(a -> a.id().equals(aspect))
        .map(Lexicons.Aspect::name)
        .findFirst()
        .orElse(aspect);
  }

  private static Map<String, Long> counts(Praise praise) {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("positive", praise.positive());
    counts.put("negative", praise.negative());
    return counts;
  }

  private static String entityQuery(KeywordStart start) {
    return start.productId() != null
        ? "product:\"" + start.productId() + '"'
        : "brand:\"" + start.brandId() + '"';
  }

  private record Praise(long positive, long negative, List<String> evidence) {
    Praise plus(Praise other) {
      return new Praise(
          positive + other.positive,
          negative + other.negative,
          evidence.isEmpty() ? other.evidence : evidence);
    }
  }
}
