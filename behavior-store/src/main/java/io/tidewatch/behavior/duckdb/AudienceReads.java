package io.tidewatch.behavior.duckdb;

import io.tidewatch.behavior.JsonText;
import io.tidewatch.behavior.SqlText;
import io.tidewatch.behavior.WindowViews;
import io.tidewatch.model.behavior.AdFact;
import io.tidewatch.model.behavior.AudienceFact;
import io.tidewatch.model.behavior.ShownBrand;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.catalogue.Catalogue;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads of what users did, one user after the other. */
final class AudienceReads {
  private final Session session;
  private final FactViews views;

  AudienceReads(Session session, FactViews views) {
    this.session = session;
    this.views = views;
  }

  void facts(Window window, Catalogue catalogue, Consumer<AudienceFact> sink) throws SQLException {
    ProductTable.fill(session, catalogue);
    views(window, "searches", "search_results", "interactions", "orders", "refunds");
    session.query(
        "SELECT " + AudienceRow.COLUMNS + " FROM (" + SqlText.named("audience-facts") + ") facts",
        row -> sink.accept(AudienceRow.fact(row)));
  }

  void shown(Window window, Catalogue catalogue, Set<String> brandIds, Consumer<ShownBrand> sink)
      throws SQLException {
    if (brandIds.isEmpty()) {
      return;
    }
    ProductTable.fill(session, catalogue);
    views(window, "searches", "search_results");
    session.view("focal_brands", these("brand_id", brandIds));
    session.query(
        "SELECT user_id, epoch_us(event_at), brand_id FROM (" + SqlText.named("shown-brands")
            + ") shown",
        row -> sink.accept(
            new ShownBrand(row.getString(1), AudienceRow.time(row.getLong(2)), row.getString(3))));
  }

  /** Exposures and clicks that name one of the campaigns. */
  void advertisements(Window window, Set<String> campaignIds, Consumer<AdFact> sink)
      throws SQLException {
    if (campaignIds.isEmpty()) {
      return;
    }
    views(window, "campaign_ads");
    session.view("focal_campaigns", these("campaign_id", campaignIds));
    session.query(
        "SELECT user_id, epoch_us(event_at), action, cost, currency FROM ("
            + SqlText.named("campaign-ads") + ") ads",
        row -> sink.accept(new AdFact(
            row.getString(1),
            AudienceRow.time(row.getLong(2)),
            row.getString(3).equals("ad_click"),
            row.getBigDecimal(4),
            row.getString(5))));
  }

  /** One column of these values, at least one. */
  private static String these(String column, Set<String> values) {
    return new TreeSet<>(values)
        .stream()
            .map(value -> "SELECT " + SqlLiterals.text(value) + " AS " + column)
            .collect(Collectors.joining(" UNION ALL "));
  }

  void attributes(Window window, Consumer<UserAttribute> sink) throws SQLException {
    views(window, "users");
    session.query(
        "SELECT user_id, epoch_us(event_at), attributes, attribute_source FROM ("
            + SqlText.named("user-attributes") + ") told",
        row -> tell(row.getString(1), row.getLong(2), row.getString(3), row.getString(4), sink));
  }

  /** Attributes are null where an erasure took them. */
  private static void tell(
      String userId,
      long micros,
      @Nullable String attributes,
      String source,
      Consumer<UserAttribute> sink) {
    if (attributes != null) {
      JsonText.read(attributes)
          .forEach((name, value) -> sink.accept(
              new UserAttribute(userId, AudienceRow.time(micros), name, value, source)));
    }
  }

  private void views(Window window, String... names) throws SQLException {
    session.views(new WindowViews(views, window), names);
  }
}
