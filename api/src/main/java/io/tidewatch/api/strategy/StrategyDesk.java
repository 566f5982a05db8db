package io.tidewatch.api.strategy;

import io.tidewatch.api.fusion.AspectNames;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.Wording;
import io.tidewatch.corpora.CommerceCalendar;
import io.tidewatch.corpora.Lexicons;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.model.behavior.MarketFacts;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TrendQueries;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers for whoever plans a category. Everything is computed from what the stores hold before the
 * window's end; an empty store gives no rows. Safe from any thread.
 */
public final class StrategyDesk {
  private final MarketFacts facts;
  private final CategoryTalk talk;
  private final AudienceDesk audience;
  private final KeywordDesk keywords;
  private final Supplier<Catalogue> catalogue;
  private final CommerceCalendar calendar = CommerceCalendar.shipped();
  private final AspectNames names = new AspectNames(Lexicons.shipped());

  /** Over open rooms. */
  public StrategyDesk(
      MarketFacts facts,
      TrendQueries trends,
      TalkQueries talk,
      AudienceDesk audience,
      KeywordDesk keywords,
      Supplier<Catalogue> catalogue) {
    this.facts = facts;
    this.talk = new CategoryTalk(trends, talk);
    this.audience = audience;
    this.keywords = keywords;
    this.catalogue = catalogue;
  }

  /** Size, growth, brands, price bands, seasons; none when nothing was sold in two windows. */
  public List<MarketRow> market(StrategyQuery query) {
    return market().rows(query);
  }

  /** Who buys; none when nobody did. */
  public List<SegmentRow> segments(StrategyQuery query) {
    return segments().rows(query);
  }

  /** The brand, its rivals, aspects and keywords; none when the category sold nothing. */
  public List<RivalRow> competition(StrategyQuery query) {
    return market().of(query).map(found -> competition().rows(query, found)).orElse(List.of());
  }

  /** The steps of a scenario in order; none when the category sold nothing. */
  public List<InsightStep> insight(StrategyQuery query, Scenario scenario) {
    Optional<MarketStudy.Market> found = market().of(query);
    if (found.isEmpty()) {
      return List.of();
    }
    var wording = new Wording(catalogue.get(), query.lang());
    var steps = new Steps(scenario, query, wording);
    var findings = new Findings(query, found.get(), talk, competition(), names, wording, steps);
    switch (scenario) {
      case LAUNCH -> new LaunchScenario(findings).run();
      case GROWTH ->
        new GrowthScenario(
                findings,
                () -> segments(query),
                () -> market(query),
                () -> segments().historyDays(query.window()),
                calendar)
            .run();
      case UPGRADE -> new UpgradeScenario(findings).run();
    }
    return steps.all();
  }

  private SegmentStudy segments() {
    return new SegmentStudy(facts, audience, catalogue.get());
  }

  private MarketStudy market() {
    return new MarketStudy(facts, talk, catalogue.get(), calendar);
  }

  private CompetitionStudy competition() {
    return new CompetitionStudy(talk, audience, keywords, catalogue.get(), names);
  }
}
