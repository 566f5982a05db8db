package io.tidewatch.api.question;

import io.tidewatch.api.alert.RuleDesk;
import io.tidewatch.api.campaign.CampaignDesk;
import io.tidewatch.api.retention.RetentionDesk;
import io.tidewatch.api.strategy.StrategyDesk;
import io.tidewatch.api.upkeep.ErasureDesk;
import io.tidewatch.api.upkeep.PersonDownload;
import io.tidewatch.api.upkeep.QualityView;
import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.audience.ProfileDesk;
import io.tidewatch.audience.SegmentDesk;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.learning.SelectionDesk;
import io.tidewatch.audience.learning.SelectionTrials;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.keywords.semantic.MediaNeighbors;
import io.tidewatch.keywords.semantic.PostMedia;
import io.tidewatch.keywords.semantic.SemanticKeywords;
import io.tidewatch.model.audit.AuditLog;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.TalkQueries;
import io.tidewatch.model.trend.TrendQueries;
import java.time.Duration;
import java.util.List;

/** Nobody to ask: enough to describe questions, not to answer them. */
final class NoRooms implements Rooms {
  @Override
  public Catalogue catalogue() {
    throw closed();
  }

  @Override
  public TrendQueries trends() {
    throw closed();
  }

  @Override
  public TalkQueries talk() {
    throw closed();
  }

  @Override
  public BehaviorStore behavior() {
    throw closed();
  }

  @Override
  public KeywordDesk keywords() {
    throw closed();
  }

  @Override
  public SemanticKeywords semantic() {
    throw closed();
  }

  @Override
  public MediaNeighbors media() {
    throw closed();
  }

  @Override
  public PostMedia postMedia() {
    throw closed();
  }

  @Override
  public AudienceDesk audience() {
    throw closed();
  }

  @Override
  public SelectionDesk selection() {
    throw closed();
  }

  @Override
  public SelectionTrials selectionTrials(Duration period) {
    throw closed();
  }

  @Override
  public ProfileDesk profiles() {
    throw closed();
  }

  @Override
  public SegmentDesk segments() {
    throw closed();
  }

  @Override
  public StrategyDesk strategy() {
    throw closed();
  }

  @Override
  public RuleDesk rules() {
    throw closed();
  }

  @Override
  public RetentionDesk retention() {
    throw closed();
  }

  @Override
  public ErasureDesk erasures() {
    throw closed();
  }

  @Override
  public PersonFacts people() {
    throw closed();
  }

  @Override
  public IdentityDesk identity() {
    throw closed();
  }

  @Override
  public PersonDownload downloads() {
    throw closed();
  }

  @Override
  public CampaignDesk campaigns() {
    throw closed();
  }

  @Override
  public AuditLog audit() {
    throw closed();
  }

  @Override
  public List<QualityView> quality(Window window) {
    throw closed();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("this table only describes questions");
  }
}
