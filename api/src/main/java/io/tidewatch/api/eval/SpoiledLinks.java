package io.tidewatch.api.eval;

import io.tidewatch.model.behavior.AttributeFact;
import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.SeenIdentifier;
import io.tidewatch.model.behavior.StoredRecord;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Stored facts with wrong links among them, as real data has: a device in a shop on which many log
 * in, households with one device, numbers that have a new owner, guesses by name.
 */
final class SpoiledLinks implements PersonFacts {
  private static final int KIOSK = 500;
  private static final double HOUSEHOLDS = .02;
  private static final double GUESSES = .05;
  private static final double NAMESAKES = .02;
  private static final double RECYCLED = .002;

  private final PersonFacts facts;
  private final List<LinkFact> wrong = new ArrayList<>();

  /** The wrong links follow from the order of the stored ones and the seed. */
  SpoiledLinks(PersonFacts facts, Instant before, long seed) {
    this.facts = facts;
    var accounts = new LinkedHashSet<String>();
    var phones = new LinkedHashSet<String>();
    var devices = new LinkedHashSet<String>();
    var handles = new LinkedHashSet<String>();
    var last = new Instant[] {Instant.EPOCH};
    facts.identityLinks(before, link -> {
      last[0] = link.at();
      for (Identifier end : List.of(link.from(), link.to())) {
        switch (IdentifierKinds.canonical(end.kind())) {
          case IdentifierKinds.ACCOUNT -> accounts.add(end.value());
          case IdentifierKinds.PHONE -> phones.add(end.value());
          case IdentifierKinds.DEVICE -> devices.add(end.value());
          case IdentifierKinds.HANDLE -> handles.add(end.value());
          default -> {}
        }
      }
    });
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var users = List.copyOf(accounts);
    var numbers = List.copyOf(phones);
    var machines = List.copyOf(devices);
    var names = List.copyOf(handles);
    for (int i = 0; i < KIOSK && !users.isEmpty(); i++) {
      add(random, users, IdentifierKinds.DEVICE, List.of("kiosk"), "login", 1, last[0]);
    }
    for (String ignored : users) {
      double draw = random.nextDouble();
      if (draw < HOUSEHOLDS) {
        add(random, users, IdentifierKinds.DEVICE, machines, "login", 1, last[0]);
      } else if (draw < HOUSEHOLDS + GUESSES) {
        double confidence = random.nextDouble(.2, .6);
        add(random, users, IdentifierKinds.PHONE, numbers, "same-name", confidence, last[0]);
      } else if (draw < HOUSEHOLDS + GUESSES + NAMESAKES) {
        add(random, users, IdentifierKinds.HANDLE, names, "same-name", .9, last[0]);
      } else if (draw < HOUSEHOLDS + GUESSES + NAMESAKES + RECYCLED) {
        add(random, users, IdentifierKinds.PHONE, numbers, "login", 1, last[0]);
      }
    }
  }

  private void add(
      RandomGenerator random,
      List<String> users,
      String kind,
      List<String> values,
      String evidence,
      double confidence,
      Instant at) {
    if (!values.isEmpty()) {
      wrong.add(new LinkFact(
          "wrong-" + wrong.size(),
          new Identifier(IdentifierKinds.ACCOUNT, users.get(random.nextInt(users.size()))),
          new Identifier(kind, values.get(random.nextInt(values.size()))),
          evidence,
          confidence,
          "shop",
          at));
    }
  }

  /** How many links were added. */
  int added() {
    return wrong.size();
  }

  @Override
  public void identityLinks(Instant before, Consumer<LinkFact> sink) {
    facts.identityLinks(before, sink);
    wrong.forEach(sink);
  }

  @Override
  public void consents(Instant before, Consumer<ConsentFact> sink) {
    facts.consents(before, sink);
  }

  @Override
  public void attributes(Instant before, Consumer<AttributeFact> sink) {
    facts.attributes(before, sink);
  }

  @Override
  public void seenIdentifiers(Instant before, Consumer<SeenIdentifier> sink) {
    facts.seenIdentifiers(before, sink);
  }

  @Override
  public List<StoredRecord> recordsOf(Set<String> identifiers) {
    return facts.recordsOf(identifiers);
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return facts.newestEventTime();
  }

  @Override
  public long revision() {
    return facts.revision();
  }
}
