package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.profile.ProfileConfig;
import io.tidewatch.audience.profile.ProfileRow;
import io.tidewatch.audience.query.ProfileQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileDeskTest {
  private final Crowd crowd = new Crowd(900, 4);
  private final MemoryGroups memory = new MemoryGroups();
  private final ProfileDesk profiles = crowd.profiles(memory);

  @Test
  void profile_brand_tellsRoundedCountsSharesAndTgi() {
    List<ProfileRow> rows = profiles.profile(brand());

    ProfileRow women = row(rows, "gender", "declared:女");
    long exact = crowd.buyersBefore(Crowd.DAYS).stream()
        .filter(user -> crowd.cells(user).get("gender").contains("declared:女"))
        .count();
    assertThat(women.suppressed()).isFalse();
    assertThat(women.users() % 10).isZero();
    assertThat((double) women.users()).isCloseTo(exact, within(9.0));
    assertThat(women.base() % 50).isZero();
    assertThat(women.group().base()).isEqualTo(900);
    assertThat(women.share()).isEqualTo((double) women.users() / women.group().users());
    assertThat(women.tgi().value())
        .isCloseTo(100 * women.share() / women.baseShare(), within(1e-9));
    assertThat(women.tgi().low()).isLessThan(women.tgi().value());
    assertThat(row(rows, "brand", "alpha").share()).isEqualTo(1);
    assertThat(row(rows, "brand", "alpha").tgi().value()).isGreaterThan(150);
  }

  @Test
  void profile_everyDimension_hasItsUnknownLast() {
    List<ProfileRow> rows = profiles.profile(brand());

    assertThat(rows)
        .extracting(ProfileRow::dimension)
        .contains("city", "spend", "category", "hour");
    for (String dimension : rows.stream().map(ProfileRow::dimension).distinct().toList()) {
      List<ProfileRow> cells =
          rows.stream().filter(r -> r.dimension().equals(dimension)).toList();
      assertThat(cells.getLast().value()).isEqualTo("unknown");
      assertThat(cells).extracting(ProfileRow::value).doesNotHaveDuplicates();
    }
    assertThat(row(rows, "city", "unknown").share()).isCloseTo(0.25, within(0.08));
  }

  @Test
  void profile_rareValue_isWithheldWithoutItsCount() {
    List<ProfileRow> rows = profiles.profile(brand());

    assertThat(rows.stream().filter(ProfileRow::suppressed)).isNotEmpty().allSatisfy(row -> {
      assertThat(row.users()).isNull();
      assertThat(row.share()).isNull();
      assertThat(row.tgi()).isNull();
    });
  }

  @Test
  void profile_sameQuestionAgain_getsTheSameAnswerAlsoAfterNearOnes() {
    List<ProfileRow> first = profiles.profile(brand());
    var more = new HashSet<>(crowd.users().subList(0, 300));
    more.addAll(crowd.buyersBefore(Crowd.DAYS));
    profiles.profile(seed(more));

    assertThat(profiles.profile(brand())).isEqualTo(first);
  }

  @Test
  void profile_oneUserMore_isRefusedWithoutANumberOfUsers() {
    profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 300))));

    assertThatThrownBy(() -> profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 301)))))
        .isInstanceOf(NoAudienceException.class)
        .hasMessage("profile: this group differs by fewer than 100 users from one that was answered"
            + " before, so the two answers could be subtracted; ask for the earlier group and time"
            + " again, or for a group that differs more");
  }

  @Test
  void profile_afterARestart_isStillRefused() {
    profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 300))));

    assertThatThrownBy(() ->
            crowd.profiles(memory).profile(seed(new HashSet<>(crowd.users().subList(0, 310)))))
        .hasMessageContaining("differs by fewer than 100");
  }

  @Test
  void profile_afterTheMemoryEnded_isAnswered() {
    profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 300))));
    ProfileDesk later =
        crowd.profiles(memory, ProfileConfig.DEFAULT, Crowd.END.plus(Duration.ofDays(401)));

    assertThat(later.profile(seed(new HashSet<>(crowd.users().subList(0, 301)))))
        .isNotEmpty();
  }

  @Test
  void profile_anotherTime_isComparedByUserNotByNumber() {
    for (int i = 0; i < 150; i++) {
      crowd.store().add("a" + i, Crowd.END.minusSeconds(90_000), "view", "bean", "coffee");
    }
    Set<String> users = new HashSet<>(crowd.users().subList(0, 300));
    profiles.profile(seed(users));
    users.add(crowd.users().get(500));

    assertThatThrownBy(() -> profiles.profile(new ProfileQuery(
            new Target.OfUsers(users),
            Set.of(),
            Crowd.day(30),
            List.of(),
            20,
            Locale.ENGLISH,
            "x")))
        .hasMessageContaining("differs by fewer than 100");
  }

  @Test
  void profile_ninetyNine_isRefusedAndHundredAnswered() {
    assertThatThrownBy(() -> profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 99)))))
        .isInstanceOf(NoAudienceException.class)
        .hasMessageStartingWith("profile: a group of at least 100 users");
    assertThat(profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 100)))))
        .isNotEmpty();
  }

  @Test
  void profile_allButAFew_isRefused() {
    assertThatThrownBy(() -> profiles.profile(seed(new HashSet<>(crowd.users().subList(0, 850)))))
        .hasMessageContaining("all but fewer than 100");
    assertThat(profiles.profile(seed(new HashSet<>(crowd.users())))).isNotEmpty();
  }

  @Test
  void profile_fullMemory_refusesNewGroupsOnly() {
    var two = new ProfileConfig(100, 50, 10, 100, 50, 2, 400);
    ProfileDesk small = crowd.profiles(memory, two, Crowd.END);
    small.profile(seed(new HashSet<>(crowd.users().subList(0, 200))));
    small.profile(seed(new HashSet<>(crowd.users().subList(200, 400))));

    assertThatThrownBy(() -> small.profile(seed(new HashSet<>(crowd.users().subList(400, 600)))))
        .hasMessageStartingWith("profile: 2 different groups were answered in 400 days");
    assertThat(small.profile(seed(new HashSet<>(crowd.users().subList(0, 200)))))
        .isNotEmpty();
  }

  @Test
  void profile_everyAnswerAndRefusal_leavesALineWithoutIds() {
    profiles.profile(brand());
    Set<String> few = Set.copyOf(crowd.users().subList(0, 17));
    assertThatThrownBy(() -> profiles.profile(seed(few))).isInstanceOf(NoAudienceException.class);

    List<AuditEntry> lines = crowd.audit().list("audience/profile", 10);
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast().outcome()).isEqualTo("answered");
    assertThat(lines.getLast().caller()).isEqualTo("cli:wang");
    assertThat(lines.getLast().query())
        .isEqualTo("brand=alpha state=P,L asOf=2025-11-11T16:00:00Z");
    assertThat(lines.getLast().thresholds()).isEqualTo("group=100 cell=50 step=10");
    assertThat(lines.getFirst().outcome()).isEqualTo("refused: group");
    assertThat(lines.getFirst().size()).isIn(10L, 20L);
    assertThat(lines.getFirst().query()).doesNotContain("u0");
  }

  @Test
  void profile_timeWithinADay_isCutToItsStart() {
    ProfileRow row = profiles
        .profile(new ProfileQuery(
            new Target.OfBrand("alpha"),
            Set.of(),
            Crowd.END.minusSeconds(1),
            List.of(),
            20,
            Locale.ENGLISH,
            "x"))
        .getFirst();

    assertThat(row.group().asOf()).isEqualTo(Crowd.END.minus(Duration.ofDays(1)));
  }

  @Test
  void profile_forgottenUser_leavesNumbersBehindThatBelongToNobody() {
    Set<String> users = new HashSet<>(crowd.users().subList(0, 300));
    profiles.profile(seed(users));

    assertThat(profiles.forget(Set.of(crowd.users().getFirst(), "nobody"))).isEqualTo(1);
    assertThat(profiles.forget(Set.of(crowd.users().getFirst()))).isZero();
    assertThatThrownBy(() -> profiles.profile(seed(users)))
        .hasMessageContaining("differs by fewer than 100");
  }

  @Test
  void profile_chosenDimensions_areTheOnlyOnes() {
    assertThat(profiles.profile(query(new Target.OfBrand("alpha"), List.of("gender", "hour"))))
        .extracting(ProfileRow::dimension)
        .containsOnly("gender", "hour");
    assertThatThrownBy(
            () -> profiles.profile(query(new Target.OfBrand("alpha"), List.of("income"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got income");
  }

  @Test
  void profile_unknownBrandOrSegment_isRefused() {
    assertThatThrownBy(() -> profiles.profile(query(new Target.OfBrand("none"), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> profiles.profile(query(new Target.OfSegment("none"), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("segment: a saved segment is required, got none");
  }

  @Test
  void query_statesWithoutABrand_areRefused() {
    assertThatThrownBy(() -> new ProfileQuery(
            new Target.OfUsers(Set.of("u")),
            Set.of(AiplState.I),
            null,
            List.of(),
            20,
            Locale.ENGLISH,
            "x"))
        .hasMessage("state: a brand is required beside it, got I without one");
  }

  @Test
  void profile_emptyStore_hasNoRows() {
    Crowd nobody = new Crowd(0, 1);

    assertThat(nobody.profiles(memory).profile(query(new Target.OfBrand("alpha"), List.of())))
        .isEmpty();
  }

  @Test
  void profile_beforeAnybodyCame_hasNoRows() {
    assertThat(profiles.profile(new ProfileQuery(
            new Target.OfBrand("alpha"),
            Set.of(),
            Instant.parse("2020-01-01T00:00:00Z"),
            List.of(),
            20,
            Locale.ENGLISH,
            "x")))
        .isEmpty();
  }

  private static ProfileQuery brand() {
    return query(new Target.OfBrand("alpha"), List.of());
  }

  private static ProfileQuery seed(Set<String> users) {
    return query(new Target.OfUsers(users), List.of());
  }

  private static ProfileQuery query(Target target, List<String> dimensions) {
    return new ProfileQuery(
        target, Set.of(), Crowd.END, dimensions, 20, Locale.ENGLISH, "cli:wang");
  }

  private static ProfileRow row(List<ProfileRow> rows, String dimension, String value) {
    return rows.stream()
        .filter(r -> r.dimension().equals(dimension) && r.value().equals(value))
        .findFirst()
        .orElseThrow();
  }
}
