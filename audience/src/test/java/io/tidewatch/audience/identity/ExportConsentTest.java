package io.tidewatch.audience.identity;

import static io.tidewatch.audience.identity.People.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.audience.identity.ExportConsent.Export;
import io.tidewatch.audience.identity.ExportConsent.Exported;
import io.tidewatch.model.identity.PersonDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a purpose allows to export, and that a device seen by sensors alone is never among them. */
class ExportConsentTest {
  private static final String ADS = "advertising";

  private final People people = new People();

  private Export decide(String... audience) {
    return people.desk().exports().decide(Arrays.asList(audience), ADS, null);
  }

  @Test
  void newestDecisionAboutThePurpose_decides() {
    people
        .link(1, "user:yes", "phone:p1")
        .seen("user", "shop", "yes")
        .seen("user", "shop", "no")
        .seen("user", "shop", "silent")
        .seen("user", "shop", "wifi-only")
        .seen("user", "shop", "back")
        .consent(1, "yes", ADS, true)
        .consent(1, "no", ADS, true)
        .consent(2, "no", ADS, false)
        .consent(1, "wifi-only", "wifi", true)
        .consent(2, "back", ADS, true)
        .consent(1, "back", ADS, false)
        .consent(2, "tie", ADS, true)
        .consent(2, "tie", ADS, false);
    Export export = decide("yes", "no", "silent", "wifi-only", "back", "tie", "nobody");
    String person = people.desk().directory().personOf("yes").id();
    assertThat(export.allowed().getFirst())
        .isEqualTo(new Exported("yes", person, List.of("yes"), List.of("p1")));
    assertThat(export.allowed()).extracting(Exported::key).containsExactly("yes", "back");
    assertThat(export.refused())
        .isEqualTo(Map.of(
            ExportConsent.WITHDRAWN, 2L,
            ExportConsent.NO_CONSENT, 2L,
            ExportConsent.UNKNOWN, 1L));
    assertThat(people.desk().exports().decide(List.of("no"), ADS, day(2)).allowed())
        .as("as of a time before the no")
        .hasSize(1);
  }

  @Test
  void isSensedOnly_deviceThatActs_untilAnAccountIsTied() {
    people
        .seen("device", "store", "d1")
        .seen("user", "app", "d1")
        .seen("device", "store", "d2")
        .seen("user", "app", "d2")
        .seen("user", "app", "u1")
        .link(1, "user:u1", "device:d2");
    var desk = people.desk();
    assertThat(desk.isSensedOnly("d1")).isTrue();
    assertThat(desk.isSensedOnly("d2")).as("tied to an account").isFalse();
    assertThat(desk.isSensedOnly("u1")).isFalse();
    assertThat(desk.isSensedOnly("nobody")).isFalse();
    people.link(2, "user:u9", "device:d1");
    assertThat(desk.isSensedOnly("d1")).as("after a link").isFalse();
  }

  @Test
  void onePersonByManyIds_isExportedOnceWithoutDevicesOrCookies() {
    people
        .link(1, "user:u1", "phone:p1")
        .link(1, "user:u1", "device:d1")
        .link(1, "user:u1", "cookie:c1")
        .seen("device", "store", "d1")
        .consent(1, "u1", ADS, true);
    String person = people.desk().directory().personOf("u1").id();
    Export export = decide("c1", "u1", person, "d1", "p1");
    assertThat(export.allowed())
        .containsExactly(new Exported("c1", person, List.of("u1"), List.of("p1")));
    assertThat(export.refused()).isEqualTo(Map.of(ExportConsent.SAME_PERSON, 4L));
  }

  @Test
  void withdrawalOnAnyAccountOfAPerson_countsIfItIsTheNewest() {
    people
        .link(1, "user:u1", "user:u2", "order", null, "shop")
        .consent(1, "u1", ADS, true)
        .consent(3, "u2", ADS, false);
    assertThat(decide("u1").refused()).isEqualTo(Map.of(ExportConsent.WITHDRAWN, 1L));
    people.consent(4, "u1", ADS, true);
    assertThat(decide("u2").allowed()).hasSize(1);
  }

