package io.tidewatch.audience.feature;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.identity.FieldRule;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.UserAttribute;
import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was told of users before a time, each attribute as it was told last of each id, with its
 * source; where several ids are one user, their rule chooses among them.
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

  /** As the full form; of a person's ids the most trusted value counts. */
  public static UserAttributes read(AudienceFacts store, UserFacts facts) {
    return read(store, facts, attribute -> FieldRule.MOST_TRUSTED);
  }

  /**
   * Of the ten years before the facts' time.
   *
   * @param rules which value of an attribute counts where several ids of a person have one
   */
  public static UserAttributes read(
      AudienceFacts store, UserFacts facts, Function<String, FieldRule> rules) {
    var reading = new Reading(facts, rules);
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

  /** Entries as they stream by, of all users, in flat arrays. */
  private static final class Reading {
    private final UserFacts facts;
    private final Function<String, FieldRule> rules;
    private final Map<String, Integer> names = new HashMap<>();
    private final List<FieldRule> ruleOf = new ArrayList<>();
    private final Map<Feature, Integer> numbers = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private final Map<String, UserAttribute> lately = new LinkedHashMap<>();
    private final TellingColumns told = new TellingColumns();
    private String userId = "";
    private int newest = -1;

    Reading(UserFacts facts, Function<String, FieldRule> rules) {
      this.facts = facts;
      this.rules = rules;
    }

    void take(UserAttribute attribute) {
      if (!attribute.userId().equals(userId)) {
        finish();
        userId = attribute.userId();
      }
      lately.put(attribute.name(), attribute);
      long age = Duration.between(attribute.at(), facts.asOf()).toSeconds();
      newest = (int) (newest < 0 ? age : Math.min(newest, age));
    }

    /** Who did nothing is left out. */
    private void finish() {
      int user = facts.user(userId);
      if (user != Names.NONE) {
        lately
            .values()
            .forEach(attribute -> told.add(
                user,
                name(attribute.name()),
                feature(attribute),
                FieldRule.trust(attribute.source()),
                FieldRule.moment(attribute.at())));
      }
      lately.clear();
    }

    UserAttributes attributes() {
      finish();
      told.choose(facts, ruleOf);
      return new UserAttributes(List.copyOf(features), told.starts(), told.places(), newest);
    }

    private int name(String name) {
      return names.computeIfAbsent(name, n -> {
        ruleOf.add(rules.apply(n));
        return ruleOf.size() - 1;
      });
    }

    private int feature(UserAttribute attribute) {
      var feature = new Feature(
          FeatureKind.ATTRIBUTE,
          attribute.source() + ":" + attribute.name() + "=" + attribute.value());
      return numbers.computeIfAbsent(feature, f -> {
        features.add(f);
        return features.size() - 1;
      });
    }
  }
}
