package io.tidewatch.corpora.simulator;

import io.tidewatch.model.record.IdentityLink.Identifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Visits to stores whose sensors see the devices in people's pockets. Who consents at the first
 * visit signs in on the Wi-Fi page, which links device and telephone number; the others stay
 * devices without a name.
 */
final class StoreVisits {
  private static final List<String> ZONES = List.of("entrance", "shelves", "fitting", "till");
  private static final double BUYS = .2;
  private static final int ASKED = 4;
  private static final int SIGNED_IN = 5;

  private final Scene scene;
  private final Memory memory;
  private final ShopLog log;

  StoreVisits(Scene scene, Memory memory, ShopLog log) {
    this.scene = scene;
    this.memory = memory;
    this.log = log;
  }

  void visit(Person person, int day, Instant at, Chance chance) {
    int number = person.number();
    int home = Math.floorMod(Hashes.mix(number, 7), scene.config().stores().count());
    String store = "store-" + (home + 1);
    var devices = scene.identities().devices(number);
    int current = scene.identities().current(devices, day);
    String device = devices.get(current).address();
    int zones = chance.integer(2, ZONES.size());
    for (int i = 0; i < zones; i++) {
      double signal = -chance.integer(45, 85);
      log.sensed(store, ZONES.get(i), device, at.plusSeconds(240L * i), signal);
    }
    boolean consents = scene.identities().consents(number);
    if (memory.learns(number, ASKED)) {
      log.consent(person, "wifi", consents, at.plusSeconds(60));
    }
    if (consents && current < 3 && memory.learns(number, SIGNED_IN + current)) {
      log.link(
          new Identifier("device", device),
          new Identifier("phone", scene.identities().phone(number)),
          "wifi-page",
          .95,
          at.plusSeconds(61));
    }
    if (chance.happens(BUYS)) {
      BigDecimal amount = BigDecimal.valueOf(chance.integer(2_000, 60_000), 2);
      String member = scene.identities().linked(number) ? person.id() : null;
      log.storeSale(store, at.plusSeconds(1_200), amount, member);
    }
  }
}
