package io.tidewatch.audience.segment;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.Feature;
import io.tidewatch.audience.feature.FeatureKind;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.UserAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers many questions for what users carry or are, each in one pass. */
final class CarriedReader {
  private final UserFacts facts;
  private final int[] heads;
  private final double saturation;

  /**
   * @param heads the number of a searched word's family
   * @param saturation of interests
   */
  CarriedReader(UserFacts facts, int[] heads, double saturation) {
    this.facts = facts;
    this.heads = heads;
    this.saturation = saturation;
  }

  private record Asked(SegmentQuery.Carries query, UserSet.Builder users) {}

  Map<SegmentQuery, UserSet> carried(Set<SegmentQuery.Carries> queries, FeatureMatrix matrix) {
    var byFeature = new HashMap<Feature, List<Asked>>();
    for (SegmentQuery.Carries query : queries) {
      byFeature
          .computeIfAbsent(feature(query), f -> new ArrayList<>())
          .add(new Asked(query, new UserSet.Builder()));
    }
    List<List<Asked>> byColumn = new ArrayList<>();
    for (int column = 0; column < matrix.features(); column++) {
      byColumn.add(byFeature.getOrDefault(matrix.feature(column), List.of()));
    }
    for (int user = 0; user < matrix.users() && !queries.isEmpty(); user++) {
      for (int entry = matrix.first(user); entry < matrix.end(user); entry++) {
        for (Asked asked : byColumn.get(matrix.column(entry))) {
          Double least = asked.query().atLeast();
          boolean enough = least == null
              ? matrix.isCarried(entry)
              : asked.query().kind().strength(matrix.value(entry), saturation) >= least;
          if (enough) {
            asked.users().add(user);
          }
        }
      }
    }
    var users = new HashMap<SegmentQuery, UserSet>();
    byFeature
        .values()
        .forEach(
            list -> list.forEach(asked -> users.put(asked.query(), asked.users().build())));
    return users;
  }

  /** A searched word stands for its family. */
  private Feature feature(SegmentQuery.Carries query) {
    int word =
        query.kind() == FeatureKind.KEYWORD ? facts.keywords().number(query.id()) : Names.NONE;
    return new Feature(
        query.kind(), word == Names.NONE ? query.id() : facts.keywords().name(heads[word]));
  }

  Map<SegmentQuery, UserSet> attributes(Set<SegmentQuery.Has> queries, UserAttributes attributes) {
    var byText = new HashMap<String, SegmentQuery.Has>();
    queries.forEach(query -> byText.put(query.attribute() + "=" + query.value(), query));
    var builders = new HashMap<SegmentQuery, UserSet.Builder>();
    List<UserSet.Builder> byPlace = new ArrayList<>();
    var nobody = new UserSet.Builder();
    for (Feature feature : attributes.features()) {
      SegmentQuery.Has query = byText.get(feature.id().substring(feature.id().indexOf(':') + 1));
      byPlace.add(
          query == null ? nobody : builders.computeIfAbsent(query, q -> new UserSet.Builder()));
    }
    for (int user = 0; user < facts.users() && !builders.isEmpty(); user++) {
      for (int entry = attributes.first(user); entry < attributes.end(user); entry++) {
        UserSet.Builder users = byPlace.get(attributes.place(entry));
        if (users != nobody) {
          users.add(user);
        }
      }
    }
    var users = new HashMap<SegmentQuery, UserSet>();
    builders.forEach((query, builder) -> users.put(query, builder.build()));
    return users;
  }
}
