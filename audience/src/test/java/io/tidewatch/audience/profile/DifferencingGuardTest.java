package io.tidewatch.audience.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.facts.UserSet;
import io.tidewatch.audience.profile.DifferencingGuard.Earlier;
import io.tidewatch.audience.profile.DifferencingGuard.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferencingGuardTest {
  private static final Instant T = Instant.parse("2025-11-11T16:00:00Z");

  private final DifferencingGuard guard = new DifferencingGuard(100, 50);

  @Test
  void compare_oneUserMoreOrLess_isRefused() {
    assertRefused(Refusal.DIFFERENCE, range(0, 301), range(0, 300));
    assertRefused(Refusal.DIFFERENCE, range(0, 299), range(0, 300));
  }

  @Test
  void compare_usersExchanged_countOnBothSides() {
    assertRefused(Refusal.DIFFERENCE, range(49, 349), range(0, 300));
    assertThat(compare(range(50, 350), range(0, 300)).rule()).isEmpty();
  }

  @Test
  void compare_hundredMore_passesAndGivesThemBack() {
    Finding finding = compare(range(0, 400), range(0, 300));

    assertThat(finding.rule()).isEmpty();
    assertThat(finding.left()).containsExactly(range(300, 400));
  }

  @Test
  void compare_hundredFewer_givesTheOthersBack() {
    assertThat(compare(range(0, 300), range(0, 400)).left()).containsExactly(range(300, 400));
  }

  @Test
  void compare_sameUsers_passWithoutAnythingLeft() {
    Finding finding = compare(range(0, 300), range(0, 300));

    assertThat(finding.rule()).isEmpty();
    assertThat(finding.left()).isEmpty();
  }

  @Test
  void compare_fewReachOut_stillCountsAsInside() {
    assertThat(compare(range(0, 600), range(560, 600).or(range(0, 300)).or(range(900, 930)))
            .left())
        .containsExactly(range(300, 560));
  }

  @Test
  void compare_twoSideBySideAndOneUser_isRefused() {
    assertRefused(Refusal.COMBINATION, range(0, 501), range(0, 200), range(200, 500));
  }

  @Test
  void compare_exactlyTwoSideBySide_tellsNothingNew() {
    assertThat(compare(range(0, 500), range(0, 200), range(200, 500)).rule()).isEmpty();
  }

  @Test
  void compare_wholeLessAPartLessOneUser_isRefused() {
    assertRefused(Refusal.COMBINATION, range(0, 299), range(0, 500), range(300, 500));
  }

  @Test
  void compare_whatIsLeftOfThree_isGivenBack() {
    assertThat(compare(range(0, 800), range(0, 200), range(200, 500)).left())
        .contains(range(500, 800));
    assertThat(compare(range(0, 200), range(0, 800), range(200, 500)).left())
        .contains(range(500, 800));
  }

  @Test
  void compare_partsOfWhichTheLastIsSmall_areRefusedInAnyOrder() {
    UserSet whole = range(0, 1040);
    UserSet[] parts = {range(0, 250), range(250, 500), range(500, 750), range(750, 1000)};

    assertRefused(Refusal.COMBINATION, whole, parts);
    assertRefused(Refusal.COMBINATION, parts[3], whole, parts[2], parts[0], parts[1]);
  }

  @Test
  void compare_partsThatAreTheWhole_pass() {
    assertThat(compare(
                range(0, 1000), range(0, 250), range(250, 500), range(500, 750), range(750, 1000))
            .rule())
        .isEmpty();
  }

  @Test
  void compare_manyGroupsThatCannotBeLaidOut_passQuickly() {
    UserSet[] overlapping = IntStream.range(0, 200)
        .mapToObj(i -> range(i * 40, i * 40 + 4_000))
        .toArray(UserSet[]::new);
    assertThat(compare(range(100_000, 101_000), overlapping).rule()).isEmpty();
  }

  private void assertRefused(Refusal rule, UserSet group, UserSet... earlier) {
    assertThat(compare(group, earlier).rule()).contains(rule);
  }

  private Finding compare(UserSet group, UserSet... earlier) {
    var answered = new ArrayList<Earlier>();
    for (UserSet set : earlier) {
      answered.add(new Earlier(answered.size() + 1, T, T, set));
    }
    return guard.compare(group, List.copyOf(answered));
  }

  private static UserSet range(int from, int to) {
    return UserSet.of(IntStream.range(from, to).toArray());
  }
}
