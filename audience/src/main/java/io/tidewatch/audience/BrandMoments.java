package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.audience.direction.Direction;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.TalkSource;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.holiday.HolidayRun;
import io.tidewatch.audience.holiday.HolidayTopics;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.group.SegmentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a {@link BrandMoment} of a time: nothing at or after it is seen. */
public final class BrandMoments {
  private final AudienceFacts facts;
  private final ShownAhead shown;
  private final AudienceConfig config;
  private final BrandKeywords keywords;
  private final WordFamilies families;
  private final TalkSource talk;
  private final Snapshots snapshots;

  BrandMoments(AudienceSources sources, Snapshots snapshots) {
    this.facts = sources.facts();
    this.shown = new ShownAhead(facts);
    this.config = sources.config();
    this.keywords = sources.keywords();
    this.families = sources.families();
    this.talk = sources.talk();
    this.snapshots = snapshots;
  }

  /**
   * All directions run.
   *
   * @throws NoAudienceException when nobody bought the brand or engaged with it
   */
  public BrandMoment at(String brandId, Instant time, Catalogue catalogue) {
    return at(brandId, time, catalogue, Locale.ENGLISH);
  }

  /** {@code lang}: of the directions' reasons. */
  public BrandMoment at(String brandId, Instant time, Catalogue catalogue, Locale lang) {
    var wording = new Wording(catalogue, lang, talk);
    Snapshot snapshot = snapshots.at(time, catalogue.version(), 0);
    Audience audience = new TargetReader(config, snapshot, wording, families, segments())
        .audience(new Target.OfBrand(brandId), catalogue);
    var reached = new Expander(config, shown, keywords, catalogue, wording)
        .reach(audience, snapshot, List.copyOf(Direction.ALL));
    return new BrandMoment(reached.brief(), reached.aggregation(), reached.universe());
  }

  /** Users of a brand's universe, without running directions. */
  public UserSet universe(String brandId, Instant time, Catalogue catalogue) {
    Snapshot snapshot = snapshots.at(time, catalogue.version(), 0);
    Audience audience = new TargetReader(
            config, snapshot, new Wording(catalogue, Locale.ENGLISH), families, segments())
        .audience(new Target.OfBrand(brandId), catalogue);
    return new Expander(config, shown, keywords, catalogue, new Wording(catalogue, Locale.ENGLISH))
        .reach(audience, snapshot, List.of())
        .universe();
  }

  /** Brands that will be asked for one after another, which is quicker when known before. */
  public void expect(Collection<String> brandIds) {
    shown.expect(brandIds);
  }

  /** Whether anybody had done anything before a time. */
  public boolean hasFacts(Instant time, Catalogue catalogue) {
    return snapshots.at(time, catalogue.version(), 0).facts().users() > 0;
  }

  /** What a holiday was about, as of its end. */
  public HolidayTopics topics(HolidayRun run, Catalogue catalogue) {
    UserFacts read = snapshots.at(run.end(), catalogue.version(), 0).facts();
    return HolidayTopics.read(read, run, families, config);
  }

  /** The time to read before: {@code asOf}, or just after the newest event; empty without one. */
  public Optional<Instant> time(@Nullable Instant asOf) {
    return snapshots.time(asOf);
  }

  /** Which contents of the store are read. */
  public SourceRevision revision() {
    return snapshots.revision();
  }

  /** Ids of brands by users who did something with them, most first, then by id. */
  public List<String> byUsers(Instant time, Catalogue catalogue) {
    UserFacts facts = snapshots.at(time, catalogue.version(), 0).facts();
    int[] users = new int[facts.brands().size()];
    int[] last = new int[users.length];
    for (int user = 0; user < facts.users(); user++) {
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        int brand = facts.brand(fact);
        if (brand != Names.NONE && !facts.action(fact).isShown() && last[brand] <= user) {
          last[brand] = user + 1;
          users[brand]++;
        }
      }
    }
    return IntStream.range(0, users.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(brand -> -users[brand])
            .thenComparing(brand -> facts.brands().name(brand)))
        .map(brand -> facts.brands().name(brand))
        .toList();
  }

  /** A brand's people need none. */
  private Segments segments() {
    return new Segments(
        config, facts, () -> SegmentStore.NONE, new PlainFeatures(config, families), families);
  }

  /**
   * What became of a brand's people.
   *
   * @param facts of the end
   */
  public record Outcome(UserFacts facts, BrandScope scope, BrandStates states) {

    /** Whether a user, by number or −1, bought the brand in the last {@code period} and kept it. */
    public boolean bought(int user, Duration period) {
      if (user < 0) {
        return false;
      }
      for (int fact = facts.end(user) - 1; fact >= facts.first(user); fact--) {
        if (facts.age(fact) > period.toSeconds()) {
          return false;
        }
        if (facts.isKeptOrder(fact) && scope.isOf(facts, fact)) {
          return true;
        }
      }
      return false;
    }
  }

  /** As of a moment that was read. */
  public Outcome outcome(BrandMoment moment) {
    return new Outcome(moment.facts(), moment.brand().scope(), moment.states());
  }

  /** As of a time. */
  public Outcome outcome(String brandId, Instant time, Catalogue catalogue) {
    UserFacts read = snapshots.at(time, catalogue.version(), 0).facts();
    var scope = BrandScope.of(brandId, catalogue, read);
    ShownSearches searches = shown.of(read, brandId, config.aipl().awarenessDays());
    return new Outcome(read, scope, new AiplReader(read, scope, searches, config.aipl()).now());
  }
}
