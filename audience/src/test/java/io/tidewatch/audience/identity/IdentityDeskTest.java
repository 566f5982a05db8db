package io.tidewatch.audience.identity;

import static io.tidewatch.audience.identity.People.day;
import static io.tidewatch.audience.identity.People.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.identity.PersonView.AttributeView;
import io.tidewatch.audience.identity.PersonView.ConsentView;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.identity.LedgerEntry;
import io.tidewatch.model.identity.LedgerEntry.Action;
import io.tidewatch.model.identity.PersonDirectory;
import io.tidewatch.model.record.StoreUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Persons under lasting ids, and what the ledger says of them. */
class IdentityDeskTest {
  private final People people = new People();

  private String person(IdentityDesk desk, String user) {
    return desk.directory().personOf(user).id();
  }

  /** Two persons known apart, whom an order then shows to be one. */
  private IdentityDesk merged() {
    people.link(2, "user:u1", "phone:p1").link(1, "user:u2", "phone:p2");
    IdentityDesk desk = people.desk();
    desk.resolve(false, null);
    people.link(3, "user:u1", "user:u2", "order", null, "shop");
    return desk;
  }

  @Test
  void emptyStore_hasNobody() {
    IdentityDesk desk = people.desk();
    ResolveReport report = desk.resolve(false, null);
    assertThat(report.persons()).isZero();
    assertThat(report.merged()).isEmpty();
    assertThat(desk.matchRate(null)).isEmpty();
    assertThat(desk.show("u1", null)).isEmpty();
    assertThat(desk.merges(10)).isEmpty();
  }

