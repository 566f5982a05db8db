package io.tidewatch.audience;

import io.tidewatch.audience.answer.AssetRow;
import io.tidewatch.audience.answer.FeatureRow;
import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.WordFamilies;
import java.util.List;

/** What groups of a brand's people carry more than the base does. */
final class Composition {
  private static final int PARTS = 10;

  private final AudienceConfig config;
  private final FeatureTable table;
  private final Snapshot snapshot;
  private final BrandScope brand;
  private final FeatureMatrix matrix;

  Composition(
      AudienceConfig config,
      Wording wording,
      Snapshot snapshot,
      BrandScope brand,
      WordFamilies families) {
    this.config = config;
    this.table = new FeatureTable(config, wording);
    this.snapshot = snapshot;
    this.brand = brand;
    this.matrix = snapshot.features(brand, config.interests(), families);
  }

  /** The kept features of users of the base with the highest z; none for fewer than k users. */
  List<AssetRow.Part> of(UserSet users) {
    if (users.size() < config.minUsers()) {
      return List.of();
    }
    var population = new Population(
        snapshot.facts().asOf(), snapshot.base().size(), users.size(), 0, "state", "");
    return table.weigh(new Audience(snapshot.facts(), matrix, users, population, brand)).stream()
        .map(FeatureTable.Weighed::row)
        .filter(FeatureRow::kept)
        .filter(row -> row.taUsers() >= config.minUsers())
        .limit(PARTS)
        .map(row -> new AssetRow.Part(
            row.feature(),
            row.name(),
            row.taUsers(),
            (double) row.taUsers() / users.size(),
            row.tgi() == null ? 0 : row.tgi()))
        .toList();
  }
}
