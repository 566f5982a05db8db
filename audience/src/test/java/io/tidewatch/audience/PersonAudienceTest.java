package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.answer.AudienceRow;
import io.tidewatch.audience.answer.Expansion;
import io.tidewatch.audience.answer.Features;
import io.tidewatch.audience.answer.Population;
import io.tidewatch.audience.feature.WordFamilies;
import io.tidewatch.audience.identity.StoreVisitors;
import io.tidewatch.audience.query.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Audiences whose users have several ids. */
class PersonAudienceTest {
  private static final Instant EARLIER = Market.END.minus(Duration.ofDays(400));

  private final FakeBehaviorStore store = Market.store();
  private final TiedIds tied = new TiedIds();
  private final MemorySegments saved = new MemorySegments();
  private final AudienceDesk desk =
      new AudienceDesk(Market.sources(store).withPersons(tied), () -> saved);

  private Map<String, Long> states(String brand) {
    var states = new HashMap<String, Long>();
    desk.assets(brand, Market.END, null, Locale.ENGLISH)
        .forEach(row -> states.put(row.state(), (long) row.users()));
    return states;
  }

  private Features features(Target target) {
    return desk.features(target, Market.END, Locale.ENGLISH);
  }

  private Expansion expand(Target target) {
    return desk.expand(target, Market.END, 1000, List.of("interest"), Locale.ENGLISH);
  }

  @Test
  void assets_orderOfTheAccountAndClickOfTheCookie_areOneBuyer() {
    store.add("x-cookie", Market.LATELY, "click", "beta", "makeup");
    store.add("x-account", Market.LATELY, "order", "beta", "makeup");
    assertThat(states("beta")).containsEntry("P", 1L).containsEntry("I", 1L);

    tied.tie(EARLIER, "user:x-account", "cookie:x-cookie");

    assertThat(states("beta")).containsEntry("P", 1L).containsEntry("I", 0L);
  }

  @Test
  void assets_ordersOfTwoAccountsOnTwoDays_areLoyal() {
    store.add("x1", Market.LATELY, "order", "beta", "makeup");
    store.add("x2", Market.LATELY.minus(Duration.ofDays(3)), "order", "beta", "makeup");
    assertThat(states("beta")).containsEntry("P", 2L).containsEntry("L", 0L);

    tied.tie(EARLIER, "user:x1", "user:x2");

    assertThat(states("beta")).containsEntry("P", 0L).containsEntry("L", 1L);
  }

  @Test
  void expand_interestOfTheCookie_reachesThePersonByTheAccountOnce() {
    store.add("visitor-cookie", Market.LATELY, "click", "tent", "camping");
    store.add("visitor-account", Market.LATELY, "click", "bean", "coffee");
    tied.tie(EARLIER, "user:visitor-account", "cookie:visitor-cookie");

    List<AudienceRow> rows = expand(new Target.OfBrand("alpha")).rows();

    AudienceRow row =
        rows.stream().filter(r -> r.userId().startsWith("visitor")).findFirst().orElseThrow();
    assertThat(row.userId()).isEqualTo("visitor-account");
    assertThat(row.otherIds()).containsExactly("visitor-cookie");
    assertThat(rows).filteredOn(r -> r.userId().startsWith("visitor")).hasSize(1);
    assertThat(rows)
        .filteredOn(r -> r.userId().startsWith("other"))
        .allSatisfy(other -> assertThat(other.otherIds()).isEmpty());
  }

  @Test
  void expand_buyerUnderAnotherId_isNotReachedAgain() {
    store.add("buyer000-cookie", Market.LATELY, "click", "tent", "camping");
    tied.tie(EARLIER, "user:buyer000", "cookie:buyer000-cookie");

    assertThat(expand(new Target.OfBrand("alpha")).rows())
        .noneMatch(row -> row.userId().startsWith("buyer000"));
  }

  @Test
  void seed_byAnyIdOfThePerson_findsThePersonOnce() {
    store.add("visitor-cookie", Market.LATELY, "click", "tent", "camping");
    tied.tie(EARLIER, "user:visitor-account", "cookie:visitor-cookie", "phone:hashed", "device:d");
    var everyId =
        Set.of("visitor-account", "visitor-cookie", "hashed", "d", "person-0", "stranger");

    for (String id : List.of("visitor-account", "visitor-cookie", "hashed", "d", "person-0")) {
      Population found = expand(new Target.OfUsers(Set.of(id))).base().orElseThrow();
      assertThat(found.target()).as(id).isEqualTo(1);
      assertThat(found.outside()).as(id).isZero();
    }
    Population all = expand(new Target.OfUsers(everyId)).base().orElseThrow();
    assertThat(all.target()).isEqualTo(1);
    assertThat(all.outside()).as("the stranger").isEqualTo(1);
    assertThatThrownBy(() -> expand(new Target.OfUsers(Set.of("stranger"))))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("got none among 1");
  }

