package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;

/**
 * What users were to a brand at two times, numbered alike in both.
 *
 * @param facts who they are
 * @param before at the earlier time
 * @param after at the facts' own time
 */
public record StateMoves(UserFacts facts, BrandStates before, BrandStates after) {
  private static final int MOST_DAYS = 730;

  /** Throws IllegalArgumentException unless {@code since} is before {@code asOf} by 730 days at most. */
  static StateMoves read(
      AudienceConfig config,
      AudienceFacts store,
      Snapshots snapshots,
      String brandId,
      Instant since,
      Instant asOf,
      Catalogue catalogue) {
    Duration between = Duration.between(since, asOf);
    if (!since.isBefore(asOf) || between.toDays() > MOST_DAYS) {
      throw new IllegalArgumentException("asOf: a time after " + since + ", by at most " + MOST_DAYS
          + " days, is required, got " + asOf);
    }
    int days = (int) between.toDays() + 1;
    UserFacts facts =
        snapshots.at(asOf, catalogue.version(), config.aipl().reach() + days).facts();
    var reader = new AiplReader(
        facts,
        BrandScope.of(brandId, catalogue, facts),
        ShownSearches.read(store, facts, brandId, config.aipl().awarenessDays() + days),
        config.aipl());
    return new StateMoves(facts, reader.before(Math.toIntExact(between.toSeconds())), reader.now());
  }
}
