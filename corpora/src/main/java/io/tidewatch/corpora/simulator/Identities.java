package io.tidewatch.corpora.simulator;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The telephone number, devices and cookies of people, all made up: numbers of a range that is not
 * assigned, locally administered addresses. They follow from the seed. Safe from any thread.
 */
final class Identities {
  /** Devices of a person, at most. */
  static final int DEVICES = 3;

  private static final double HANDLE = .3;

  private final SimulatorConfig config;
  private final long key;

  Identities(SimulatorConfig config) {
    this.config = config;
    this.key = Chance.key(config.seed(), "identity");
  }

  /** A device with the cookie of its browser, in use from that day until the next one. */
  record Device(String address, String cookie, int fromDay) {}

  /** Whether the records link the person's identifiers. */
  boolean linked(int person) {
    return chance(person, "linked").happens(config.crowd().linkedShare());
  }

  /** Whether the person has told the shop under which name he or she posts. */
  boolean handleDeclared(int person) {
    return chance(person, "handle").happens(HANDLE);
  }

  /** Whether the person consents to the page of a store's Wi-Fi when asked. */
  boolean consents(int person) {
    return chance(person, "consent").happens(config.crowd().consentShare());
  }

  String phone(int person) {
    return String.format(Locale.ROOT, "100%08d", person + 1);
  }

  /** The devices one after the other. */
  List<Device> devices(int person) {
    var chance = chance(person, "devices");
    var devices = new ArrayList<Device>(1);
    double day = 0;
    while (devices.size() < DEVICES && day < config.days()) {
      long number = Hashes.mix(Hashes.mix(key, person), devices.size());
      String hex = HexFormat.of().toHexDigits(number);
      String address = "02:" + hex.substring(0, 2) + ":" + hex.substring(2, 4) + ":"
          + hex.substring(4, 6) + ":" + hex.substring(6, 8) + ":" + hex.substring(8, 10);
      devices.add(new Device(address, "ck" + hex, (int) day));
      double rate = config.crowd().newDevicesPerYear() / 365;
      if (rate == 0) {
        break;
      }
      day += 1 + chance.exponential() / rate;
    }
    return List.copyOf(devices);
  }

  /** The place among the person's devices of the one in use on a day. */
  int current(List<Device> devices, int day) {
    int current = 0;
    for (int i = 1; i < devices.size(); i++) {
      if (devices.get(i).fromDay() <= day) {
        current = i;
      }
    }
    return current;
  }

  private Chance chance(int person, String what) {
    return Chance.keyed(Hashes.mix(key, what.hashCode()), person);
  }
}
