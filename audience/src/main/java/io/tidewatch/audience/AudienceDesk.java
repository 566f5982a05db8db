package io.tidewatch.audience;

import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.audience.answer.AssetRow;
import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.BrandStanding;
import io.tidewatch.audience.answer.DirectionRow;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.FeatureKindRow;
import io.tidewatch.audience.answer.Features;
import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.campaign.Activations;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.identity.PeopleSources;
import io.tidewatch.audience.profile.PrivacyGate;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import io.tidewatch.model.group.SegmentStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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
  private final WordFamilies families;
  private final Snapshots snapshots;
  private final PlainFeatures features;
  private final Segments segments;
  private final Targets targets;
  private final Expansions expansions;

  /** As the full form, without saved segments. */
  public AudienceDesk(AudienceSources sources) {
    this(sources, () -> SegmentStore.NONE);
  }

  /** {@code saved}: opens the segments when they are first needed. */
  public AudienceDesk(AudienceSources sources, Supplier<SegmentStore> saved) {
    this.facts = sources.facts();
    this.catalogues = sources.catalogues();
    this.config = sources.config();
    this.families = sources.families();
    this.snapshots = new Snapshots(sources);
    this.features = new PlainFeatures(config, families);
    this.segments = new Segments(config, facts, saved, features, families);
    this.targets = new Targets(sources, snapshots, segments);
    this.expansions = new Expansions(config, facts, sources.keywords(), targets);
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
    Optional<Targets.Found> found = targets.find(target, asOf, lang);
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
        new FeatureTable(config, found.get().wording())
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
    return expansions.expand(query);
  }

  /**
   * The rows of {@link #expand(ExpansionQuery)} one after another and without reasons, for audiences
   * that are too large to explain each user; empty, and no row, when nobody was active before T.
   */
  public Optional<Population> select(ExpansionQuery query, Consumer<AudienceRow> sink) {
    return expansions.select(query, sink);
  }

  /**
   * What users were to a brand at two times; empty when nothing is known of anybody, or nothing since.
   *
   * @param asOf the later time; null for just after the newest event
   * @throws IllegalArgumentException for an unknown brand, or a {@code since} that is not before it
   */
  public Optional<StateMoves> moves(String brandId, Instant since, @Nullable Instant asOf) {
    Catalogue catalogue = catalogues.current();
    new Target.OfBrand(brandId).check(catalogue);
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
    return expansions.overlaps(query);
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
    new Target.OfBrand(brandId).check(catalogue);
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
            snapshot.facts(), snapshot.features(null, config.interests(), families)));
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
    return assets(brandId, asOf, since, lang, (groupOf, at) -> List.of(), Activations.NONE);
  }

  /**
   * As above; {@code sources} tells from where the people are known, {@code campaigns} how they were
   * reached.
   */
  public List<AssetRow> assets(
      String brandId,
      @Nullable Instant asOf,
      @Nullable Instant since,
      Locale lang,
      PeopleSources sources,
      Activations campaigns) {
    Catalogue catalogue = catalogues.current();
    var wording = new Wording(catalogue, lang);
    new Target.OfBrand(brandId).check(catalogue);
    Optional<Instant> end = snapshots.time(asOf);
    if (end.isEmpty()) {
      return List.of();
    }
    var assets = new Assets(config, facts, snapshots, families, wording);
    return assets.rows(
        brandId, end.get(), since, catalogue, groupOf -> sources.of(groupOf, asOf), campaigns);
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
}
