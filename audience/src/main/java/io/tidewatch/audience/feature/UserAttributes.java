package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told of users before a time, each attribute as it was told last, with its source.
 * Attributes of users who did nothing are left out. Immutable.
 */
public final class UserAttributes {
  private static final int REACH_DAYS = 3650;

  private final List<Feature> features;
  private final int[] starts;
  private final int[] places;
  private final int newest;

  private UserAttributes(List<Feature> features, int[] starts, int[] places, int newest) {
    this.features = features;
    this.starts = starts;
    this.places = places;
    this.newest = newest;
  }

  /** Of the ten years before the facts' time. */
  public static UserAttributes read(AudienceFacts store, UserFacts facts) {
    var reading = new Reading(facts);
    store.userAttributes(Window.before(facts.asOf(), REACH_DAYS, facts.zone()), reading::take);
    return reading.attributes();
  }

  /** Nobody told anything of these users. */
  public static UserAttributes none(int users) {
    return new UserAttributes(List.of(), new int[users + 1], new int[0], -1);
  }

  /** Its features; entries name them by place. */
  public List<Feature> features() {
    return features;
  }

  /** The first entry of a user. */
  public int first(int user) {
    return starts[user];
  }

  /** The entry behind the last one of a user. */
  public int end(int user) {
    return starts[user + 1];
  }

  /** The place of an entry's feature. */
  public int place(int entry) {
    return places[entry];
  }

  /** Seconds before T of what was told last; -1 when nothing was. */
  int newest() {
    return newest;
  }

  private static final class Reading {
    private final UserFacts facts;
    private final Map<Feature, Integer> numbers = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final Map<String, Feature> told = new LinkedHashMap<>();
    private final int[] starts;
    private int[] places = new int[64];
    private String userId = "";
    private int next;
    private int size;
    private int newest = -1;

    Reading(UserFacts facts) {
      this.facts = facts;
      this.starts = new int[facts.users() + 1];
    }

    void take(UserAttribute attribute) {
      if (!attribute.userId().equals(userId)) {
        finish();
        userId = attribute.userId();
      }
      told.put(
          attribute.name(),
          new Feature(
              FeatureKind.ATTRIBUTE,
              attribute.source() + ":" + attribute.name() + "=" + attribute.value()));
      long age = Duration.between(attribute.at(), facts.asOf()).toSeconds();
      newest = (int) (newest < 0 ? age : Math.min(newest, age));
    }

    UserAttributes attributes() {
      finish();
      fill(facts.users() + 1);
      return new UserAttributes(List.copyOf(features), starts, Arrays.copyOf(places, size), newest);
    }

    /** Users come in the order of their numbers; who did nothing has none and is left out. */
    private void finish() {
      int user = facts.user(userId);
      if (user != Names.NONE) {
        fill(user + 1);
        for (Feature feature : told.values()) {
          if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
          }
          places[size++] = number(feature);
        }
      }
      told.clear();
    }

    /** Entries up to here belong to users before {@code end}. */
    private void fill(int end) {
      while (next < end) {
        starts[next++] = size;
      }
    }

    private int number(Feature feature) {
      return numbers.computeIfAbsent(feature, f -> {
        features.add(f);
        return features.size() - 1;
      });
    }
  }
}
