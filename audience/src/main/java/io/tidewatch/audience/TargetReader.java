package io.tidewatch.audience;

import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.feature.FeatureMatrix;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.catalogue.Catalogue;
import java.time.Instant;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of a target: the buyers of a brand, joined by engaged users where they are too
 * few, or given users.
 */
final class TargetReader {
  private final AudienceConfig config;
  private final Snapshot snapshot;
  private final Wording wording;
  private final WordFamilies families;
  private final Segments segments;

  TargetReader(
      AudienceConfig config,
      Snapshot snapshot,
      Wording wording,
      WordFamilies families,
      Segments segments) {
    this.config = config;
    this.snapshot = snapshot;
    this.wording = wording;
    this.families = families;
    this.segments = segments;
  }

  Audience audience(Target target, Catalogue catalogue) {
    return switch (target) {
      case Target.OfBrand brand ->
        ofBrand(BrandScope.of(brand.brandId(), catalogue, snapshot.facts()));
      case Target.OfUsers users -> ofUsers(users.userIds());
      case Target.OfStore store -> ofStore(store);
      case Target.OfSegment segment ->
        ofSegment(segment.name(), segments.members(segment.name(), snapshot, catalogue));
    };
  }

  private Audience audience(UserSet target, Population population, @Nullable BrandScope own) {
    FeatureMatrix matrix = snapshot.features(own, config.interests(), families);
    return new Audience(snapshot.facts(), matrix, target, population, own);
  }

  private Audience ofBrand(BrandScope own) {
    UserFacts facts = snapshot.facts();
    var buyers = new UserSet.Builder();
    var engaged = new UserSet.Builder();
    for (int user = 0; user < facts.users(); user++) {
      boolean bought = false;
      boolean met = false;
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        if (own.isOf(facts, fact)) {
          bought |= facts.isKeptOrder(fact) && isWithin(facts.age(fact), config.buyerDays());
          met |= isEngaging(facts.action(fact)) && isWithin(facts.age(fact), config.engagedDays());
        }
      }
      if (bought) {
        buyers.add(user);
      }
      if (met) {
        engaged.add(user);
      }
    }
    UserSet all = buyers.build();
    UserSet active = all.and(snapshot.base());
    int outside = all.size() - active.size();
    return active.size() >= config.minUsers()
        ? ofBuyers(own, active, outside)
        : ofEngaged(own, active, active.or(engaged.build().and(snapshot.base())), outside);
  }

  private boolean isEngaging(Action action) {
    return config.engagedActions().contains(action.label());
  }

  private static boolean isWithin(int age, int days) {
    return age <= (long) days * UserFacts.DAY;
  }

  private Audience ofBuyers(BrandScope own, UserSet buyers, int outside) {
    int base = snapshot.base().size();
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;目标人群:其中 %d 天内购买过「%s」的 %d 人(另有 %d 人近期无行为,未计入)",
        "Base: %2$d users with any event in %1$d days; target: %5$d of them who bought %4$s"
            + " in %3$d days (%6$d more were not active of late)",
        config.baseDays(),
        base,
        config.buyerDays(),
        wording.brand(own.brandId()),
        buyers.size(),
        outside);
    return audience(
        buyers, new Population(asOf(), base, buyers.size(), outside, "buyers", text), own);
  }

  private Audience ofEngaged(BrandScope own, UserSet buyers, UserSet target, int outside) {
    if (target.isEmpty()) {
      throw new NoAudienceException("audience: an active user who bought the brand in "
          + config.buyerDays()
          + " days or engaged with it ("
          + String.join(", ", config.engagedActions().stream().sorted().toList())
          + ") in "
          + config.engagedDays()
          + " days before "
          + asOf()
          + " is required, got none for "
          + own.brandId());
    }
    int base = snapshot.base().size();
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;「%s」的活跃买家只有 %d 人,少于 %d 人,目标人群加上 %d 天内点击、加购、收藏或关注的用户,共 %d 人",
        "Base: %2$d users with any event in %1$d days; %3$s has only %4$d active buyers, fewer"
            + " than %5$d, so the target takes in who clicked, carted, favourited or followed"
            + " in %6$d days: %7$d users",
        config.baseDays(),
        base,
        wording.brand(own.brandId()),
        buyers.size(),
        config.minUsers(),
        config.engagedDays(),
        target.size());
    return audience(
        target, new Population(asOf(), base, target.size(), outside, "engaged", text), own);
  }

  private Audience ofUsers(Set<String> given) {
    ToIntFunction<String> finder = snapshot.finder();
    int[] active = given.stream()
        .mapToInt(finder)
        .filter(user -> user != Names.NONE && snapshot.base().contains(user))
        .sorted()
        .toArray();
    int outside = given.size() - active.length;
    UserSet target = UserSet.of(active);
    if (target.isEmpty()) {
      throw new NoAudienceException("seed: a user with an event in the "
          + config.baseDays()
          + " days before "
          + asOf()
          + " is required, got none among "
          + given.size());
    }
    int base = snapshot.base().size();
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;目标人群:给定的 %d 人中属于基准人群的 %d 人",
        "Base: %2$d users with any event in %1$d days; target: %4$d of the %3$d given users",
        config.baseDays(),
        base,
        given.size(),
        target.size());
    return audience(
        target, new Population(asOf(), base, target.size(), outside, "seed", text), null);
  }

  private Audience ofStore(Target.OfStore store) {
    VisitingUsers visitors = VisitingUsers.of(store, snapshot);
    UserSet target = visitors.users().and(snapshot.base());
    if (target.isEmpty()) {
      throw new NoAudienceException("store: a consented visitor with an event in the "
          + config.baseDays()
          + " days before "
          + asOf()
          + " is required, got none among "
          + visitors.persons());
    }
    int base = snapshot.base().size();
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;目标人群:近 %d 天到过门店「%s」且同意的 %d 人中属于基准人群的 %d 人",
        "Base: %2$d users with any event in %1$d days; target: %6$d of the %5$d consented"
            + " visitors of store %4$s in %3$d days",
        config.baseDays(),
        base,
        store.days(),
        store.storeId(),
        visitors.persons(),
        target.size());
    return audience(
        target,
        new Population(asOf(), base, target.size(), visitors.outside(), "store", text),
        null);
  }

  private Audience ofSegment(String name, UserSet members) {
    UserSet target = members.and(snapshot.base());
    if (target.isEmpty()) {
      throw new NoAudienceException("segment: a user with an event in the "
          + config.baseDays()
          + " days before "
          + asOf()
          + " is required, got none in "
          + name);
    }
    int base = snapshot.base().size();
    int outside = members.size() - target.size();
    String text = wording.say(
        "基准人群:%d 天内有行为的 %d 人;目标人群:其中属于人群包「%s」的 %d 人(另有 %d 人近期无行为,未计入)",
        "Base: %2$d users with any event in %1$d days; target: %4$d of them in segment %3$s"
            + " (%5$d more were not active of late)",
        config.baseDays(),
        base,
        name,
        target.size(),
        outside);
    return audience(
        target, new Population(asOf(), base, target.size(), outside, "segment", text), null);
  }

  private Instant asOf() {
    return snapshot.facts().asOf();
  }
}
