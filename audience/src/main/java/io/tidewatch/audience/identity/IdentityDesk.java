package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.LedgerChange.Merge;
import io.tidewatch.model.identity.LedgerEntry;
import io.tidewatch.model.identity.LedgerState;
import io.tidewatch.model.identity.LedgerState.Apart;
import io.tidewatch.model.identity.MergeLedger;
import io.tidewatch.model.identity.PersonDirectory;
import io.tidewatch.model.record.IdentityLink.Identifier;
import io.tidewatch.model.record.StoreUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who is who. Persons are resolved from the stored links when something changed, and before a
 * question that needs them; what that changes is written to the ledger. A run of its own accord
 * leaves out merges above the cap, which {@link #resolve} then shows. Safe from any thread; every
 * method may throw {@link StoreUnavailableException}.
 */
public final class IdentityDesk {
  private static final int TRIES = 8;

  private final PersonFacts facts;
  private final MergeLedger ledger;
  private final IdentityConfig config;
  private final PersonKeys keys;
  private final InstantSource clock;
  private final PastPersons past = new PastPersons();
  private final SensedUsers sensed;
  private @Nullable Snapshot newest;

  /**
   * @param hash keyed hash of a text, at least 32 characters
   * @param clock links from its time on are not read yet
   */
  public IdentityDesk(
      PersonFacts facts,
      MergeLedger ledger,
      IdentityConfig config,
      UnaryOperator<String> hash,
      InstantSource clock) {
    this.facts = facts;
    this.ledger = ledger;
    this.config = config;
    this.keys = new PersonKeys(hash);
    this.clock = clock;
    this.sensed = new SensedUsers(facts);
  }

  /** {@code held}: who was not merged for want of a cap. */
  private record Snapshot(long facts, long ledger, KnownPersons persons, Set<String> held) {}

  /** A graph with the ids it gives, over one state of the ledger. */
  private record Run(IdentityGraph graph, LedgerState state, Resolution resolution) {}

  /**
   * Resolves persons now.
   *
   * @param dryRun only says what would change
   * @param cap most merges that are allowed; null for that of the configuration
   * @throws IllegalArgumentException when there are more merges and it is no dry run
   */
  public synchronized ResolveReport resolve(boolean dryRun, @Nullable Integer cap) {
    int most = cap == null ? config.mergeCap() : cap;
    for (int tries = 0; tries < TRIES; tries++) {
      long revision = facts.revision();
      Instant asOf = now();
      Run run = run(asOf, Set.of());
      int merges = run.resolution().change().merges().size();
      if (dryRun) {
        return report(run, asOf, false);
      }
      if (merges > most) {
        throw new IllegalArgumentException(
            "cap: at least " + merges + " is required by the merges of this run, got " + most);
      }
      if (write(run, revision, Set.of())) {
        return report(run, asOf, true);
      }
    }
    throw new StoreUnavailableException(
        "identity: others change the ledger all the time", new IllegalStateException("ledger"));
  }

  /** Who is who, with all that is known now. */
  public PersonDirectory directory() {
    return newest().persons();
  }

  /**
   * Who was who with the links before {@code asOf}. Who was merged since has the own id again; {@link
   * PersonDirectory#current} leads from it to the id of now.
   */
  public PersonDirectory directory(Instant asOf) {
    return persons(asOf);
  }

  /** Another number when persons may be others although no record came. */
  long revision() {
    return newest().ledger();
  }

  /** As {@link #directory(Instant)}; null is now. */
  KnownPersons persons(@Nullable Instant asOf) {
    Snapshot now = newest();
    if (asOf == null) {
      return now.persons();
    }
    return past.get(asOf, now.facts(), now.ledger(), () -> {
      LedgerState state = ledger.state();
      IdentityGraph graph = graph(asOf, state, now.held());
      var before =
          new LedgerState(state.revision(), state.persons(), state.ties(), Map.of(), state.apart());
      return new KnownPersons(
          graph, Resolution.of(graph, before, keys).ids(), state.aliases(), keys, config);
    });
  }

  /** How many identifiers are matched, by kind and source; {@code asOf} null is now. */
  public List<MatchRow> matchRate(@Nullable Instant asOf) {
    Instant before = asOf == null ? now() : asOf;
    return MatchRates.rows(facts, before, persons(asOf));
  }

  /** From where groups of users are known; see {@link PeopleSources}. */
  public List<SourceMatch> sources(
      Function<String, @Nullable String> groupOf, @Nullable Instant asOf) {
    return SourceMatches.of(facts, asOf == null ? now() : asOf, persons(asOf), groupOf);
  }

  /**
   * The person behind a person's id or any identifier, with the evidence of every link.
   *
   * @param user one of them, as records give it
   * @return empty when no record names it
   */
  public Optional<PersonView> show(String user, @Nullable Instant asOf) {
    return new PersonReader(facts, config).view(persons(asOf), user, asOf == null ? now() : asOf);
  }

  /** The ledger, newest first. */
  public List<LedgerEntry> merges(int limit) {
    return ledger.entries(limit);
  }

  /**
   * Takes a merge back and keeps the two apart, or lets them merge again by taking that back.
   *
   * @throws IllegalArgumentException when there is no such entry or it was taken back
   */
  public LedgerEntry undo(long id) {
    return ledger.undo(id, clock.instant());
  }

  /** Whom a purpose allows to export. */
  public ExportConsent exports() {
    return new ExportConsent(facts, this::persons, this::now);
  }

  /**
   * Whether an id under which somebody acted is a device that store sensors saw and that no account,
   * card or number is tied to.
   */
  public boolean isSensedOnly(String userId) {
    return sensed.isOnlySensed(userId, newest().persons(), this::now);
  }

  /** The values of all identifiers of the person behind any of {@code given}, and these. */
  public Set<String> linkedTo(Set<String> given) {
    var all = new TreeSet<>(given);
    KnownPersons persons = newest().persons();
    for (String value : given) {
      persons
          .component(value)
          .ifPresent(component -> component.members().forEach(member -> all.add(member.value())));
    }
    return all;
  }

  /**
   * Forgets what the ledger holds of identifiers with these values, of whatever kind.
   *
   * @return how many identifiers were forgotten
   */
  public long forget(Set<String> values) {
    var held = new HashSet<String>();
    for (String value : values) {
      for (String kind : IdentifierKinds.ALL) {
        held.add(keys.of(new Identifier(kind, value)));
      }
    }
    return ledger.erase(held, clock.instant());
  }

  private synchronized Snapshot newest() {
    long revision = facts.revision();
    Snapshot kept = newest;
    if (kept != null && kept.facts() == revision && kept.ledger() == ledger.revision()) {
      return kept;
    }
    for (int tries = 0; tries < TRIES; tries++) {
      Instant asOf = now();
      Run run = run(asOf, Set.of());
      List<Merge> merges = run.resolution().change().merges();
      var held = new HashSet<String>();
      if (merges.size() > config.mergeCap()) {
        merges.forEach(merge -> held.addAll(List.of(merge.keptId(), merge.aliasId())));
        run = run(asOf, held);
      }
      if (write(run, revision, held)) {
        return java.util.Objects.requireNonNull(newest);
      }
    }
    throw new StoreUnavailableException(
        "identity: others change the ledger all the time", new IllegalStateException("ledger"));
  }

  /** Writes what a run changes and keeps it as the newest; false when the ledger has moved on. */
  private boolean write(Run run, long revision, Set<String> held) {
    LedgerState state = run.state();
    boolean changes = !run.resolution().change().isEmpty();
    if (changes && !ledger.apply(state.revision(), run.resolution().change(), clock.instant())) {
      return false;
    }
    LedgerState after = changes ? ledger.state() : state;
    newest = new Snapshot(
        revision,
        after.revision(),
        new KnownPersons(run.graph(), run.resolution().ids(), after.aliases(), keys, config),
        Set.copyOf(held));
    return true;
  }

  /** {@code held}: persons who are not merged with one another this time. */
  private Run run(Instant before, Set<String> held) {
    LedgerState state = ledger.state();
    IdentityGraph graph = graph(before, state, held);
    return new Run(graph, state, Resolution.of(graph, state, keys));
  }

  private IdentityGraph graph(Instant before, LedgerState state, Set<String> held) {
    var builder = new GraphBuilder(config);
    facts.identityLinks(before, builder::add);
    Set<Apart> apart = state.apart();
    var guarded = new HashSet<>(held);
    apart.forEach(pair -> guarded.addAll(List.of(pair.first(), pair.second())));
    return builder.build(
        identifier -> {
          String person = guarded.isEmpty() ? null : state.ties().get(keys.of(identifier));
          return person != null && guarded.contains(person) ? person : null;
        },
        (one, other) -> !one.equals(other)
            && (apart.contains(new Apart(one, other))
                || (held.contains(one) && held.contains(other))));
  }

  private ResolveReport report(Run run, Instant asOf, boolean applied) {
    var change = run.resolution().change();
    var merged = new ArrayList<ResolveReport.Merged>();
    for (Merge merge : change.merges()) {
      if (merged.size() < ResolveReport.SHOWN) {
        int component = run.resolution().ids().indexOf(merge.keptId());
        merged.add(new ResolveReport.Merged(
            merge.keptId(),
            merge.aliasId(),
            run.graph().components().get(component).values(IdentifierKinds.ACCOUNT)));
      }
    }
    return new ResolveReport(
        asOf,
        applied,
        run.graph().components().size(),
        run.graph().components().stream().mapToLong(c -> c.members().size()).sum(),
        change.founded().size(),
        change.merges().size(),
        change.ties().size(),
        change.released().size(),
        merged,
        run.graph().refused(),
        run.graph().hubs().size(),
        run.graph().hubs().stream().limit(ResolveReport.SHOWN).toList());
  }

  /** After every event that is stored, and never before the clock. */
  private Instant now() {
    Instant clockTime = clock.instant();
    return facts
        .newestEventTime()
        .map(t -> t.plusMillis(1))
        .filter(t -> t.isAfter(clockTime))
        .orElse(clockTime);
  }
}
