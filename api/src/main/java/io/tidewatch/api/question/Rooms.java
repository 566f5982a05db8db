package io.tidewatch.api.question;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.TrendQueries;

/** Whom questions are put to; each is opened when it is first asked. */
public interface Rooms {
  Catalogue catalogue();

  TrendQueries trends();

  KeywordDesk keywords();

  AudienceDesk audience();
}