  @Test
  void features_ofFewerThanTwentyPersonsWithManyIds_areRefused() {
    var ids = new ArrayList<String>();
    for (int person = 0; person < 15; person++) {
      for (String id : List.of("p%02d".formatted(person), "c%02d".formatted(person))) {
        store.add(id, Market.LATELY, "click", "tent", "camping");
        ids.add(id);
      }
    }
    var seed = new Target.OfUsers(Set.copyOf(ids));
    assertThat(features(seed).rows()).as("thirty ids apart").isNotEmpty();
    for (int person = 0; person < 15; person++) {
      tied.tie(EARLIER, "user:p%02d".formatted(person), "cookie:c%02d".formatted(person));
    }

    assertThatThrownBy(() -> features(seed))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("at least 20 users in the target, got 15");
  }

  @Test
  void segment_ofAPerson_survivesANewPhoneAndANewCookie() {
    SegmentDesk segments = desk.segments(() -> Market.END);
    for (int i = 0; i < 20; i++) {
      store.add("camper%02d".formatted(i), Market.LATELY, "click", "young", "coffee");
    }
    segments.save("young", "did:click brand:young within:30d");
    Set<String> before = members("young");
    assertThat(before).contains("camper07");
    store.add("new-cookie", Market.END.minusSeconds(9), "click", "young", "coffee");
    tied.tie(
        EARLIER, "user:camper07", "cookie:new-cookie", "device:new-phone", "cookie:a-first-cookie");

    assertThat(members("young")).isEqualTo(before);
    assertThat(segments.show("young", Market.END).orElseThrow().users()).isEqualTo(30);
  }

  private Set<String> members(String segment) {
    AudienceConfig config = AudienceConfig.DEFAULT;
    Snapshot snapshot = new Snapshots(Market.sources(store).withPersons(tied))
        .at(Market.END, Market.CATALOGUE.version(), 0);
    var features = new PlainFeatures(config, WordFamilies.ALONE);
    var ids = new TreeSet<String>();
    new Segments(config, store, () -> saved, features, WordFamilies.ALONE)
        .members(segment, snapshot, Market.CATALOGUE)
        .forEach(user -> ids.add(snapshot.facts().userId(user)));
    return ids;
  }

  private static StoreVisitors visitors(int persons) {
    return new StoreVisitors(
        IntStream.range(0, persons)
            .mapToObj(i -> List.of("buyer%03d".formatted(i), "gone%03d".formatted(i)))
            .toList(),
        9,
        Map.of("sensed-only", 4L));
  }

  @Test
  void store_consentedVisitors_areATargetOfTheirOwn() {
    tied.visited("s1", visitors(25));

    Features features = features(new Target.OfStore("s1", 30));
    Expansion expansion = expand(new Target.OfStore("s1", 30));

    assertThat(features.base().orElseThrow().target()).isEqualTo(25);
    assertThat(features.base().orElseThrow().rule()).isEqualTo("store");
    assertThat(features.base().orElseThrow().text())
        .contains("25 of the 25 consented visitors of store s1 in 30 days");
    assertThat(expansion.rows()).isNotEmpty().noneMatch(row -> row.userId().equals("buyer007"));
  }

  @Test
  void store_unknownEmptyOrInactive_isSaidClearly() {
    tied.visited("s1", new StoreVisitors(List.of(), 9, Map.of("no-consent", 5L)));
    tied.visited("s2", new StoreVisitors(List.of(List.of("gone1")), 1, Map.of()));

    assertThatThrownBy(() -> expand(new Target.OfStore("s9", 30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("store: one of s1, s2 is required, got s9");
    assertThatThrownBy(() -> expand(new Target.OfStore("s1", 30)))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("who consented to wifi is required, got none among 9 devices in s1")
        .hasMessageContaining("{no-consent=5}");
    assertThatThrownBy(() -> expand(new Target.OfStore("s2", 30)))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageContaining("an event in the 90 days")
        .hasMessageContaining("got none among 1");
    assertThatThrownBy(() -> new Target.OfStore(" ", 30)).hasMessageContaining("store: an id");
    assertThatThrownBy(() -> new Target.OfStore("s1", 0))
        .hasMessageContaining("storeDays: a number");
  }
}
