package io.tidewatch.audience;

import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureReader;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.identity.PeopleSources;
import io.tidewatch.audience.profile.PrivacyGate;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.group.SegmentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a target audience cares about, who is like it, and what users are to a brand. Reads
 * no fact at or after T; without T that is just after the newest event. The base population are the
 * users with any fact in the 90 days before T; members of the target who are not in it are counted
 * and left out. Safe from any thread.
 */
public final class AudienceDesk {
  private final AudienceFacts facts;
  private final CatalogueStore catalogues;
  private final AudienceConfig config;
  private final BrandKeywords keywords;
  private final WordFamilies families;
  private final Snapshots snapshots;
  private final PlainFeatures features;
  private final Segments segments;

  /** As the full form, without saved segments. */
  public AudienceDesk(
      BehaviorStore store,
      AudienceFacts facts,
      CatalogueStore catalogues,
      AudienceConfig config,
      BrandKeywords keywords,
      WordFamilies families) {
    this(store, facts, catalogues, config, keywords, families, () -> SegmentStore.NONE);
  }

  /**
   * Over one store.
   *
   * @param keywords labelled for a brand, for direction {@code search}
   * @param families which searched words are one
   * @param saved opens the segments when they are first needed
   */
  public AudienceDesk(
      BehaviorStore store,
      AudienceFacts facts,
      CatalogueStore catalogues,
      AudienceConfig config,
      BrandKeywords keywords,
      WordFamilies families,
      Supplier<SegmentStore> saved) {
    this.facts = facts;
    this.catalogues = catalogues;
    this.config = config;
    this.keywords = keywords;
    this.families = families;
    this.snapshots = new Snapshots(store, facts, config);
    this.features = new PlainFeatures(config, families);
    this.segments = new Segments(config, facts, saved, features, families);
  }

  /** Profiles of groups over the same readings; nobody gets one past the gate. */
  public ProfileDesk profiles(PrivacyGate gate) {
    return new ProfileDesk(config, facts, catalogues, snapshots, features, segments, gate);
  }

  /** Saved segments over the same readings. */
  public SegmentDesk segments(InstantSource clock) {
    return new SegmentDesk(config, catalogues, snapshots, segments, clock);
  }

