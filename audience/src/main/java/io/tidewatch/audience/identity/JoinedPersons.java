package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.StoreFacts;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Who is who for audiences, from stored links. As long as no link is stored, nobody else is asked.
 * Safe from any thread.
 */
public final class JoinedPersons implements PersonSource {
  /** Of the consent that a visit needs. */
  static final String PURPOSE = "wifi";

  private static final Instant ALL = Instant.parse("2200-01-01T00:00:00Z");

  private final PersonFacts facts;
  private final StoreFacts stores;
  private final Supplier<IdentityDesk> desk;
  private final IdentityConfig config;
  private final boolean joins;
  private long checked = Long.MIN_VALUE;
  private boolean links;

  /**
   * @param desk opened when the first link is there
   * @param joins whether the ids of one person are one user
   */
  public JoinedPersons(
      PersonFacts facts,
      StoreFacts stores,
      Supplier<IdentityDesk> desk,
      IdentityConfig config,
      boolean joins) {
    this.facts = facts;
    this.stores = stores;
    this.desk = desk;
    this.config = config;
    this.joins = joins;
  }

  @Override
  public PersonGroups at(Instant asOf) {
    return joins && hasLinks() ? desk.get().directory(asOf) : PersonGroups.NONE;
  }

  @Override
  public long revision() {
    return joins && hasLinks() ? desk.get().revision() : 0;
  }

  @Override
  public FieldRule rule(String attribute) {
    return config.fieldRule(attribute);
  }

  @Override
  public List<String> stores(Instant asOf) {
    return stores.sensingStores(asOf);
  }

  @Override
  public StoreVisitors visitors(String storeId, int days, Instant asOf) {
    var devices = new ArrayList<String>();
    stores.sensedDevices(
        new Window(asOf.minus(Duration.ofDays(days)), asOf, ZoneOffset.UTC), storeId, devices::add);
    if (devices.isEmpty()) {
      return StoreVisitors.NOBODY;
    }
    ExportConsent.Export decided = desk.get().exports().decide(devices, PURPOSE, asOf);
    PersonGroups known = desk.get().directory(asOf);
    return new StoreVisitors(
        decided.allowed().stream().map(visitor -> users(visitor.key(), known)).toList(),
        devices.size(),
        decided.refused());
  }

  private static List<String> users(String device, PersonGroups known) {
    int group = known.find(device);
    return known.identifiers(group).stream()
        .map(Identifier::value)
        .filter(value -> known.groupOf(value) == group)
        .distinct()
        .toList();
  }

  private synchronized boolean hasLinks() {
    long revision = facts.revision();
    if (revision != checked) {
      var any = new boolean[1];
      facts.identityLinks(ALL, link -> any[0] = true);
      links = any[0];
      checked = revision;
    }
    return links;
  }
}