  @Test
  void sensedDevice_neverEntersAnExportHoweverItIsTried() {
    String device = "5f3a";
    people.seen("device", "store-1", device).link(1, "user:u1", "phone:p1");
    PersonDirectory directory = people.desk().directory();
    var tries = new ArrayList<String>(List.of(
        device,
        directory.personOf(device).id(),
        directory.personOf(People.id("device:" + device)).id(),
        device.toUpperCase(java.util.Locale.ROOT),
        " " + device));
    everyTryIsRefused(tries, "as an id of a seed, raw or as a person");

    people.consent(1, device, ADS, true);
    everyTryIsRefused(tries, "with a consent under the device's own id");

    people.seen("user", "shop", device).user(1, device, "verified", "city", "x");
    everyTryIsRefused(tries, "with behaviour and attributes under the device's own id");

    people.link(1, "device:" + device, "user:u1", "seen-together", 1.0, "sensor");
    everyTryIsRefused(tries, "with a link nobody consented to");

    people.link(1, "device:" + device, "user:u1", "wifi-page", .2, "sensor");
    everyTryIsRefused(tries, "with a link too weak to be used");

    people.link(1, "device:" + device, "cookie:c1").consent(1, "c1", ADS, true);
    tries.addAll(List.of("c1", people.desk().directory().personOf("c1").id()));
    everyTryIsRefused(tries, "tied to a cookie alone");

    people.link(1, "device:" + device, "device:other");
    everyTryIsRefused(tries, "tied to another device");

    people.link(1, "user:" + device, "device:other");
    everyTryIsRefused(tries, "under the name of an account");
  }

  @Test
  void sensedDevice_sharedByMany_doesNotEnterByAnyOfThem() {
    people.seen("device", "store-1", "d");
    for (int i = 0; i < 50; i++) {
      people.link(1, "user:u" + i, "device:d");
    }
    people.consent(1, "u0", ADS, true);
    Export export = decide("d", "u0");
    assertThat(export.allowed()).extracting(Exported::userIds).containsExactly(List.of("u0"));
    assertThat(export.refused()).isEqualTo(Map.of(ExportConsent.SENSED_ONLY, 1L));
  }

  @Test
  void visitorOfTheWifiPage_needsConsentToThePurposeItself() {
    people
        .seen("device", "store-1", "d1")
        .link(1, "device:d1", "phone:p1", "wifi-page", .95, "store-1")
        .consent(1, "d1", ADS, true);
    assertThat(decide("d1").refused()).isEqualTo(Map.of(ExportConsent.NO_CONSENT, 1L));
    people.link(2, "user:u1", "phone:p1").consent(2, "u1", ADS, true);
    assertThat(decide("d1").allowed())
        .as("once an account with consent is the same person")
        .extracting(Exported::userIds)
        .containsExactly(List.of("u1"));
  }

  @Test
  void authorsWithoutDeclaredHandles_areNotExported() {
    people.link(1, "user:u1", "author:a1", "same-name", 1.0, "crawler").consent(1, "u1", ADS, true);
    assertThat(decide("a1").refused()).isEqualTo(Map.of(ExportConsent.UNKNOWN, 1L));
    people.link(1, "user:u1", "author:a1", "declared-handle", null, "shop");
    assertThat(decide("a1").allowed()).extracting(Exported::userIds).containsExactly(List.of("u1"));
  }

  @Test
  void emptyAudienceAndBlankPurpose() {
    assertThat(decide().allowed()).isEmpty();
    assertThat(decide().refused()).isEmpty();
    assertThatThrownBy(() -> people.desk().exports().decide(List.of("u1"), " ", null))
        .hasMessage("purpose: is required, got nothing");
  }

  private void everyTryIsRefused(List<String> tries, String how) {
    Export export = decide(tries.toArray(String[]::new));
    assertThat(export.allowed()).as(how).isEmpty();
    assertThat(export.refused().values().stream().mapToLong(n -> n).sum()).isEqualTo(tries.size());
  }
}
