package io.tidewatch.api.question;

import io.tidewatch.audience.AudienceDesk;
import io.tidewatch.keywords.KeywordDesk;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.trend.TrendQueries;

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
  public KeywordDesk keywords() {
    throw closed();
  }

  @Override
  public AudienceDesk audience() {
    throw closed();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("this table only describes questions");
  }
}
