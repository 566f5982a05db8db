package io.tidewatch.audience;

import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.audience.Targets.Found;
import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.DirectionRow;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.query.ExpansionQuery;
import io.tidewatch.model.behavior.AudienceFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reaches from a target to others by directions. Safe from any thread. */
final class Expansions {
  private final AudienceConfig config;
  private final ShownAhead shown;
  private final BrandKeywords keywords;
  private final Targets targets;

  Expansions(AudienceConfig config, AudienceFacts facts, BrandKeywords keywords, Targets targets) {
    this.config = config;
    this.shown = new ShownAhead(facts);
    this.keywords = keywords;
    this.targets = targets;
  }

  Expansion expand(ExpansionQuery query) {
    double share = share(query.breadth());
    return targets
        .find(query.target(), query.asOf(), query.lang())
        .map(found -> {
          Expander.Reached reached = reach(found, query);
          var rows = new ArrayList<AudienceRow>();
          for (int user : reached.aggregation().best(count(query, share, reached.aggregation()))) {
            rows.add(row(found.audience(), reached, user));
          }
          return new Expansion(
              Optional.of(found.audience().population()),
              reached.features().stream().map(Weighed::row).toList(),
              rows);
        })
        .orElseGet(() -> new Expansion(Optional.empty(), List.of(), List.of()));
  }

  Optional<Population> select(ExpansionQuery query, Consumer<AudienceRow> sink) {
    double share = share(query.breadth());
    return targets.find(query.target(), query.asOf(), query.lang()).map(found -> {
      Aggregation aggregation = reach(found, query).aggregation();
      for (int user : aggregation.best(count(query, share, aggregation))) {
        sink.accept(new AudienceRow(
            found.audience().facts().userId(user),
            aggregation.score(user),
            aggregation.directions(user),
            List.of(),
            found.audience().facts().otherIds(user)));
      }
      return found.audience().population();
    });
  }

  List<DirectionRow> overlaps(ExpansionQuery query) {
    double share = share(query.breadth());
    return targets
        .find(query.target(), query.asOf(), query.lang())
        .map(found -> {
          Expander.Reached reached = reach(found, query);
          Aggregation aggregation = reached.aggregation();
          int[] best = aggregation.best(count(query, share, aggregation));
          Arrays.sort(best);
          return DirectionRow.of(
              aggregation, UserSet.of(best), reached.universe().size());
        })
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

  private Expander.Reached reach(Found found, ExpansionQuery query) {
    return new Expander(config, shown, keywords, found.catalogue(), found.wording())
        .reach(found.audience(), found.snapshot(), query.chosen());
  }

  private static AudienceRow row(Audience audience, Expander.Reached reached, int user) {
    Aggregation aggregation = reached.aggregation();
    var reasons = new ArrayList<>(EvidenceReasons.of(aggregation, user));
    reasons.addAll(reached.notes());
    return new AudienceRow(
        audience.facts().userId(user),
        aggregation.score(user),
        aggregation.directions(user),
        reasons,
        audience.facts().otherIds(user));
  }
}
