package io.tidewatch.audience;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.answer.BrandStanding;
import io.tidewatch.audience.direction.BrandFlows;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brands beside each other: their people by state, and the orders that change sides. */
final class Standings {
  private final AudienceConfig config;
  private final AudienceFacts store;
  private final Snapshot snapshot;
  private final Catalogue catalogue;

  Standings(AudienceConfig config, AudienceFacts store, Snapshot snapshot, Catalogue catalogue) {
    this.config = config;
    this.store = store;
    this.snapshot = snapshot;
    this.catalogue = catalogue;
  }

  /** The brand first, then the rivals that facts name. */
  List<BrandStanding> of(String brandId, List<String> rivalIds) {
    List<String> rivals = rivalIds.stream()
        .filter(id -> !id.equals(brandId))
        .filter(id -> snapshot.facts().brands().number(id) != Names.NONE)
        .distinct()
        .toList();
    var standings = new ArrayList<BrandStanding>();
    standings.add(new BrandStanding(brandId, states(brandId), null));
    BrandFlows.of(
            snapshot.facts(),
            snapshot.base(),
            snapshot.facts().brands().number(brandId),
            rivals,
            config.directions().flowPrior())
        .forEach(flow -> standings.add(new BrandStanding(
            flow.rivalId(),
            states(flow.rivalId()),
            new BrandStanding.Exchange(flow.gained(), flow.lost(), flow.left(), flow.rate()))));
    return standings;
  }

  private Map<String, Integer> states(String brandId) {
    BrandScope scope = BrandScope.of(brandId, catalogue, snapshot.facts());
    ShownSearches shown =
        ShownSearches.read(store, snapshot.facts(), brandId, config.aipl().awarenessDays());
    BrandStates states = new AiplReader(snapshot.facts(), scope, shown, config.aipl()).now();
    var users = new LinkedHashMap<String, Integer>();
    states.counts(UserSet.all(snapshot.facts().users())).forEach((state, count) -> {
      if (state != AiplState.O) {
        users.put(state.name(), count);
      }
    });
    return users;
  }
}
