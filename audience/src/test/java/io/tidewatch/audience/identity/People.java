package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.AttributeFact;
import io.tidewatch.model.behavior.ConsentFact;
import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.behavior.SeenIdentifier;
import io.tidewatch.model.behavior.StoreFacts;
import io.tidewatch.model.behavior.StoredRecord;
import io.tidewatch.model.behavior.Window;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** People in memory, as tests plant them, and a desk over them. */
final class People implements PersonFacts, StoreFacts {
  static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
  static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");

  final List<LinkFact> links = new ArrayList<>();
  final List<ConsentFact> consents = new ArrayList<>();
  final List<AttributeFact> attributes = new ArrayList<>();
  final List<SeenIdentifier> seen = new ArrayList<>();
  private final List<Sensed> sensed = new ArrayList<>();
  final MemoryLedger ledger = new MemoryLedger();
  private long revision;

  private record Sensed(Instant at, String store, String device) {}

  /** A store's sensor saw a device, as behaviour names it too. */
  People sensed(int day, String store, String device) {
    sensed.add(new Sensed(day(day), store, device));
    return seen("device", store, device);
  }

  static Instant day(int day) {
    return START.plusSeconds(86_400L * day);
  }

  /** A link by login of the shop; ends as {@code kind:value}. */
  People link(int day, String from, String to) {
    return link(day, from, to, "login", null, "shop");
  }

  People link(int day, String from, String to, String evidence, Double confidence, String source) {
    links.add(
        new LinkFact("l" + links.size(), id(from), id(to), evidence, confidence, source, day(day)));
    return changed();
  }

  People consent(int day, String user, String purpose, boolean granted) {
    consents.add(new ConsentFact("n" + consents.size(), user, purpose, granted, "shop", day(day)));
    return changed();
  }

  People user(int day, String user, String source, String attribute, String value) {
    attributes.add(new AttributeFact(user, Map.of(attribute, value), source, day(day)));
    return changed();
  }

  People seen(String kind, String source, String value) {
    seen.add(new SeenIdentifier(kind, source, value, 1));
    return changed();
  }

  People changed() {
    revision++;
    return this;
  }

  static Identifier id(String kindAndValue) {
    int colon = kindAndValue.indexOf(':');
    return new Identifier(kindAndValue.substring(0, colon), kindAndValue.substring(colon + 1));
  }

  People shuffled(long seed) {
    Collections.shuffle(links, new Random(seed));
    return this;
  }

  /** Another desk with the same ledger, as after a restart. */
  IdentityDesk desk() {
    return desk(IdentityConfig.DEFAULT);
  }

  IdentityDesk desk(IdentityConfig config) {
    return new IdentityDesk(this, ledger, config, People::hash, InstantSource.fixed(NOW));
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void identityLinks(Instant before, Consumer<LinkFact> sink) {
    List.copyOf(links).stream().filter(l -> l.at().isBefore(before)).forEach(sink);
  }

  @Override
  public void consents(Instant before, Consumer<ConsentFact> sink) {
    consents.stream().filter(c -> c.at().isBefore(before)).forEach(sink);
  }

  @Override
  public void attributes(Instant before, Consumer<AttributeFact> sink) {
    attributes.stream().filter(a -> a.at().isBefore(before)).forEach(sink);
  }

  @Override
  public void seenIdentifiers(Instant before, Consumer<SeenIdentifier> sink) {
    seen.stream()
        .sorted(Comparator.comparing(SeenIdentifier::kind)
            .thenComparing(SeenIdentifier::source)
            .thenComparing(SeenIdentifier::value))
        .forEach(sink);
  }

  @Override
  public List<StoredRecord> recordsOf(Set<String> identifiers) {
    throw new UnsupportedOperationException("not for identities");
  }

  @Override
  public Optional<Instant> newestEventTime() {
    return Optional.empty();
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public List<String> sensingStores(Instant before) {
    return sensed.stream()
        .filter(s -> s.at().isBefore(before))
        .map(Sensed::store)
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public void sensedDevices(Window window, String storeId, Consumer<String> sink) {
    sensed.stream()
        .filter(s -> s.store().equals(storeId)
            && !s.at().isBefore(window.from())
            && s.at().isBefore(window.to()))
        .map(Sensed::device)
        .distinct()
        .sorted()
        .forEach(sink);
  }
}
