package io.tidewatch.audience;

import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.ActionWeights;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.FeatureReader;
import io.tidewatch.audience.feature.InterestConfig;
import io.tidewatch.audience.feature.TalkedProducts;
import io.tidewatch.audience.feature.UserAttributes;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.identity.PersonSource;
import io.tidewatch.model.identity.PersonGroups;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the users before a time, for all questions of that time.
 *
 * @param base users with a fact in the last {@code baseDays}
 * @param talked what was said of products
 * @param persons tells who is who
 */
record Snapshot(
    UserFacts facts,
    UserSet base,
    UserAttributes attributes,
    TalkedProducts talked,
    ActionWeights weights,
    PersonSource persons) {

  /**
   * The features of the base.
   *
   * @param own what is the target brand itself; null without a brand
   */
  FeatureMatrix features(
      @Nullable BrandScope own, InterestConfig interests, WordFamilies families) {
    return FeatureReader.read(facts, base, own, interests, attributes, talked, families);
  }

  /** Finds users by any id of theirs, also one that behaviour does not give; -1 for nobody. */
  ToIntFunction<String> finder() {
    return new Finder();
  }

  /** Asks who is who only where an id is none of the users'. */
  private final class Finder implements ToIntFunction<String> {
    private @Nullable PersonGroups groups;

    @Override
    public int applyAsInt(String id) {
      int user = facts.user(id);
      return user == Names.NONE ? behind(id) : user;
    }

    /** By an id of a person, a number, a device. */
    private int behind(String id) {
      PersonGroups known = groups == null ? persons.at(facts.asOf()) : groups;
      groups = known;
      int group = known.find(id);
      return group == PersonGroups.NOBODY
          ? Names.NONE
          : known.identifiers(group).stream()
              .filter(identifier -> known.groupOf(identifier.value()) == group)
              .mapToInt(identifier -> facts.user(identifier.value()))
              .filter(user -> user != Names.NONE)
              .findFirst()
              .orElse(Names.NONE);
    }
  }
}
