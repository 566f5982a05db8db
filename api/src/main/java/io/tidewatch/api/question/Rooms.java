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

/** Whom questions are put to; each is opened when it is first asked. */
public interface Rooms {
  Catalogue catalogue();

  TrendQueries trends();

  TalkQueries talk();

  BehaviorStore behavior();

  KeywordDesk keywords();

  /** Keywords by meaning, as far as they are embedded. */
  SemanticKeywords semantic();

  MediaNeighbors media();

  /** Posts by the vectors of their pictures. */
  PostMedia postMedia();

  AudienceDesk audience();

  SelectionDesk selection();

  /** Selection tried at past times; {@code period}: how long users have to reach a goal. */
  SelectionTrials selectionTrials(Duration period);

  ProfileDesk profiles();

  SegmentDesk segments();

  StrategyDesk strategy();

  RuleDesk rules();

  RetentionDesk retention();

  ErasureDesk erasures();

  IdentityDesk identity();

  /** What behaviour says of people. */
  PersonFacts people();

  PersonDownload downloads();

  /** Campaigns: made, exported, uploaded, tracked. */
  CampaignDesk campaigns();

  /** Profiles and exports that were asked for. */
  AuditLog audit();

  /** Rules that behaviour of the window breaks, and what waits among the refused records. */
  List<QualityView> quality(Window window);
}
