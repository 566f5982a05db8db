package io.tidewatch.audience.identity;

import static io.tidewatch.audience.identity.People.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is one person by links alone. */
class IdentityGraphTest {
  private static IdentityGraph graph(People people) {
    return graph(people, IdentityConfig.DEFAULT);
  }

  private static IdentityGraph graph(People people, IdentityConfig config) {
    var builder = new GraphBuilder(config);
    people.links.forEach(builder::add);
    return builder.build(identifier -> null, (one, other) -> false);
  }

  private static List<String> persons(IdentityGraph graph) {
    return graph.components().stream()
        .map(c -> c.members().stream()
            .map(m -> m.kind() + ":" + m.value())
            .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void links_ofOnePerson_makeOneComponentUnderTheirFirstAccount() {
    var graph = graph(new People()
        .link(2, "user:u1", "phone:p1")
        .link(1, "device:d1", "phone:p1", "wifi-page", .95, "store-1")
        .link(3, "user:u1", "cookie:c1")
        .link(4, "user:u2", "cookie:c2"));
    assertThat(persons(graph))
        .containsExactly("cookie:c1 device:d1 phone:p1 user:u1", "cookie:c2 user:u2");
    assertThat(graph.components().getFirst().founder()).isEqualTo(id("device:d1"));
    assertThat(graph.components().get(1).founder()).isEqualTo(id("user:u2"));
    assertThat(graph.components().getFirst().foundedAt()).isEqualTo(People.day(1));
    assertThat(graph.strength(id("device:d1"))).isEqualTo(.95);
    assertThat(graph.strength(id("phone:p1"))).isEqualTo(1);
    assertThat(graph.componentOf(id("user:nobody"))).isEqualTo(-1);
  }

  @Test
  void kinds_underOtherNames_areTheSame() {
    assertThat(persons(
            graph(new People().link(1, "account:u1", "mobile:p1").link(2, "tel:p1", "mac:d1"))))
        .containsExactly("device:d1 phone:p1 user:u1");
  }

  @Test
  void cycles_andRepeatedLinks_areHarmless() {
    var graph = graph(new People()
        .link(1, "user:u1", "phone:p1")
        .link(2, "phone:p1", "device:d1")
        .link(3, "device:d1", "user:u1")
        .link(4, "user:u1", "phone:p1")
        .link(5, "phone:p1", "user:u1")
        .link(6, "user:u1", "user:u1"));
    assertThat(persons(graph)).containsExactly("device:d1 phone:p1 user:u1");
    assertThat(graph.refused()).isEqualTo(Map.of(LinkRules.SELF, 1L));
  }

  @Test
  void anyOrderOfLinks_givesTheSameGraph() {
    var random = new Random(7);
    var people = new People();
    String[] kinds = {"user", "user", "phone", "device", "cookie", "member"};
    for (int i = 0; i < 600; i++) {
      String from = kinds[random.nextInt(kinds.length)];
      String to = kinds[random.nextInt(kinds.length)];
      people.link(
          random.nextInt(9),
          from + ":" + random.nextInt(60),
          to + ":" + random.nextInt(60),
          "login",
          random.nextInt(6, 11) / 10.0,
          random.nextBoolean() ? "shop" : "store");
    }
    IdentityGraph expected = graph(people);
    assertThat(expected.components().size()).isBetween(10, 200);
    assertThat(expected.refused()).containsKeys(GraphBuilder.CONFLICT, GraphBuilder.HUB);
    for (long seed = 0; seed < 20; seed++) {
      IdentityGraph other = graph(people.shuffled(seed));
      assertThat(other.components()).isEqualTo(expected.components());
      assertThat(other.hubs()).isEqualTo(expected.hubs());
      assertThat(other.refused()).isEqualTo(expected.refused());
    }
  }

  @Test
  void deviceOfTenThousandAccounts_tiesNobodyAndIsReported() {
    var people = new People().link(0, "user:u7", "phone:p7");
    for (int i = 0; i < 10_000; i++) {
      people.link(1, "user:u" + i, "device:kiosk");
    }
    var graph = graph(people);
    assertThat(persons(graph)).containsExactly("phone:p7 user:u7");
    assertThat(graph.hubs()).containsExactly(new Hub("device", "kiosk", 10_000, 10_000));
    assertThat(graph.refused()).isEqualTo(Map.of(GraphBuilder.HUB, 10_000L));
    assertThat(graph.componentOf(id("device:kiosk"))).isEqualTo(-1);
  }

  @Test
  void phoneOfManyDevices_isAHubToo() {
    var people = new People().link(0, "user:u1", "phone:shared");
    for (int i = 0; i < 100; i++) {
      people.link(1, "device:d" + i, "phone:shared");
    }
    assertThat(graph(people).hubs()).containsExactly(new Hub("phone", "shared", 1, 101));
    people.links.removeLast();
    assertThat(graph(people).hubs()).isEmpty();
  }

  @Test
  void deviceOfTwoAccounts_isSharedWithinASourceAndJoinsAcrossSources() {
    var household = new People().link(1, "user:u1", "device:d").link(2, "user:u2", "device:d");
    assertThat(persons(graph(household))).isEmpty();
    assertThat(graph(household).hubs()).containsExactly(new Hub("device", "d", 2, 2));
    var shops = new People()
        .link(1, "user:u1", "device:d")
        .link(2, "user:x1", "device:d", "login", null, "other-shop");
    assertThat(persons(graph(shops))).containsExactly("device:d user:u1 user:x1");
  }

  @Test
  void accountsDeclaredOne_countOnce() {
    var declared = new People()
        .link(1, "user:u1", "user:u2", "order", null, "shop")
        .link(2, "user:u1", "device:d")
        .link(3, "user:u2", "device:d");
    assertThat(persons(graph(declared))).containsExactly("device:d user:u1 user:u2");
    var many = new People();
    for (int i = 1; i <= 6; i++) {
      many.link(1, "user:boss", "user:u" + i, "order", null, "shop");
    }
    assertThat(persons(graph(many))).isEmpty();
    assertThat(graph(many).hubs()).containsExactly(new Hub("user", "boss", 6, 6));
  }

  @Test
  void chainThroughTwoClearIdentifiers_doesNotJoinTwoAccounts() {
    var people = new People()
        .link(1, "user:u1", "phone:p1")
        .link(2, "user:u2", "device:d2")
        .link(3, "device:d2", "phone:p1", "wifi-page", .95, "store-1");
    var graph = graph(people);
    assertThat(persons(graph)).containsExactly("phone:p1 user:u1", "device:d2 user:u2");
    assertThat(graph.cut("l2")).isEqualTo(GraphBuilder.CONFLICT);
    assertThat(graph.cut("l0")).isNull();
  }

  @Test
  void phoneOfTwoAccounts_joinsThemAndOfThreeNobody() {
    var people = new People().link(1, "user:u1", "phone:p").link(2, "user:u2", "phone:p");
    assertThat(persons(graph(people))).containsExactly("phone:p user:u1 user:u2");
    people.link(3, "user:u3", "phone:p");
    assertThat(persons(graph(people))).isEmpty();
  }

  @Test
  void linkBelowTheFloor_isNotUsed() {
    var people = new People()
        .link(1, "user:u1", "cookie:c1", "guess", .79, "shop")
        .link(1, "user:u2", "cookie:c2", "guess", .8, "shop")
        .link(1, "user:u3", "cookie:c3", "guess", null, "shop")
        .link(1, "user:u4", "cookie:c4", "login", null, "shop")
        .link(1, "user:u5", "cookie:c5", "login", Double.NaN, "shop");
    var graph = graph(people);
    assertThat(persons(graph)).containsExactly("cookie:c2 user:u2", "cookie:c4 user:u4");
    assertThat(graph.refused()).isEqualTo(Map.of(LinkRules.BELOW_FLOOR, 3L));
  }

  @Test
  void authors_meetBuyersOnlyThroughDeclaredHandles() {
    var people = new People()
        .link(1, "user:u1", "author:a1", "login", 1.0, "shop")
        .link(1, "user:u2", "handle:a2", "same-name", 1.0, "crawler")
        .link(1, "device:d3", "social:a3", "wifi-page", 1.0, "store")
        .link(1, "author:a5", "author:a6", "same-style", 1.0, "crawler")
        .link(1, "user:u4", "author:a4", "declared-handle", null, "shop");
    var graph = graph(people);
    assertThat(persons(graph)).containsExactly("author:a4 user:u4");
    assertThat(graph.refused()).isEqualTo(Map.of(LinkRules.NOT_DECLARED, 4L));
  }

  @Test
  void devices_needEvidenceOfTheirOwnersDoing() {
    var graph = graph(new People()
        .link(1, "user:u1", "device:d1", "seen-together", 1.0, "sensor")
        .link(1, "device:d2", "phone:p2", "nearby", 1.0, "sensor"));
    assertThat(persons(graph)).isEmpty();
    assertThat(graph.refused()).isEqualTo(Map.of(LinkRules.OTHER_EVIDENCE, 2L));
  }

  @Test
  void placeholders_tieNobody() {
    var graph = graph(new People()
        .link(1, "user:u1", "cookie:unknown")
        .link(1, "user: NULL ", "cookie:c2")
        .link(1, "user:u3", "cookie:c3"));
    assertThat(persons(graph)).containsExactly("cookie:c3 user:u3");
    assertThat(graph.refused()).isEqualTo(Map.of(LinkRules.PLACEHOLDER, 2L));
  }

  @Test
  void personsKeptApart_areNotJoinedByAnyTie() {
    var builder = new GraphBuilder(IdentityConfig.DEFAULT);
    new People()
        .link(1, "user:u1", "phone:p")
        .link(2, "phone:p", "user:u2")
        .link(3, "user:u1", "user:u2", "order", null, "shop")
        .links
        .forEach(builder::add);
    Map<Identifier, String> anchors = Map.of(id("user:u1"), "A", id("user:u2"), "B");
    IdentityGraph graph = builder.build(anchors::get, (one, other) -> !one.equals(other));
    assertThat(persons(graph)).containsExactly("phone:p user:u1");
    assertThat(graph.componentOf(id("user:u2"))).isEqualTo(-1);
  }

  @Test
  void config_badNumbers_areNamed() {
    IdentityConfig d = IdentityConfig.DEFAULT;
    assertThatThrownBy(() -> new IdentityConfig(
            d.kinds(), Map.of(), .5, 1.1, Map.of(), Map.of(), Map.of(), 1, Set.of(), Map.of(), 1))
        .hasMessage("floor: 0 to 1 is required, got 1.1");
    assertThatThrownBy(() -> new IdentityConfig(
            d.kinds(),
            Map.of(),
            .5,
            .5,
            Map.of(),
            Map.of(),
            Map.of("device", 0),
            1,
            Set.of(),
            Map.of(),
            1))
        .hasMessage("maxAccounts: at least 1 is required, got 0");
    assertThatThrownBy(() -> new IdentityConfig(
            d.kinds(), Map.of(), .5, .5, Map.of(), Map.of(), Map.of(), 1, Set.of(), Map.of(), -1))
        .hasMessage("mergeCap: a number of at least 0 is required, got -1");
    assertThat(d.maxAccounts("device")).isEqualTo(1);
  }
}