  /**
   * The features of a target audience with their weight against the base. Empty when nobody was
   * active before T.
   *
   * @param asOf T; null for just after the newest event
   * @param lang of texts and names: English for English, else Chinese
   * @throws NoAudienceException when the target has fewer than k = 20 users in the base, because a
   *     smaller group would show persons
   * @throws IllegalArgumentException for an unknown brand or segment
   */
  public Features features(Target target, @Nullable Instant asOf, Locale lang) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, lang);
    Optional<Found> found = find(target, asOf, catalogue, wording);
    if (found.isEmpty()) {
      return new Features(Optional.empty(), List.of());
    }
    Audience audience = found.get().audience();
    if (audience.population().target() < config.minUsers()) {
      throw new NoAudienceException("audience: a feature table needs at least "
          + config.minUsers()
          + " users in the target, got "
          + audience.population().target()
          + " ("
          + audience.population().rule()
          + ")");
    }
    return new Features(
        Optional.of(audience.population()),
        new FeatureTable(config, wording)
            .weigh(audience).stream().map(Weighed::row).toList());
  }

  /** As the full form, with a size and no breadth. */
  public Expansion expand(
      Target target, @Nullable Instant asOf, int size, Collection<String> directions, Locale lang) {
    return expand(new ExpansionQuery(target, asOf, size, null, List.copyOf(directions), lang));
  }

  /**
   * Users of the base whom the directions reach, best first, ties by user id; nobody of the target
   * and, for a brand, only users in O or A. Where no feature passes the tests those that lean towards
   * the target are used, and every row says so. Empty when nobody was active before T.
   *
   * @throws NoAudienceException when nobody in the base belongs to the target
   * @throws IllegalArgumentException for an unknown brand or breadth
   */
  public Expansion expand(ExpansionQuery query) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, query.lang());
    double share = share(query.breadth());
    Optional<Found> found = find(query.target(), query.asOf(), catalogue, wording);
    if (found.isEmpty()) {
      return new Expansion(Optional.empty(), List.of(), List.of());
    }
    Expander.Reached reached = reach(found.get(), query, catalogue, wording);
    var rows = new ArrayList<AudienceRow>();
    for (int user : reached.aggregation().best(count(query, share, reached.aggregation()))) {
      rows.add(row(found.get().audience(), reached, user));
    }
    return new Expansion(
        Optional.of(found.get().audience().population()),
        reached.features().stream().map(Weighed::row).toList(),
        rows);
  }

  /**
   * The rows of {@link #expand(ExpansionQuery)} one after another and without reasons, for audiences
   * that are too large to explain each user; empty, and no row, when nobody was active before T.
   */
  public Optional<Population> select(ExpansionQuery query, Consumer<AudienceRow> sink) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, query.lang());
    double share = share(query.breadth());
    return find(query.target(), query.asOf(), catalogue, wording).map(found -> {
      Aggregation aggregation = reach(found, query, catalogue, wording).aggregation();
      for (int user : aggregation.best(count(query, share, aggregation))) {
        sink.accept(new AudienceRow(
            found.audience().facts().userId(user),
            aggregation.score(user),
            aggregation.directions(user),
            List.of()));
      }
      return found.audience().population();
    });
  }

  /**
   * What users were to a brand at two times; empty when nothing is known of anybody, or nothing since.
   *
   * @param asOf the later time; null for just after the newest event
   * @throws IllegalArgumentException for an unknown brand, or a {@code since} that is not before it
   */
  public Optional<StateMoves> moves(String brandId, Instant since, @Nullable Instant asOf) {
    Catalogue catalogue = catalogues.current();
    check(brandId, catalogue);
    return snapshots
        .time(asOf)
        .filter(end -> asOf != null || end.isAfter(since))
        .map(end -> StateMoves.read(config, facts, snapshots, brandId, since, end, catalogue))
        .filter(moves -> moves.facts().users() > 0);
  }

  /**
   * Whom each direction reaches within an expansion, and how many of them others reach too, in the
   * order of directions. Empty when nobody was active before T.
   *
   * @throws NoAudienceException when nobody in the base belongs to the target
   * @throws IllegalArgumentException for an unknown brand or breadth
   */
  public List<DirectionRow> overlaps(ExpansionQuery query) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, query.lang());
    double share = share(query.breadth());
    return find(query.target(), query.asOf(), catalogue, wording)
        .map(found -> {
          Expander.Reached reached = reach(found, query, catalogue, wording);
          Aggregation aggregation = reached.aggregation();
          int[] best = aggregation.best(count(query, share, aggregation));
          Arrays.sort(best);
          return DirectionRow.of(
              aggregation, UserSet.of(best), reached.universe().size());
        })
        .orElse(List.of());
  }

  /**
   * How brands stand to their people beside each other, and who wins whose buyers, in the order
   * asked for. Empty when nobody was active before T.
   *
   * @param brandId whose exchange with the others is counted
   * @param rivalIds other brands; those that no fact names are left out
   * @throws IllegalArgumentException for an unknown brand
   */
  public List<BrandStanding> standings(
      String brandId, List<String> rivalIds, @Nullable Instant asOf) {
    Catalogue catalogue = catalogues.current();
    check(brandId, catalogue);
    return snapshots
        .time(asOf)
        .map(end -> snapshots.at(end, catalogue.version(), 0))
        .filter(snapshot -> !snapshot.base().isEmpty())
        .map(snapshot -> new Standings(config, facts, snapshot, catalogue).of(brandId, rivalIds))
        .orElse(List.of());
  }

  /** Who of the base spends how much and is what; empty when nobody was active before T. */
  public Optional<BaseTraits> traits(@Nullable Instant asOf) {
    Catalogue catalogue = catalogues.current();
    return snapshots
        .time(asOf)
        .map(end -> snapshots.at(end, catalogue.version(), 0))
        .filter(snapshot -> !snapshot.base().isEmpty())
        .map(snapshot -> new BaseTraits(
            snapshot.facts(),
            FeatureReader.read(
                snapshot.facts(),
                snapshot.base(),
                null,
                config.interests(),
                snapshot.attributes(),
                families)));
  }

  /**
   * The brand's people by state at T and a time before it, deepest state last; empty when nobody was
   * active before T.
   *
   * @param since the time before; null for 30 days before T
   * @throws IllegalArgumentException for an unknown brand or a {@code since} that is not before T
   */
  public List<AssetRow> assets(
      String brandId, @Nullable Instant asOf, @Nullable Instant since, Locale lang) {
    return assets(brandId, asOf, since, lang, (groupOf, at) -> List.of());
  }

  /** As above; {@code sources} tells from where the people are known. */
  public List<AssetRow> assets(
      String brandId,
      @Nullable Instant asOf,
      @Nullable Instant since,
      Locale lang,
      PeopleSources sources) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, lang);
    check(brandId, catalogue);
    Optional<Instant> end = snapshots.time(asOf);
    if (end.isEmpty()) {
      return List.of();
    }
    var assets = new Assets(config, facts, snapshots, families, wording);
    return assets.rows(brandId, end.get(), since, catalogue, groupOf -> sources.of(groupOf, asOf));
  }

  /** What kinds of features there are at T, what they mean, and how many users have any. */
  public List<FeatureKindRow> catalogue(@Nullable Instant asOf, Locale lang) {
    Catalogue catalogue = catalogues.current();
    return snapshots
        .time(asOf)
        .map(end -> snapshots.at(end, catalogue.version(), 0))
        .filter(snapshot -> !snapshot.base().isEmpty())
        .map(snapshot ->
            new FeatureKinds(config, new Wording(catalogue, lang), families).rows(snapshot))
        .orElse(List.of());
  }

  private double share(@Nullable String breadth) {
    if (breadth == null) {
      return 1;
    }
    Double share = config.directions().breadths().get(breadth);
    if (share == null) {
      throw new IllegalArgumentException("breadth: one of "
          + String.join(
              ", ", config.directions().breadths().keySet().stream().sorted().toList())
          + " is required, got "
          + breadth);
    }
    return share;
  }

  private static int count(ExpansionQuery query, double share, Aggregation aggregation) {
    int broad = (int) Math.ceil(share * aggregation.size());
    Integer size = query.size();
    return size == null ? Math.min(broad, ExpansionQuery.MAX_SIZE) : Math.min(size, broad);
  }

  private Expander.Reached reach(
      Found found, ExpansionQuery query, Catalogue catalogue, Wording wording) {
    return new Expander(config, facts, keywords, catalogue, wording)
        .reach(found.audience(), found.snapshot(), query.chosen());
  }

  private static AudienceRow row(Audience audience, Expander.Reached reached, int user) {
    var reasons = new ArrayList<Reason>();
    Aggregation aggregation = reached.aggregation();
    var directions = aggregation.directions(user);
    directions.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(direction -> aggregation.reaches().stream()
            .filter(reach -> reach.direction().equals(direction.getKey()))
            .forEach(reach -> reasons.addAll(scaled(reach, user, direction.getValue()))));
    reasons.addAll(reached.notes());
    return new AudienceRow(
        audience.facts().userId(user), aggregation.score(user), directions, reasons);
  }

  /** Contributions as parts of the evidence instead of the direction's own score. */
  private static List<Reason> scaled(Reach reach, int user, double evidence) {
    double scale = evidence / reach.score(user);
    return reach.reasons(user).stream().map(reason -> reason.scaled(scale)).toList();
  }

  private record Found(Snapshot snapshot, Audience audience) {}

  static void check(String brandId, Catalogue catalogue) {
    if (catalogue.brand(brandId).isEmpty()) {
      throw new IllegalArgumentException(
          "brand: an id of the catalogue is required, got " + brandId);
    }
  }

  /** Empty when nobody was active. */
  private Optional<Found> find(
      Target target, @Nullable Instant asOf, Catalogue catalogue, Wording wording) {
    if (target instanceof Target.OfBrand brand) {
      check(brand.brandId(), catalogue);
    }
    if (target instanceof Target.OfSegment segment) {
      segments.check(segment.name());
    }
    return snapshots
        .time(asOf)
        .map(end -> snapshots.at(end, catalogue.version(), 0))
        .filter(snapshot -> !snapshot.base().isEmpty())
        .map(snapshot -> new Found(
            snapshot,
            new TargetReader(config, snapshot, wording, families, segments)
                .audience(target, catalogue)));
  }
}