  @Test
  void personOf_whoeverIsAsked_givesOnePersonForEachIdentifier() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(1, "user:u1", "cookie:c1", "login", .9, "shop")
        .link(1, "user:u1", "author:a1", "declared-handle", null, "shop");
    PersonDirectory directory = people.desk().directory();
    String person = directory.personOf("u1").id();
    assertThat(person).startsWith("p").hasSize(21);
    assertThat(directory.personOf("c1"))
        .as("behaviour under a cookie is the person's")
        .isEqualTo(new PersonDirectory.Person(person, .9, true));
    assertThat(directory.personOf(id("mobile:p1")).id()).isEqualTo(person);
    assertThat(directory.personOf(id("author:a1")).id()).isEqualTo(person);
    assertThat(directory.personOf(id("member:u1")).id())
        .as("a card nobody linked is the account of its name")
        .isEqualTo(person);
    assertThat(directory.personOf("u9").linked()).isFalse();
    assertThat(directory.personOf("u9").id()).isNotEqualTo(person);
    assertThat(directory.personOf("u9").confidence()).isEqualTo(1);
    assertThat(directory.personOf(id("author:u1")).linked())
        .as("an author of the same name is somebody else")
        .isFalse();
  }

  @Test
  void personId_survivesNewPhonesCookiesRestartsAndOrder() {
    people.link(1, "user:u1", "phone:p1").link(2, "user:u1", "device:d1");
    String before = person(people.desk(), "u1");
    people
        .link(5, "user:u1", "phone:p2")
        .link(6, "user:u1", "device:d2")
        .link(7, "user:u1", "cookie:c9")
        .shuffled(3);
    IdentityDesk later = people.desk();
    assertThat(person(later, "u1")).isEqualTo(before);
    assertThat(later.directory().personOf(id("device:d2")).id()).isEqualTo(before);
    people.links.removeIf(link -> link.at().isBefore(day(5)));
    assertThat(person(people.changed().desk(), "u1"))
        .as("the first phone and device are gone")
        .isEqualTo(before);

    var elsewhere = new People();
    elsewhere.links.addAll(people.links);
    elsewhere.link(1, "user:u1", "phone:p1").shuffled(5);
    assertThat(person(elsewhere.desk(), "u1"))
        .as("another ledger over the same data")
        .isEqualTo(before);
  }

  @Test
  void personId_ofSomebodyAlone_staysOrIsFollowed() {
    people.seen("user", "shop", "u1");
    String alone = person(people.desk(), "u1");
    people.link(4, "user:u1", "phone:p1");
    assertThat(person(people.desk(), "u1")).isEqualTo(alone);

    String cookie = person(people.desk(), "c7");
    String device = people.desk().directory().personOf(id("device:d7")).id();
    people.link(5, "user:u1", "cookie:c7").link(5, "user:u1", "device:d7");
    PersonDirectory directory = people.desk().directory();
    assertThat(directory.personOf("c7").id()).isEqualTo(alone);
    assertThat(directory.current(cookie))
        .as("a segment keyed by it finds the person")
        .isEqualTo(alone);
    assertThat(directory.current(device)).isEqualTo(alone);
    assertThat(directory.current(alone)).isEqualTo(alone);
    assertThat(directory.current("never given")).isEqualTo("never given");
  }

  @Test
  void merge_keepsTheOlderIdAndLeavesAnAlias() {
    IdentityDesk desk = merged();
    PersonDirectory before = people.desk().directory(day(3));
    String older = before.personOf("u2").id();
    String younger = before.personOf("u1").id();
    assertThat(younger).isNotEqualTo(older);
    assertThat(person(desk, "u1")).isEqualTo(older);
    assertThat(person(desk, "u2")).isEqualTo(older);
    assertThat(desk.directory().current(younger)).isEqualTo(older);
    PersonDirectory then = people.desk().directory(day(3));
    assertThat(then.personOf("u1").id()).as("the past after the merge").isEqualTo(younger);
    assertThat(then.current(younger)).isEqualTo(older);
    assertThat(desk.merges(10))
        .containsExactly(
            new LedgerEntry(1, People.NOW, Action.MERGE, older, younger, null, 2, false));
    assertThat(person(people.desk(), "u1")).as("after a restart").isEqualTo(older);
    assertThat(people.desk().merges(10)).as("nothing is merged twice").hasSize(1);
  }

  @Test
  void dryRun_tellsWhatWouldChangeAndChangesNothing() {
    merged();
    people.link(4, "user:u3", "phone:p3");
    ResolveReport report = people.desk().resolve(true, 0);
    assertThat(report.applied()).isFalse();
    assertThat(report.merges()).isEqualTo(1);
    assertThat(report.founded()).isEqualTo(1);
    assertThat(report.persons()).isEqualTo(2);
    assertThat(report.identifiers()).isEqualTo(6);
    assertThat(report.merged().getFirst().accounts()).containsExactly("u1", "u2");
    assertThat(people.ledger.entries(10)).isEmpty();
    assertThat(people.ledger.state().persons()).hasSize(2);
  }

  @Test
  void resolve_aboveTheCap_isRefusedUnlessToldAnother() {
    IdentityDesk desk = merged();
    assertThatThrownBy(() -> desk.resolve(false, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cap: at least 1 is required by the merges of this run, got 0");
    assertThat(people.ledger.entries(10)).isEmpty();
    assertThat(desk.resolve(false, 1).merges()).isEqualTo(1);
    assertThat(people.ledger.entries(10)).hasSize(1);
  }

  @Test
  void runOfItsOwnAccord_leavesOutMergesAboveTheCap() {
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
    merged();
    people.link(4, "user:u1", "cookie:c1");
    IdentityDesk desk = people.desk(careful);
    assertThat(person(desk, "u1")).isNotEqualTo(person(desk, "u2"));
    assertThat(person(desk, "c1")).as("the rest is done").isEqualTo(person(desk, "u1"));
    assertThat(people.ledger.entries(10)).isEmpty();
    desk.resolve(false, 1);
    assertThat(person(desk, "u1")).isEqualTo(person(desk, "u2"));
  }

  @Test
  void undo_separatesAndLaterRunsKeepItSo() {
    IdentityDesk desk = merged();
    String kept = person(desk, "u1");
    LedgerEntry undo = desk.undo(1);
    assertThat(undo.undoes()).isEqualTo(1);
    for (IdentityDesk any : List.of(desk, people.desk())) {
      assertThat(person(any, "u2")).isEqualTo(kept);
      assertThat(person(any, "u1")).isEqualTo(undo.aliasId());
      assertThat(any.directory().personOf(id("phone:p1")).id()).isEqualTo(undo.aliasId());
      assertThat(any.resolve(false, null).merges()).isZero();
    }
    people.link(9, "user:u1", "cookie:new").link(9, "user:u2", "cookie:other");
    assertThat(person(desk, "new")).isEqualTo(undo.aliasId());
    assertThat(person(desk, "other")).isEqualTo(kept);
    desk.undo(undo.id());
    assertThat(person(desk, "u1")).as("taken back, they merge again").isEqualTo(kept);
    assertThat(desk.merges(10)).hasSize(4);
  }

  @Test
  void identifierThatBecomesAHub_leavesThePersonWhoKeepsTheId() {
    people.link(1, "user:u1", "phone:p1").link(2, "user:u1", "device:d1");
    IdentityDesk desk = people.desk();
    String person = person(desk, "u1");
    people.link(3, "user:u2", "device:d1").link(3, "user:u2", "phone:p2");
    ResolveReport report = desk.resolve(false, null);
    assertThat(report.hubs()).isEqualTo(1);
    assertThat(report.released()).isEqualTo(1);
    assertThat(person(desk, "u1")).isEqualTo(person);
    assertThat(person(desk, "u2")).isNotEqualTo(person);
    assertThat(desk.directory().personOf(id("device:d1")).linked()).isFalse();
  }

  @Test
  void personThatFallsApart_staysWithItsFounder() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(2, "phone:p1", "device:d1", "wifi-page", .95, "store")
        .link(3, "device:d1", "member:m1")
        .link(3, "device:d1", "cookie:c1");
    IdentityDesk desk = people.desk();
    String person = person(desk, "u1");
    people.links.remove(1);
    people.changed();
    assertThat(person(desk, "u1")).isEqualTo(person);
    String other = desk.directory().personOf(id("member:m1")).id();
    assertThat(other).isNotEqualTo(person);
    people.link(4, "phone:p1", "device:d1", "wifi-page", .95, "store");
    assertThat(desk.directory().personOf(id("member:m1")).id()).isEqualTo(person);
    assertThat(desk.merges(10)).hasSize(1);
  }

  @Test
  void personWhoseLinksComeBack_isNotFoundedAgain() {
    people.link(1, "user:u1", "phone:p1");
    IdentityDesk desk = people.desk();
    String person = person(desk, "u1");
    List<LinkFact> links = List.copyOf(people.links);
    people.links.clear();
    assertThat(desk.resolve(false, null).released()).isEqualTo(2);
    people.changed().links.addAll(links);
    ResolveReport report = desk.resolve(false, null);
    assertThat(report.founded()).isZero();
    assertThat(report.moved()).isEqualTo(2);
    assertThat(person(desk, "u1")).isEqualTo(person);
  }

  @Test
  void linksAtOrAfterT_areNotRead() {
    people.link(1, "user:u1", "phone:p1").link(5, "user:u1", "device:d1");
    IdentityDesk desk = people.desk();
    String person = person(desk, "u1");
    assertThat(desk.directory(day(5)).personOf(id("device:d1")).linked()).isFalse();
    assertThat(desk.directory(day(5)).personOf("u1").id()).isEqualTo(person);
    assertThat(desk.directory(day(5).plusSeconds(1)).personOf(id("device:d1")).id())
        .isEqualTo(person);
    people.link(400, "user:u1", "cookie:ahead");
    assertThat(desk.directory().personOf("ahead").linked())
        .as("a link ahead of the clock")
        .isFalse();
  }

  @Test
  void poisonedFuture_changesNoEarlierAnswer() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(2, "user:u2", "device:d2")
        .seen("user", "shop", "u1")
        .seen("device", "store", "d2");
    List<MatchRow> rows = people.desk().matchRate(day(3));
    String before = people.desk().directory(day(3)).personOf("u1").id();
    for (int i = 0; i < 200; i++) {
      people.link(3 + i % 5, "user:u1", "device:d" + i).link(4, "user:u2", "phone:p1");
    }
    people.user(9, "u9", "verified", "city", "x").consent(9, "u8", "wifi", true);
    assertThat(people.desk().matchRate(day(3))).isEqualTo(rows);
    assertThat(people.desk().directory(day(3)).personOf("u1").id()).isEqualTo(before);
    assertThat(people.desk().directory(day(3)).personOf(id("device:d2")).id())
        .isEqualTo(people.desk().directory(day(3)).personOf("u2").id());
  }

  @Test
  void changeByAnother_isReadAgain() {
    people.link(1, "user:u1", "phone:p1");
    people.ledger.refusals = 2;
    assertThat(people.desk().directory().personOf("u1").linked()).isTrue();
    people.link(2, "user:u2", "phone:p2");
    people.ledger.refusals = 1_000;
    assertThatThrownBy(() -> people.desk().directory())
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void show_namesTheEvidenceOfEachLink() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(2, "user:u1", "cookie:c1", "guess", .3, "crm")
        .consent(1, "u1", "wifi", true)
        .consent(2, "u1", "wifi", false)
        .user(1, "u1", "declared", "city", "上海");
    IdentityDesk desk = people.desk();
    PersonView view = desk.show("u1", null).orElseThrow();
    assertThat(view.identifiers())
        .containsExactly(
            new PersonView.Held("phone", "p1", 1), new PersonView.Held("user", "u1", 1));
    assertThat(view.links())
        .containsExactly(
            new PersonView.Edge(
                "l0",
                new PersonView.Name("user", "u1"),
                new PersonView.Name("phone", "p1"),
                "login",
                1,
                "shop",
                day(1),
                null),
            new PersonView.Edge(
                "l1",
                new PersonView.Name("user", "u1"),
                new PersonView.Name("cookie", "c1"),
                "guess",
                .3,
                "crm",
                day(2),
                LinkRules.BELOW_FLOOR));
    assertThat(view.consents()).containsExactly(new ConsentView("wifi", false, day(2), "u1"));
    assertThat(view.attributes())
        .isEqualTo(Map.of("city", new AttributeView("上海", "declared", day(1), "u1")));
    assertThat(desk.show(view.personId(), null)).contains(view);
    assertThat(desk.show("p1", null)).contains(view);
    assertThat(desk.show("c1", null).orElseThrow().linked()).isFalse();
    assertThat(desk.show("nobody", null)).isEmpty();
  }

  @Test
  void attributes_ofSeveralAccounts_goByTheRuleOfTheField() {
    people
        .link(1, "user:u1", "user:u2", "order", null, "shop")
        .user(1, "u1", "verified", "city", "verified old")
        .user(5, "u2", "inferred", "city", "inferred new");
    people.user(1, "u1", "declared", "age", "old").user(2, "u2", "declared", "age", "new");
    assertThat(people.desk().show("u1", null).orElseThrow().attributes().entrySet())
        .extracting(a -> a.getKey() + "=" + a.getValue().value())
        .containsExactly("age=new", "city=verified old");
    IdentityConfig d = IdentityConfig.DEFAULT;
    var other = new IdentityConfig(
        d.kinds(),
        d.confidences(),
        d.otherwise(),
        d.floor(),
        d.floors(),
        d.requiredEvidence(),
        d.maxAccounts(),
        d.maxTies(),
        d.placeholders(),
        Map.of("city", FieldRule.NEWEST, "age", FieldRule.OLDEST),
        d.mergeCap());
    assertThat(people.desk(other).show("u1", null).orElseThrow().attributes().entrySet())
        .extracting(a -> a.getKey() + "=" + a.getValue().value())
        .containsExactly("age=old", "city=inferred new");
  }

  @Test
  void matchRate_countsByKindAndSource() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(1, "user:u1", "device:d1")
        .link(1, "user:u1", "cookie:c1")
        .link(1, "device:d2", "phone:p2", "wifi-page", .95, "store-1")
        .link(1, "user:u3", "author:a3", "declared-handle", null, "shop")
        .user(1, "u1", "declared", "city", "x")
        .user(1, "u2", "declared", "city", "x")
        .seen("user", "shop", "u1")
        .seen("user", "app", "u1")
        .seen("user", "shop", "u2")
        .seen("user", "shop", "u3")
        .seen("user", "shop", "c1")
        .seen("user", "shop", "c2")
        .seen("device", "store-1", "d1")
        .seen("device", "store-1", "d2")
        .seen("device", "store-2", "d3")
        .seen("member", "store-1", "u1");
    List<MatchRow> rows = people.desk().matchRate(null);
    assertThat(rows)
        .contains(
            new MatchRow("user", null, "any", 3, 1, 1 / 3.0),
            new MatchRow("user", null, "author", 3, 1, 1 / 3.0),
            new MatchRow("user", "app", "any", 1, 1, 1),
            new MatchRow("user", "shop", "phone", 3, 1, 1 / 3.0),
            new MatchRow("cookie", "shop", "user", 2, 1, .5),
            new MatchRow("device", null, "user", 3, 1, 1 / 3.0),
            new MatchRow("device", "store-1", "any", 2, 2, 1),
            new MatchRow("device", "store-2", "any", 1, 0, 0),
            new MatchRow("member", "store-1", "phone", 1, 1, 1),
            new MatchRow("phone", null, "user", 2, 1, .5));
    assertThat(rows).allSatisfy(row -> assertThat(row.ids()).isPositive());
  }

  @Test
  void sources_countTheUsersOfEachGroupAndTheMatchedOnes() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(1, "user:u3", "author:a3", "declared-handle", null, "shop")
        .seen("user", "shop", "u1")
        .seen("user", "app", "u1")
        .seen("user", "shop", "u2")
        .seen("user", "shop", "u3")
        .seen("user", "shop", "u4")
        .seen("device", "shop", "u1");

    assertThat(people.desk().sources(user -> user.equals("u4") ? null : "P", null))
        .as("a handle is no match, a device is no user, u4 is of no group")
        .containsExactly(
            new SourceMatch("P", "app", 1, 1, 1), new SourceMatch("P", "shop", 3, 1, 1 / 3.0));
    assertThat(people.desk().sources(user -> "P", day(1)))
        .as("links at T are not read")
        .allSatisfy(row -> assertThat(row.matched()).isZero());
  }

  @Test
  void linkedTo_andForget_reachAllIdentifiers() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(1, "user:u1", "author:a1", "declared-handle", null, "shop")
        .link(1, "user:u2", "phone:p2");
    IdentityDesk desk = people.desk();
    assertThat(desk.linkedTo(Set.of("p1", "nobody")))
        .containsExactlyInAnyOrder("u1", "p1", "a1", "nobody");
    people.links.removeIf(link -> link.from().value().equals("u1"));
    people.changed();
    assertThat(desk.forget(Set.of("u1", "p1", "a1"))).isEqualTo(3);
    assertThat(people.ledger.state().ties()).hasSize(2);
    assertThat(desk.directory().personOf("u1").linked()).isFalse();
  }
}
