package io.tidewatch.audience.identity;

import static io.tidewatch.audience.identity.People.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.identity.PersonGroups;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedPersonsTest {
  private static final int T = 60;

  private final People people = new People();

  private JoinedPersons joined(IdentityConfig config, boolean joins) {
    IdentityDesk desk = people.desk(config);
    return new JoinedPersons(people, people, () -> desk, config, joins);
  }

  private JoinedPersons joined() {
    return joined(IdentityConfig.DEFAULT, true);
  }

  private static boolean together(PersonGroups groups, String one, String other) {
    int group = groups.groupOf(one);
    return group != PersonGroups.NOBODY && group == groups.groupOf(other);
  }

  @Test
  void at_readsNoLinkAtTheTimeOrLater() {
    people.link(5, "user:u", "cookie:c").link(9, "user:u", "cookie:later");
    JoinedPersons joined = joined();

    assertThat(joined.at(day(5)).size()).isZero();
    assertThat(together(joined.at(day(9)), "u", "c")).isTrue();
    assertThat(together(joined.at(day(9)), "u", "later")).isFalse();
    assertThat(together(joined.at(day(9).plusMillis(1)), "u", "later")).isTrue();
  }

  @Test
  void at_hubsAndConflicts_stayApart() {
    people
        .link(1, "user:u1", "cookie:kiosk")
        .link(2, "user:u2", "cookie:kiosk")
        .link(3, "user:u3", "phone:p")
        .link(4, "cookie:c3", "phone:p")
        .link(5, "user:u4", "cookie:c3", "login", .9, "shop");
    PersonGroups groups = joined().at(day(T));

    assertThat(together(groups, "u1", "u2")).as("a shared cookie").isFalse();
    assertThat(together(groups, "u3", "c3")).isTrue();
    assertThat(together(groups, "u3", "u4")).as("two accounts of a shop").isFalse();
  }

  @Test
  void at_undoneMerge_isApartAndTheRevisionIsAnotherOne() {
    people.link(1, "user:u1", "phone:p1").link(2, "user:u2", "phone:p2");
    JoinedPersons joined = joined();
    joined.at(day(T));
    people.link(3, "user:u1", "user:u2");
    assertThat(together(joined.at(day(T)), "u1", "u2")).isTrue();
    long before = joined.revision();
    people.desk().undo(people.ledger.entries(1).getFirst().id());

    assertThat(joined.revision()).isNotEqualTo(before);
    assertThat(together(joined.at(day(T)), "u1", "u2")).isFalse();
  }

  @Test
  void at_mergesAboveTheCap_areNotMadeForAudiencesEither() {
    IdentityConfig d = IdentityConfig.DEFAULT;
    var careful = new IdentityConfig(
        d.kinds(),
        d.confidences(),
        d.otherwise(),
        d.floor(),
        d.floors(),
        d.requiredEvidence(),
        d.maxAccounts(),
        d.maxTies(),
        d.placeholders(),
        d.fieldRules(),
        0);
    people.link(1, "user:u1", "phone:p1").link(2, "user:u2", "phone:p2");
    JoinedPersons joined = joined(careful, true);
    joined.at(day(T));
    people.link(3, "user:u1", "user:u2").link(4, "user:u1", "cookie:c1");

    assertThat(together(joined.at(day(T)), "u1", "u2")).isFalse();
    assertThat(together(joined.at(day(T)), "u1", "c1")).as("all else is done").isTrue();
    people.desk(careful).resolve(false, 1);
    assertThat(together(joined.at(day(T)), "u1", "u2")).isTrue();
  }

  @Test
  void at_kindUnderAFurtherName_isTheKindThatItStandsFor() {
    IdentityConfig d = IdentityConfig.DEFAULT;
    var named = new IdentityConfig(
        Map.of("openid", "user"),
        d.confidences(),
        d.otherwise(),
        d.floor(),
        d.floors(),
        d.requiredEvidence(),
        d.maxAccounts(),
        d.maxTies(),
        d.placeholders(),
        d.fieldRules(),
        d.mergeCap());
    people.link(1, "OpenID:o1", "cookie:c1");

    assertThat(together(joined().at(day(T)), "o1", "c1")).as("no kind of users").isFalse();
    assertThat(together(joined(named, true).at(day(T)), "o1", "c1")).isTrue();
  }

  @Test
  void at_withoutLinks_opensNoLedger() {
    var joined = new JoinedPersons(
        people,
        people,
        () -> {
          throw new AssertionError("nobody is to be asked");
        },
        IdentityConfig.DEFAULT,
        true);

    assertThat(joined.at(day(T)).size()).isZero();
    assertThat(joined.revision()).isZero();
  }

  @Test
  void at_idsApart_joinsNobodyButKnowsVisitors() {
    visitor("d1", "u1", true);
    JoinedPersons joined = joined(IdentityConfig.DEFAULT, false);

    assertThat(joined.at(day(T)).size()).isZero();
    assertThat(joined.revision()).isZero();
    assertThat(joined.visitors("s1", 30, day(T)).persons()).containsExactly(List.of("c-u1", "u1"));
  }

  @Test
  void find_byPersonPhoneOrDevice_isThePerson() {
    people.link(1, "user:u1", "phone:p1").link(2, "user:u1", "device:d1");
    PersonGroups groups = joined().at(day(T));
    String person = people.desk().directory().personOf("u1").id();

    assertThat(IntStream.of(groups.find("p1"), groups.find("d1"), groups.find(person)))
        .containsOnly(groups.groupOf("u1"));
    assertThat(groups.find("stranger")).isEqualTo(PersonGroups.NOBODY);
    assertThat(groups.groupOf("p1")).as("no user id").isEqualTo(PersonGroups.NOBODY);
  }

  private void visitor(String device, String user, boolean consents) {
    people
        .sensed(50, "s1", device)
        .link(40, "user:" + user, "device:" + device, "wifi-page", null, "shop")
        .link(41, "user:" + user, "cookie:c-" + user)
        .consent(45, user, "wifi", consents);
  }

  private StoreVisitors visitors(int days, Instant asOf) {
    return joined().visitors("s1", days, asOf);
  }

  @Test
  void visitors_consentedAndTied_areKnownByEveryIdOfTheirs() {
    visitor("d1", "u1", true);

    assertThat(visitors(30, day(T)).persons()).containsExactly(List.of("c-u1", "u1"));
  }

  @Test
  void visitors_withoutConsentOrKnownByTheirDeviceAlone_neverEnter() {
    visitor("d1", "u1", true);
    visitor("d2", "u2", false);
    people.sensed(50, "s1", "d3").link(40, "user:u3", "device:d3");
    people.consent(45, "u3", "advertising", true);
    people.sensed(50, "s1", "sniffed").consent(45, "sniffed", "wifi", true);
    people.sensed(50, "s1", "guessed").consent(45, "u5", "wifi", true);
    people.link(40, "user:u5", "device:guessed", "same-street", 1.0, "shop");
    people.sensed(50, "s1", "weak").consent(45, "u6", "wifi", true);
    people.link(40, "user:u6", "device:weak", "wifi-page", .3, "shop");

    StoreVisitors visitors = visitors(30, day(T));

    assertThat(visitors.persons()).containsExactly(List.of("c-u1", "u1"));
    assertThat(visitors.devices()).isEqualTo(6);
    assertThat(visitors.refused())
        .isEqualTo(Map.of(
            ExportConsent.WITHDRAWN, 1L,
            ExportConsent.NO_CONSENT, 1L,
            ExportConsent.SENSED_ONLY, 3L));
  }

  @Test
  void visitors_consentWithdrawnLater_countsFromThenOn() {
    visitor("d1", "u1", true);
    people.consent(55, "u1", "wifi", false);

    assertThat(visitors(30, day(55)).persons()).hasSize(1);
    assertThat(visitors(30, day(55).plusMillis(1)).persons()).isEmpty();
  }

  @Test
  void visitors_countOnlyVisitsInTheDaysBeforeAndLinksBefore() {
    visitor("d1", "u1", true);

    assertThat(visitors(10, day(T)).persons()).as("ten days to the second").hasSize(1);
    assertThat(visitors(9, day(T)).persons()).isEmpty();
    assertThat(visitors(30, day(50)).persons()).as("T is exclusive").isEmpty();
    assertThat(joined().visitors("s2", 30, day(T))).isEqualTo(StoreVisitors.NOBODY);
    assertThat(joined().stores(day(50))).isEmpty();
    assertThat(joined().stores(day(51))).containsExactly("s1");
  }

  @Test
  void visitors_twoDevicesOfOnePerson_areOneVisitor() {
    visitor("d1", "u1", true);
    people.sensed(52, "s1", "d9").link(51, "user:u1", "device:d9");

    assertThat(visitors(30, day(T)).persons()).hasSize(1);
  }
}
