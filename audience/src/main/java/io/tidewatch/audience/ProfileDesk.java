package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.profile.PrivacyGate;
import io.tidewatch.audience.profile.ProfileAnswer;
import io.tidewatch.audience.profile.ProfileCall;
import io.tidewatch.audience.profile.ProfileRow;
import io.tidewatch.audience.query.ProfileQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.catalogue.CatalogueStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the users of a group and asks for its profile. T is the start of a local day: a time to the
 * second would tell when one user more came in. Safe from any thread.
 */
public final class ProfileDesk {
  private final AudienceConfig config;
  private final AudienceFacts store;
  private final CatalogueStore catalogues;
  private final Snapshots snapshots;
  private final PlainFeatures features;
  private final Segments segments;
  private final PrivacyGate gate;

  ProfileDesk(
      AudienceConfig config,
      AudienceFacts store,
      CatalogueStore catalogues,
      Snapshots snapshots,
      PlainFeatures features,
      Segments segments,
      PrivacyGate gate) {
    this.config = config;
    this.store = store;
    this.catalogues = catalogues;
    this.snapshots = snapshots;
    this.features = features;
    this.segments = segments;
    this.gate = gate;
  }

  /**
   * The cells of the group's profile by dimension; none when nobody was active before T.
   *
   * @throws NoAudienceException when the profile is refused
   * @throws IllegalArgumentException for an unknown brand, segment, store or dimension
   */
  public List<ProfileRow> profile(ProfileQuery query) {
    Catalogue catalogue = catalogues.current();
    if (query.target() instanceof Target.OfBrand brand) {
      brand.check(catalogue);
    }
    if (query.target() instanceof Target.OfSegment segment) {
      segments.check(segment.name());
    }
    Optional<Instant> end = snapshots.time(query.asOf()).map(this::day);
    if (end.isEmpty()) {
      return List.of();
    }
    if (query.target() instanceof Target.OfStore store) {
      Targets.check(store, snapshots.stores(end.get()));
    }
    Snapshot snapshot = snapshots.at(end.get(), catalogue.version(), 0);
    var wording = new Wording(catalogue, query.lang());
    var call = new ProfileCall(
        query.caller(),
        query.described(end.get()),
        snapshot.facts(),
        features.of(snapshot),
        group(query, snapshot, catalogue).and(snapshot.base()),
        wording::name,
        wording.say("未知", "unknown"));
    return switch (gate.profile(call)) {
      case ProfileAnswer.Answered answered -> chosen(query, answered.rows());
      case ProfileAnswer.Refused refused -> throw new NoAudienceException(refused.text());
    };
  }

  /** Forgets that these users were in answered groups. */
  public long forget(Set<String> userIds) {
    return gate.forget(userIds);
  }

  private Instant day(Instant time) {
    return time.atZone(config.zone()).toLocalDate().atStartOfDay(config.zone()).toInstant();
  }

  private UserSet group(ProfileQuery query, Snapshot snapshot, Catalogue catalogue) {
    UserFacts facts = snapshot.facts();
    return switch (query.target()) {
      case Target.OfBrand brand -> {
        BrandStates states = new AiplReader(
                facts,
                BrandScope.of(brand.brandId(), catalogue, facts),
                ShownSearches.read(store, facts, brand.brandId(), config.aipl().awarenessDays()),
                config.aipl())
            .now();
        yield UserSet.any(query.states().stream().map(states::in).toList());
      }
      case Target.OfUsers users ->
        UserSet.of(users.userIds().stream()
            .mapToInt(snapshot.finder())
            .filter(user -> user != Names.NONE)
            .sorted()
            .toArray());
      case Target.OfSegment segment -> segments.members(segment.name(), snapshot, catalogue);
      case Target.OfStore store -> VisitingUsers.of(store, snapshot).users();
    };
  }

  private static List<ProfileRow> chosen(ProfileQuery query, List<ProfileRow> rows) {
    for (String dimension : query.dimensions()) {
      if (!rows.isEmpty() && rows.stream().noneMatch(r -> r.dimension().equals(dimension))) {
        throw new IllegalArgumentException("dimensions: one of "
            + String.join(
                ", ", rows.stream().map(ProfileRow::dimension).distinct().toList())
            + " is required, got " + dimension);
      }
    }
    Map<String, Integer> taken = new HashMap<>();
    return rows.stream()
        .filter(r -> query.dimensions().isEmpty() || query.dimensions().contains(r.dimension()))
        .filter(r -> r.value().equals("unknown")
            || taken.merge(r.dimension(), 1, Integer::sum) <= query.top())
        .toList();
  }
}
