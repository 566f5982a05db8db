package io.tidewatch.audience;

import io.tidewatch.audience.AudienceConfig.ActionWeight;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts before a time once, user by user, into an {@link InterestMatrix}. Interest of a
 * user in a feature is Σ count·weight·0.5^(age/half-life), age in local days. Facts about the
 * target brand feed its own features only ({@link OwnFeatures}), or each buyer would seem to love
 * the category for the very purchase that made him a buyer.
 */
final class InterestReader {
  private final AudienceConfig config;
  private final @Nullable OwnFeatures own;
  private final Members members;
  private final LocalDate today;
  private final List<Feature> features = new ArrayList<>();
  private final Map<Feature, Integer> columns = new HashMap<>();
  private final InterestMatrix matrix = new InterestMatrix(features);
  private final TreeMap<Integer, Double> interests = new TreeMap<>();
  private @Nullable String userId;
  private boolean active;
  private int outside;

  /** {@code own} is null for a target without a brand. */
  private InterestReader(
      AudienceConfig config, @Nullable OwnFeatures own, Members members, LocalDate today) {
    this.config = config;
    this.own = own;
    this.members = members;
    this.today = today;
  }

  /** Reads [asOf − reach, asOf). */
  static Reading read(
      BehaviorStore store,
      Instant asOf,
      AudienceConfig config,
      @Nullable OwnFeatures own,
      Members members) {
    LocalDate today = asOf.minusNanos(1).atZone(config.zone()).toLocalDate();
    var reader = new InterestReader(config, own, members, today);
    store.interestFacts(Window.before(asOf, config.reach(), config.zone()), reader::take);
    reader.finish();
    return new Reading(reader.matrix, reader.outside);
  }

  private void take(InterestFact fact) {
    if (!fact.userId().equals(userId)) {
      finish();
      userId = fact.userId();
      members.begin(fact.userId());
    }
    long age = today.toEpochDay() - fact.day().toEpochDay();
    active |= age < config.baseDays();
    members.take(fact, age);
    ActionWeight weight = config.weights().get(fact.action());
    if (weight == null) {
      return;
    }
    double interest = fact.count() * weight.at(age);
    if (fact.categoryId() != null && (own == null || !own.contains(fact))) {
      add(Feature.Kind.CATEGORY, fact.categoryId(), interest);
    }
    if (fact.brandId() != null) {
      add(Feature.Kind.BRAND, fact.brandId(), interest);
    }
    if (fact.productId() != null) {
      add(Feature.Kind.PRODUCT, fact.productId(), interest);
    }
    if (fact.keyword() != null) {
      add(Feature.Kind.KEYWORD, fact.keyword(), interest);
    }
  }

  private void add(Feature.Kind kind, String id, double interest) {
    int column = columns.computeIfAbsent(new Feature(kind, id), feature -> {
      features.add(feature);
      return features.size() - 1;
    });
    interests.merge(column, interest, Double::sum);
  }

  private void finish() {
    if (userId != null) {
      if (active) {
        matrix.add(userId, interests, members.isMember(), members.isEngaged());
      } else if (members.isMember()) {
        outside++;
      }
    }
    interests.clear();
    active = false;
  }

  /** What was read; {@code outside} counts members who are not in the base. */
  record Reading(InterestMatrix matrix, int outside) {}
}
