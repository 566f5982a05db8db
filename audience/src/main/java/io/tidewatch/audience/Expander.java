package io.tidewatch.audience;

import io.tidewatch.audience.FeatureTable.Weighed;
import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.direction.Aggregation;
import io.tidewatch.audience.direction.BrandKeywords;
import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.direction.Direction;
import io.tidewatch.audience.direction.Reach;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureKind.Measure;
import io.tidewatch.model.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs directions for a target and brings them together. Who may be reached: users of the base who
 * are not in the target and, for a brand, are in O or A.
 */
final class Expander {
  private final AudienceConfig config;
  private final ShownAhead shown;
  private final BrandKeywords keywords;
  private final Catalogue catalogue;
  private final Wording wording;

  Expander(
      AudienceConfig config,
      ShownAhead shown,
      BrandKeywords keywords,
      Catalogue catalogue,
      Wording wording) {
    this.config = config;
    this.shown = shown;
    this.keywords = keywords;
    this.catalogue = catalogue;
    this.wording = wording;
  }

  /**
   * Everything that was reached.
   *
   * @param brief what the directions were given
   * @param notes what holds for every row
   */
  record Reached(
      Aggregation aggregation,
      UserSet universe,
      Brief brief,
      List<Weighed> features,
      List<Reason> notes) {}

  Reached reach(Audience audience, Snapshot snapshot, List<Direction> directions) {
    var notes = new ArrayList<Reason>();
    if (audience.population().rule().equals("engaged")) {
      notes.add(Reason.of("few-buyers", audience.population().text()));
    }
    List<Direction> suited = suited(audience, directions, notes);
    List<Weighed> features = features(audience, suited, notes);
    BrandScope own = audience.own();
    Brief.OfBrand brand = own == null ? null : brand(audience, own, suited);
    UserSet universe = universe(audience, brand);
    var brief = new Brief(
        audience.facts(),
        audience.matrix(),
        audience.target(),
        universe,
        features,
        snapshot.weights(),
        brand,
        catalogue,
        config,
        wording);
    List<Reach> reaches = suited.stream().map(d -> d.reach(brief)).toList();
    return new Reached(Aggregation.of(reaches, universe.size()), universe, brief, features, notes);
  }

  private List<Direction> suited(
      Audience audience, List<Direction> directions, List<Reason> notes) {
    if (audience.own() != null) {
      return directions;
    }
    List<String> skipped =
        directions.stream().filter(Direction::needsBrand).map(Direction::name).toList();
    if (!skipped.isEmpty()) {
      notes.add(Reason.of(
          "direction-skipped",
          wording.say(
              "以下方向需要品牌,已跳过:%s",
              "Left out, because they need a brand: %s", String.join(", ", skipped))));
    }
    return directions.stream().filter(d -> !d.needsBrand()).toList();
  }

  private List<Weighed> features(
      Audience audience, List<Direction> directions, List<Reason> notes) {
    if (directions.stream().noneMatch(d -> d.name().equals("interest"))) {
      return List.of();
    }
    var table = new FeatureTable(config, wording);
    List<Weighed> used = table.kept(audience);
    if (!used.isEmpty()) {
      return used;
    }
    notes.add(Reason.of(
        "unproven-features",
        wording.say(
            "没有特征通过检验,依据的是倾向性特征,仅供参考",
            "No feature passed the tests; scored by features that merely lean this way")));
    return table.weigh(audience).stream().filter(Expander::leans).toList();
  }

  private static boolean leans(Weighed feature) {
    Reason reason = feature.row().reason();
    return feature.delta() > 0
        && feature.feature().kind().measure() == Measure.INTEREST
        && (reason == null || !reason.code().equals("own-feature"));
  }

  private Brief.OfBrand brand(Audience audience, BrandScope own, List<Direction> directions) {
    var reader = new AiplReader(
        audience.facts(),
        own,
        shown.of(audience.facts(), own.brandId(), shownDays()),
        config.aipl());
    boolean searching = directions.stream().anyMatch(d -> d.name().equals("search"));
    return new Brief.OfBrand(
        own,
        reader,
        reader.now(),
        searching ? keywords.of(own.brandId(), audience.facts().asOf()) : List.of());
  }

  /** As far as awareness that was lost reaches. */
  private int shownDays() {
    return config.aipl().awarenessDays() + config.directions().lostDays().getLast();
  }

  private static UserSet universe(Audience audience, Brief.@Nullable OfBrand brand) {
    UserSet others = audience.matrix().base().without(audience.target());
    if (brand == null) {
      return others;
    }
    BrandStates states = brand.states();
    var open = new UserSet.Builder();
    others.forEach(user -> {
      if (states.state(user).compareTo(AiplState.A) <= 0) {
        open.add(user);
      }
    });
    return open.build();
  }
}
