package io.tidewatch.audience.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.audience.FakeBehaviorStore;
import io.tidewatch.audience.Market;
import io.tidewatch.audience.StateMoves;
import io.tidewatch.audience.selection.FeatureSpec;
import io.tidewatch.audience.selection.Sample;
import io.tidewatch.audience.selection.UserTable;
import io.tidewatch.model.behavior.AdFact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 300 treated and 100 held out, all in O towards {@code alpha} at T; figures are worked by hand. */
class CampaignTrackingTest {
  private static final Instant T = Market.END;
  private static final Instant LATER = T.plus(Duration.ofDays(3));
  private static final Instant END = T.plus(Duration.ofDays(7));

  private final FakeBehaviorStore store = new FakeBehaviorStore();
  private final List<Member> members = new ArrayList<>();
  private final List<AdFact> ads = new ArrayList<>();
  private UnaryOperator<String> personOf = UnaryOperator.identity();
  private String model;

  @BeforeEach
  void plant() {
    for (int i = 0; i < 400; i++) {
      boolean treated = i % 4 != 0;
      String user = "u%03d".formatted(i);
      store.add(user, T.minus(Duration.ofDays(2)), "click", "bean", "coffee");
      members.add(new Member(
          i,
          user,
          treated ? Group.TREATED : Group.HELD_OUT,
          treated ? (i % 4 == 1 ? "sms" : "weibo") : null,
          1,
          Map.of(i < 360 ? "search" : "lost", 1.0)));
    }
  }

  private void move(String action, String... users) {
    for (String user : users) {
      store.add(user, LATER, action, "alpha", "makeup");
    }
  }

  /** Clicks of the first {@code count} users of a group. */
  private void clicks(Group group, int count) {
    members.stream()
        .filter(m -> m.group() == group)
        .limit(count)
        .forEach(m -> move("click", m.userId()));
  }

  private void expose(String user, boolean clicked, String cost) {
    ads.add(new AdFact(
        user,
        LATER,
        clicked,
        cost == null ? null : new BigDecimal(cost),
        cost == null ? null : "CNY"));
  }

  private CampaignTracking tracking() {
    StateMoves moves = Market.desk(store).moves("alpha", T, END).orElseThrow();
    CampaignPeople people = CampaignPeople.of(members, personOf);
    var delivery = new Delivery(people);
    ads.forEach(delivery::take);
    return new CampaignTracking(people, delivery, moves, model);
  }

