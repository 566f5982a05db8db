package io.tidewatch.audience.direction;

import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;

/**
 * The mean vector of a target over the columns of one kind: strengths of the interests times the
 * logarithm of how rare each is, every user's vector of length 1 before the mean.
 */
final class Centroid {
  private final Brief brief;
  private final double[] rarity;
  private final double[] mean;
  private final double length;

  private Centroid(Brief brief, double[] rarity, double[] mean) {
    this.brief = brief;
    this.rarity = rarity;
    this.mean = mean;
    double square = 0;
    for (double value : mean) {
      square += value * value;
    }
    this.length = Math.sqrt(square);
  }

  static Centroid of(Brief brief, FeatureKind kind, UserSet users) {
    FeatureMatrix matrix = brief.matrix();
    double[] rarity = new double[matrix.features()];
    int base = matrix.base().size();
    for (int column = 0; column < rarity.length; column++) {
      if (matrix.feature(column).kind() == kind && !isOwn(brief, column)) {
        rarity[column] = Math.log((1.0 + base) / (1.0 + matrix.carriers(column).size()));
      }
    }
    double[] mean = new double[rarity.length];
    var centroid = new Centroid(brief, rarity, mean);
    users.forEach(user -> {
      double length = centroid.lengthOf(user);
      for (int entry = matrix.first(user); length > 0 && entry < matrix.end(user); entry++) {
        mean[matrix.column(entry)] += centroid.part(entry) / length / users.size();
      }
    });
    return new Centroid(brief, rarity, mean);
  }

  /** The target's own brand would tell the label, not likeness. */
  private static boolean isOwn(Brief brief, int column) {
    Brief.OfBrand brand = brief.brand();
    return brand != null
        && brief.matrix().feature(column).id().equals(brand.scope().brandId());
  }

  private double part(int entry) {
    FeatureMatrix matrix = brief.matrix();
    int column = matrix.column(entry);
    return rarity[column] == 0
        ? 0
        : rarity[column] * Math.tanh(matrix.value(entry) / brief.config().saturation());
  }

  private double lengthOf(int user) {
    double square = 0;
    for (int entry = brief.matrix().first(user); entry < brief.matrix().end(user); entry++) {
      double part = part(entry);
      square += part * part;
    }
    return Math.sqrt(square);
  }

  /** Cosine of a user to the mean, 0 to 1; 0 where one of them is nothing. */
  double cosine(int user) {
    double square = 0;
    double dot = 0;
    for (int entry = brief.matrix().first(user); entry < brief.matrix().end(user); entry++) {
      double part = part(entry);
      square += part * part;
      dot += part * mean[brief.matrix().column(entry)];
    }
    return square == 0 || length == 0 ? 0 : Math.clamp(dot / Math.sqrt(square) / length, 0, 1);
  }
}
