package io.tidewatch.audience;

import io.tidewatch.model.behavior.InterestFact;
import java.util.Set;

/** Decides, from one user's facts in turn, who belongs to a target. Not thread-safe. */
sealed interface Members {

  /** A new user. */
  void begin(String userId);

  /** A fact of that user, {@code ageDays} local days old. */
  void take(InterestFact fact, long ageDays);

  boolean isMember();

  /** Whether the user joins where the members are too few. */
  boolean isEngaged();

  /** Members have an order of the brand; the engaged clicked, kept or followed it of late. */
  final class Buyers implements Members {
    private final String brandId;
    private final AudienceConfig config;
    private boolean bought;
    private boolean engaged;

    Buyers(String brandId, AudienceConfig config) {
      this.brandId = brandId;
      this.config = config;
    }

    @Override
    public void begin(String userId) {
      bought = false;
      engaged = false;
    }

    @Override
    public void take(InterestFact fact, long ageDays) {
      if (!brandId.equals(fact.brandId())) {
        return;
      }
      bought |= fact.action().equals("order") && ageDays < config.buyerDays();
      engaged |= config.engagedActions().contains(fact.action()) && ageDays < config.engagedDays();
    }

    @Override
    public boolean isMember() {
      return bought;
    }

    @Override
    public boolean isEngaged() {
      return engaged;
    }
  }

  /** Members are given. */
  final class Given implements Members {
    private final Set<String> userIds;
    private boolean given;

    Given(Set<String> userIds) {
      this.userIds = userIds;
    }

    @Override
    public void begin(String userId) {
      given = userIds.contains(userId);
    }

    @Override
    public void take(InterestFact fact, long ageDays) {}

    @Override
    public boolean isMember() {
      return given;
    }

    @Override
    public boolean isEngaged() {
      return false;
    }
  }
}