  private TrackRow row(String analysis, String part, String value, String from, String to) {
    return tracking().rows().stream()
        .filter(r -> r.analysis().equals(analysis)
            && r.part().equals(part)
            && java.util.Objects.equals(r.value(), value)
            && r.from().equals(from)
            && r.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private TrackRow whole(String from, String to) {
    return row("intention-to-treat", "all", null, from, to);
  }

  @Test
  void rows_moreOfTheTreatedMoved_givesDifferenceAndUpliftWithIntervals() {
    clicks(Group.TREATED, 90);
    clicks(Group.HELD_OUT, 10);
    TrackRow row = whole("O", "IPL");
    assertThat(row.treated().persons()).isEqualTo(300);
    assertThat(row.treated().moved()).isEqualTo(90);
    assertThat(row.treated().rate()).isEqualTo(0.3);
    assertThat(row.treated().low()).isCloseTo(0.2509, within(0.0005));
    assertThat(row.treated().high()).isCloseTo(0.3541, within(0.0005));
    assertThat(row.heldOut().rate()).isEqualTo(0.1);
    assertThat(row.difference().mid()).isCloseTo(0.2, within(1e-12));
    assertThat(row.difference().low()).isCloseTo(0.1106, within(0.001));
    assertThat(row.uplift().mid()).isCloseTo(2.0, within(1e-12));
    assertThat(row.uplift().low()).isGreaterThan(0.5);
    assertThat(row.verdict()).isEqualTo("raised");
    assertThat(whole("O|A", "IPL").treated()).isEqualTo(row.treated());
    assertThat(whole("A", "IPL").treated().persons()).as("nobody was in A").isZero();
    assertThat(whole("A", "IPL").verdict()).isEqualTo("not-enough-data");
  }

  @Test
  void rows_fewerOfTheTreatedMoved_saysSo() {
    clicks(Group.TREATED, 15);
    clicks(Group.HELD_OUT, 30);
    assertThat(whole("O", "IPL").verdict()).isEqualTo("lowered");
    assertThat(whole("O", "IPL").uplift().high()).isNegative();
  }

  @Test
  void rows_aboutAsManyMoved_showsNoDifference() {
    clicks(Group.TREATED, 33);
    clicks(Group.HELD_OUT, 10);
    assertThat(whole("O", "IPL").verdict()).isEqualTo("no-difference-shown");
    assertThat(whole("O", "IPL").uplift().mid()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void rows_whereOnlyOneFormulaExcludesChance_showNoDifference() {
    clicks(Group.TREATED, 21);
    clicks(Group.HELD_OUT, 1);
    TrackRow row = whole("O", "IPL");
    assertThat(row.difference().low()).isPositive();
    assertThat(row.uplift().low()).isNegative();
    assertThat(row.verdict()).isEqualTo("no-difference-shown");
  }

  @Test
  void rows_hardlyAnybodyMoved_isNoGuess() {
    clicks(Group.TREATED, 4);
    TrackRow row = whole("O", "IPL");
    assertThat(row.verdict()).isEqualTo("not-enough-data");
    assertThat(row.difference()).isNull();
    assertThat(row.uplift()).isNull();
    assertThat(row.treated().moved()).isEqualTo(4);
  }

  @Test
  void rows_fewPersonsInAGroup_showNoRate() {
    clicks(Group.TREATED, 90);
    members.removeIf(m -> m.group() == Group.HELD_OUT && m.place() >= 76);
    TrackRow row = whole("O", "IPL");
    assertThat(row.heldOut().persons()).isEqualTo(19);
    assertThat(row.heldOut().rate()).isNull();
    assertThat(row.heldOut().moved()).isNull();
    assertThat(row.uplift()).isNull();
    assertThat(row.verdict()).isEqualTo("not-enough-data");
  }

  @Test
  void rows_withoutAHoldOut_neverSayUplift() {
    clicks(Group.TREATED, 90);
    members.removeIf(m -> m.group() == Group.HELD_OUT);
    for (TrackRow row : tracking().rows()) {
      assertThat(row.uplift()).isNull();
      assertThat(row.difference()).isNull();
      assertThat(row.heldOut()).isNull();
      assertThat(row.verdict()).isEqualTo("no-hold-out");
    }
    assertThat(whole("O", "IPL").treated().rate()).isEqualTo(0.3);
  }

  @Test
  void rows_exposedOnly_areObservationalAndNeverUplift() {
    clicks(Group.TREATED, 90);
    clicks(Group.HELD_OUT, 10);
    members.stream()
        .filter(m -> m.group() == Group.TREATED)
        .limit(100)
        .forEach(m -> expose(m.userId(), false, null));
    TrackRow row = row("exposed-only", "all", null, "O", "IPL");
    assertThat(row.treated().persons()).isEqualTo(100);
    assertThat(row.treated().moved()).isEqualTo(90);
    assertThat(row.difference().mid()).isCloseTo(0.8, within(1e-12));
    assertThat(row.uplift()).isNull();
    assertThat(row.verdict()).isEqualTo("observational");
    assertThat(whole("O", "IPL").treated().persons()).as("exposed or not").isEqualTo(300);
  }

  @Test
  void rows_byDirectionChannelAndModel_divideTheTreated() {
    model = "forest-3";
    clicks(Group.TREATED, 90);
    clicks(Group.HELD_OUT, 10);
    TrackRow search = row("intention-to-treat", "direction", "search", "O", "IPL");
    TrackRow lost = row("intention-to-treat", "direction", "lost", "O", "IPL");
    assertThat(search.treated().persons()).isEqualTo(270);
    assertThat(search.heldOut().persons()).isEqualTo(90);
    assertThat(lost.treated().persons()).isEqualTo(30);
    assertThat(lost.heldOut().persons()).isEqualTo(10);
    assertThat(lost.verdict()).isEqualTo("not-enough-data");
    TrackRow sms = row("intention-to-treat", "channel", "sms", "O", "IPL");
    assertThat(sms.treated().persons()).isEqualTo(100);
    assertThat(sms.heldOut().persons()).as("beside everybody held out").isEqualTo(100);
    TrackRow own = row("intention-to-treat", "model", "forest-3", "O", "IPL");
    assertThat(own.treated()).isEqualTo(whole("O", "IPL").treated());
  }

  @Test
  void rows_costs_arePerMovedAndPerCaused() {
    members.stream()
        .filter(m -> m.group() == Group.TREATED)
        .limit(90)
        .forEach(m -> move("order", m.userId()));
    members.stream()
        .filter(m -> m.group() == Group.HELD_OUT)
        .limit(10)
        .forEach(m -> move("order", m.userId()));
    expose("u001", false, "100.5");
    expose("u001", true, "79.5");
    expose("u002", false, null);
    TrackRow.Cost cost = whole("O|A", "PL").costs().getFirst();
    assertThat(cost.currency()).isEqualTo("CNY");
    assertThat(cost.amount()).isEqualByComparingTo("180");
    assertThat(cost.perMoved()).as("CPA").isEqualByComparingTo("2");
    assertThat(cost.perCaused()).as("0.2 of 300 were caused").isEqualByComparingTo("3");
    assertThat(row("exposed-only", "all", null, "O|A", "PL").costs()).isEmpty();
  }

  @Test
  void rows_costsOfNothingShown_nameNoCausedPerson() {
    clicks(Group.TREATED, 33);
    clicks(Group.HELD_OUT, 10);
    expose("u001", false, "33");
    TrackRow.Cost cost = whole("O", "IPL").costs().getFirst();
    assertThat(cost.perMoved()).isEqualByComparingTo("1");
    assertThat(cost.perCaused()).isNull();
    assertThat(whole("O|A", "PL").costs().getFirst().perMoved())
        .as("nobody bought")
        .isNull();
  }

  @Test
  void personOfTwoIds_countsOnceAndDeepensByEither() {
    personOf = user -> user.equals("u002") || user.equals("phone-of-1") ? "u001" : user;
    move("click", "phone-of-1");
    CampaignTracking tracking = tracking();
    TrackRow row = tracking.rows().getFirst();
    assertThat(row.treated().persons()).isEqualTo(299);
    assertThat(row.treated().moved()).isEqualTo(1);
  }

  @Test
  void personOfBothGroups_isInNoComparison() {
    personOf = user -> user.equals("u004") ? "u001" : user;
    clicks(Group.TREATED, 90);
    TrackRow row = whole("O", "IPL");
    assertThat(row.treated().persons()).isEqualTo(299);
    assertThat(row.treated().moved()).isEqualTo(89);
    assertThat(row.heldOut().persons()).isEqualTo(99);
  }

  @Test
  void delivery_countsPersonsLeaksAndStrangers() {
    personOf = user -> user.equals("other-account") ? "u001" : user;
    expose("other-account", false, "0.5");
    expose("u002", true, null);
    expose("u000", false, null);
    expose("stranger", false, "1.25");
    expose("stranger", true, "1.25");
    var delivery = new Delivery(CampaignPeople.of(members, personOf));
    ads.forEach(delivery::take);
    assertThat(delivery.row())
        .isEqualTo(
            new DeliveryRow(300, 2, 1, 100, 1, 0, 1, 3, 2, Map.of("CNY", new BigDecimal("3.00"))));
  }

  @Test
  void exposed_unmoved_areRealNegativesThatASampleTakes() {
    expose("u001", false, null);
    expose("u002", false, null);
    expose("u003", true, null);
    expose("u000", false, null);
    move("click", "u002");
    move("order", "u003");
    ExposedUsers exposed = tracking().exposed(false);
    assertThat(exposed.userIds())
        .as("held out or not exposed")
        .containsExactly("u001", "u002", "u003");
    assertThat(exposed.converted()).containsExactly(false, true, true);
    assertThat(tracking().exposed(true).converted()).containsExactly(false, false, true);
    assertThat(exposed.negatives()).isEqualTo(1);

    UserTable table = table(4);
    Sample alone = exposed.sample(table, user -> user.equals("u003") ? -1 : user.charAt(3) - '0');
    assertThat(alone.users()).containsExactly(1, 2);
    assertThat(alone.positive(0)).isFalse();
    assertThat(alone.positive(1)).isTrue();

    Sample before = Sample.all(table, new boolean[] {true, false, false, false});
    Sample joined = exposed.joinedTo(before, user -> user.charAt(3) - '0', 3);
    assertThat(joined.users()).containsExactly(0, 1, 2, 3, 1, 2, 3);
    assertThat(joined.positives()).isEqualTo(3);
    assertThat(joined.weight(0)).isEqualTo(1);
    assertThat(joined.weight(4)).isEqualTo(3);
  }

  private static UserTable table(int users) {
    var table = UserTable.of(List.of(FeatureSpec.number("n")));
    for (int i = 0; i < users; i++) {
      table.user();
      table.number(0, i);
    }
    return table.build();
  }

  @Test
  void moves_aTimeThatIsNotLater_isRefused() {
    var desk = Market.desk(store);
    assertThatThrownBy(() -> desk.moves("alpha", T, T))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("asOf: a time after " + T);
    assertThatThrownBy(() -> desk.moves("nobody", T, END))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("brand:");
    assertThat(Market.desk(new FakeBehaviorStore()).moves("alpha", T, END)).isEmpty();
  }
}
