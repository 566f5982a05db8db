package io.tidewatch.behavior;

import static io.tidewatch.behavior.Facts.at;
import static io.tidewatch.behavior.Facts.click;
import static io.tidewatch.behavior.Facts.deletion;
import static io.tidewatch.behavior.Facts.envelope;
import static io.tidewatch.behavior.Facts.order;
import static io.tidewatch.behavior.Facts.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.behavior.AttributeFact;
import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.SeenIdentifier;
import io.tidewatch.model.behavior.StoreFacts;
import io.tidewatch.model.behavior.StoredRecord;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.Consent;
import io.tidewatch.model.record.IdentityLink;
import io.tidewatch.model.record.IdentityLink.Identifier;
import io.tidewatch.model.record.Sensor;
import io.tidewatch.model.record.StoreSale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every behaviour store tells of people. A subclass opens one. */
public abstract class PersonFactsContract<S extends BehaviorStore & PersonFacts & StoreFacts>
    extends OpenedStore<S> {
  private static final String T0 = "2025-06-01T00:00:00Z";
  private static final String T1 = "2025-06-02T00:00:00.123456Z";
  private static final String T2 = "2025-06-03T00:00:00Z";
  private static final Instant LATE = at("2026-01-01T00:00:00Z");

  /** Lets the engine tidy its files, if it does such a thing. */
  protected abstract void tidy();

  private static IdentityLink link(String id, String at, String to, @Nullable Double confidence) {
    return new IdentityLink(
        envelope(null, id, at, to, confidence),
        id,
        new Identifier("user", "u1"),
        new Identifier("phone", to),
        "login",
        confidence,
        at(at));
  }

  private static Consent consent(String id, String user, String at, boolean granted) {
    return new Consent(envelope(null, id, user, at, granted), id, user, "wifi", granted, at(at));
  }

  private static Sensor sensor(String id, String device, String at) {
    return sensorAt("store-1", id, device, at);
  }

  private static Sensor sensorAt(String storeId, String id, String device, String at) {
    return new Sensor(
        envelope(null, id, device, at), id, storeId, null, device, "wifi", at(at), -50.5);
  }

  private static <T> List<T> read(Instant before, BiConsumer<Instant, Consumer<T>> reading) {
    var all = new ArrayList<T>();
    reading.accept(before, all::add);
    return all;
  }

  @Test
  void everything_whenEmpty_answersWithNothing() {
    assertThat(read(LATE, store::identityLinks)).isEmpty();
    assertThat(read(LATE, store::consents)).isEmpty();
    assertThat(read(LATE, store::attributes)).isEmpty();
    assertThat(read(LATE, store::seenIdentifiers)).isEmpty();
    assertThat(read(Instant.EPOCH, store::identityLinks)).isEmpty();
    assertThat(store.recordsOf(Set.of("u1"))).isEmpty();
  }

  @Test
  void sensedDevices_ofAStore_areThoseSeenInTheWindowEachOnce() {
    accept(
        sensor("s1", "d2", T0),
        sensor("s2", "d1", T0),
        sensor("s3", "d1", T1),
        sensor("s4", "d3", T2),
        sensorAt("store-0", "s5", "d9", T1));
    for (int round = 0; round < 2; round++) {
      assertThat(devices("store-1", T0, T1)).containsExactly("d1", "d2");
      assertThat(devices("store-1", T1, T2)).as("T is exclusive").containsExactly("d1");
      assertThat(devices("store-2", T0, T2)).isEmpty();
      assertThat(store.sensingStores(LATE)).containsExactly("store-0", "store-1");
      assertThat(store.sensingStores(at(T1))).containsExactly("store-1");
      assertThat(store.sensingStores(at(T0))).isEmpty();
      tidy();
    }
  }

  private List<String> devices(String storeId, String from, String to) {
    var devices = new ArrayList<String>();
    store.sensedDevices(new Window(at(from), at(to), ZoneOffset.UTC), storeId, devices::add);
    return devices;
  }

  @Test
  void identityLinks_beforeATime_comeInOrderWithEvidence() {
    accept(link("l2", T0, "p2", .5), link("l1", T0, "p1", null), link("l3", T1, "p3", 1.0));
    for (int round = 0; round < 2; round++) {
      assertThat(PersonFactsContract.<LinkFact>read(at(T1), store::identityLinks))
          .as("a link at T is not read")
          .containsExactly(fact("l1", T0, "p1", null), fact("l2", T0, "p2", .5));
      assertThat(PersonFactsContract.<LinkFact>read(at(T1).plusNanos(1000), store::identityLinks))
          .last()
          .isEqualTo(fact("l3", T1, "p3", 1.0));
      tidy();
    }
    accept(deletion("identity", "l1"));
    assertThat(PersonFactsContract.<LinkFact>read(at(T1), store::identityLinks))
        .containsExactly(fact("l2", T0, "p2", .5));
  }

  private static LinkFact fact(String id, String at, String to, @Nullable Double confidence) {
    return new LinkFact(
        id,
        new Identifier("user", "u1"),
        new Identifier("phone", to),
        "login",
        confidence,
        "shop",
        at(at));
  }

  @Test
  void consents_ofAUser_comeInOrderOfTime() {
    accept(
        consent("c2", "u1", T1, false),
        consent("c1", "u1", T0, true),
        consent("c3", "u0", T2, true));
    for (int round = 0; round < 2; round++) {
      assertThat(PersonFactsContract.<ConsentFact>read(LATE, store::consents))
          .containsExactly(
              new ConsentFact("c3", "u0", "wifi", true, "shop", at(T2)),
              new ConsentFact("c1", "u1", "wifi", true, "shop", at(T0)),
              new ConsentFact("c2", "u1", "wifi", false, "shop", at(T1)));
      assertThat(read(at(T1), store::consents)).hasSize(1);
      tidy();
    }
  }

  @Test
  void attributes_ofAnyText_comeBackAsSent() {
    Map<String, String> odd =
        Map.of("city", "上海\"\n\\", "a,b", "{\"x\":1}", "empty", "", "emoji", "😀\u0007");
    accept(user("u1", T0, odd), user("u2", T1, Map.of()));
    for (int round = 0; round < 2; round++) {
      assertThat(PersonFactsContract.<AttributeFact>read(LATE, store::attributes))
          .containsExactly(
              new AttributeFact("u1", odd, "declared", at(T0)),
              new AttributeFact("u2", Map.of(), "declared", at(T1)));
      assertThat(read(at(T1), store::attributes)).hasSize(1);
      tidy();
    }
  }

  @Test
  void seenIdentifiers_ofBehaviour_areCountedByKindAndSource() {
    accept(
        click("c1", "u1", T0, "p1", null),
        click("c2", "u1", T2, "p1", null),
        order("o1", "u2", T0, "p1", "1", null),
        sensor("s1", "d1", T0),
        sale("x1", null),
        sale("x2", "m1"),
        user("u9", T0, Map.of()));
    for (int round = 0; round < 2; round++) {
      assertThat(PersonFactsContract.<SeenIdentifier>read(LATE, store::seenIdentifiers))
          .containsExactly(
              new SeenIdentifier("device", "shop", "d1", 1),
              new SeenIdentifier("member", "shop", "m1", 1),
              new SeenIdentifier("user", "shop", "u1", 2),
              new SeenIdentifier("user", "shop", "u2", 1));
      assertThat(PersonFactsContract.<SeenIdentifier>read(at(T2), store::seenIdentifiers))
          .contains(new SeenIdentifier("user", "shop", "u1", 1));
      tidy();
    }
  }

  private static StoreSale sale(String id, @Nullable String member) {
    return new StoreSale(
        envelope(null, id, member), id, "store-1", at(T0), BigDecimal.ONE, "CNY", member);
  }

  @Test
  void recordsOf_somebody_areAllThatNameAnIdAndNoOthers() {
    accept(
        click("c1", "u1", T0, "p1", null),
        click("c2", "u10", T0, "p1", null),
        link("l1", T0, "p1", .5),
        sensor("s1", "d1", T1),
        user("u1", T0, Map.of("city", "上海")),
        user("u2", T0, Map.of("invitedBy", "u1")),
        consent("n1", "u1", T0, true));
    for (int round = 0; round < 2; round++) {
      List<StoredRecord> records = store.recordsOf(Set.of("u1", "d1"));
      assertThat(records)
          .extracting(r -> r.type() + " " + r.id())
          .containsExactly(
              "click c1", "consent n1", "identity l1", "sensor s1", "user u1", "user u2");
      assertThat(records.get(3).fields())
          .containsEntry("device", "d1")
          .containsEntry("signal_strength", -50.5)
          .containsEntry("source", "shop")
          .containsEntry("received_at", Facts.RECEIVED)
          .doesNotContainKey("store_zone");
      tidy();
    }
    assertThatThrownBy(() -> store.recordsOf(Set.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
