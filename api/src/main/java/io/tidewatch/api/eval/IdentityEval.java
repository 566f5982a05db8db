package io.tidewatch.api.eval;

import io.tidewatch.api.view.Json;
import io.tidewatch.api.wiring.Service;
import io.tidewatch.audience.identity.IdentityConfig;
import io.tidewatch.audience.identity.IdentityDesk;
import io.tidewatch.audience.identity.MatchRow;
import io.tidewatch.connectors.decode.RecordDecoder;
import io.tidewatch.model.behavior.PersonFacts;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.identity.PersonDirectory;
import io.tidewatch.model.identity.PersonGroups;
import io.tidewatch.model.record.IdentityLink.Identifier;
import io.tidewatch.state.StateDatabase;
import io.tidewatch.state.StateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Who is who on a simulated market, whose truth is known: how many identifiers are matched, and which
 * pairs of them are rightly said to be one person. Beside it stand user ids as they are and plain
 * connected components, on the market's own links and with wrong ones added. What persons are to
 * brands is judged with their ids joined and apart.
 */
public final class IdentityEval {
  private static final String TASK = "identity";
  private static final String OURS = "tidewatch";

  private final Consumer<String> progress;
  private final Json json;

  /** {@code progress} hears what was read. */
  public IdentityEval(Consumer<String> progress, Json json) {
    this.progress = progress;
    this.json = json;
  }

  /**
   * Judges a market.
   *
   * @param folder as {@code simulate} wrote it
   * @param seed of the wrong links
   */
  public List<IdentityRow> evaluate(Path folder, long seed) throws IOException {
    try (TemporaryService temporary = TemporaryService.open()) {
      Service service = temporary.service();
      IdentityTruth truth = IdentityTruth.read(
          folder, address -> List.copyOf(service.downloads().forms(address)).getLast(), json);
      temporary.takeIn(IdentityTruth.behavior(folder), null);
      PersonFacts facts = service.people();
      Instant end = facts
          .newestEventTime()
          .orElseThrow(() -> new IllegalArgumentException(
              "data: a market with behaviour is required, got none in " + folder))
          .plusMillis(1);
      var spoiled = new SpoiledLinks(facts, end, seed);
      progress.accept("%s: %,d behaviour records, %,d authors, %,d wrong links added"
          .formatted(
              truth.regime(), service.behaviorRecords(), truth.authors().size(), spoiled.added()));
      var states = new JoinedStates(service.audienceFacts(), end, service.catalogue(), truth);
      var rows = new ArrayList<IdentityRow>();
      rows.addAll(judge(truth.regime(), truth, facts, end, temporary.resolve("plain"), states));
      rows.addAll(judge(
          truth.regime() + ", wrong links",
          truth,
          spoiled,
          end,
          temporary.resolve("spoiled"),
          states));
      return rows;
    }
  }

  private List<IdentityRow> judge(
      String data,
      IdentityTruth truth,
      PersonFacts facts,
      Instant end,
      Path state,
      JoinedStates states)
      throws IOException {
    try (StateDatabase ledger =
        StateDatabase.open(StateLocation.file(Files.createDirectories(state)))) {
      long start = System.nanoTime();
      var desk = new IdentityDesk(
          facts,
          ledger.merges(),
          IdentityConfig.DEFAULT,
          IdentityEval::hashed,
          InstantSource.fixed(end));
      PersonDirectory directory = desk.directory();
      List<MatchRow> rates = desk.matchRate(null);
      progress.accept("%s: resolved in %.1f s".formatted(data, (System.nanoTime() - start) / 1e9));
      Set<Identifier> behaving = behaving(facts, end, truth);
      Set<Identifier> seen = seen(facts, end, truth, behaving);
      var rows = new ArrayList<IdentityRow>();
      var judged = new Judged(data, truth, behaving, seen, rows);
      judged.judgeTruth();
      judged.rates(OURS, rates);
      judged.authors(OURS, identifier -> directory.personOf(identifier).id());
      judged.pairs(OURS, identifier -> directory.personOf(identifier).id());
      var plain = new PlainComponents();
      facts.identityLinks(end, plain::add);
      judged.all("connected components", plain::personOf);
      judged.all("equal user ids", identifier -> identifier.kind() + ":" + identifier.value());
      judged.states(OURS, states.of(desk.directory(end)));
      judged.states("equal user ids", states.of(PersonGroups.NONE));
      return rows;
    }
  }

  private static String hashed(String text) {
    return RecordDecoder.digest(text)
        + RecordDecoder.digest("2" + text)
        + RecordDecoder.digest("3" + text);
  }

  /** Identifiers that behaviour names. */
  private static Set<Identifier> behaving(PersonFacts facts, Instant end, IdentityTruth truth) {
    var behaving = new HashSet<Identifier>();
    facts.seenIdentifiers(end, id -> {
      boolean cookie =
          truth.owners().containsKey(new Identifier(IdentifierKinds.COOKIE, id.value()));
      String user = cookie ? IdentifierKinds.COOKIE : IdentifierKinds.ACCOUNT;
      if (!id.kind().equals(IdentifierKinds.MEMBER)) {
        behaving.add(new Identifier(
            id.kind().equals(IdentifierKinds.DEVICE) ? IdentifierKinds.DEVICE : user, id.value()));
      }
    });
    return behaving;
  }

  /** Every identifier that records name; a market's cards are its accounts. */
  private static Set<Identifier> seen(
      PersonFacts facts, Instant end, IdentityTruth truth, Set<Identifier> behaving) {
    var seen = new HashSet<>(behaving);
    facts.identityLinks(end, link -> {
      for (Identifier given : List.of(link.from(), link.to())) {
        seen.add(new Identifier(IdentifierKinds.canonical(given.kind()), given.value()));
      }
    });
    truth.authors().forEach(author -> seen.add(new Identifier(IdentifierKinds.HANDLE, author)));
    return seen;
  }

  /** One set of data with the rows that are made of it. */
  private record Judged(
      String data,
      IdentityTruth truth,
      Set<Identifier> behaving,
      Set<Identifier> seen,
      List<IdentityRow> rows) {

    private static final List<String> KINDS =
        List.of(IdentifierKinds.ACCOUNT, IdentifierKinds.COOKIE, IdentifierKinds.DEVICE);

    private static String metric(String kind) {
      return switch (kind) {
        case IdentifierKinds.ACCOUNT -> "match rate of accounts";
        case IdentifierKinds.COOKIE -> "match rate of cookies";
        default -> "match rate of sensed devices";
      };
    }

    void row(String system, String metric, double value, long n) {
      rows.add(new IdentityRow(TASK, data, system, metric, value, n));
    }

    void judgeTruth() {
      Set<String> accounts = linkedAccounts();
      for (String kind : KINDS) {
        List<Identifier> own = named(kind);
        long linked = own.stream().filter(id -> isLinked(id, accounts)).count();
        row("truth", metric(kind), share(linked, own.size()), own.size());
      }
      long declared = authors().stream().filter(truth.linkable()::contains).count();
      row(
          "truth",
          "match rate of authors",
          share(declared, authors().size()),
          authors().size());
    }

    private boolean isLinked(Identifier identifier, Set<String> accounts) {
      return identifier.kind().equals(IdentifierKinds.ACCOUNT)
          ? accounts.contains(identifier.value())
          : truth.linkable().contains(identifier);
    }

    private Set<String> linkedAccounts() {
      var accounts = new HashSet<String>();
      for (Identifier identifier : truth.linkable()) {
        if (identifier.kind().equals(IdentifierKinds.PHONE)) {
          accounts.add(truth.owners().getOrDefault(identifier, ""));
        }
      }
      return accounts;
    }

    /** Identifiers of a kind in behaviour that somebody of the market owns. */
    private List<Identifier> named(String kind) {
      return behaving.stream()
          .filter(identifier -> identifier.kind().equals(kind))
          .filter(truth.owners()::containsKey)
          .toList();
    }

    private List<Identifier> authors() {
      return truth.authors().stream()
          .map(author -> new Identifier(IdentifierKinds.HANDLE, author))
          .toList();
    }

    /** What the service itself answers. */
    void rates(String system, List<MatchRow> rates) {
      for (MatchRow rate : rates) {
        boolean account = rate.kind().equals(IdentifierKinds.ACCOUNT);
        if (rate.source() == null
            && KINDS.contains(rate.kind())
            && rate.reaches().equals(account ? "any" : IdentifierKinds.ACCOUNT)) {
          row(system, metric(rate.kind()), rate.rate(), rate.ids());
        }
      }
    }

    void all(String system, Function<Identifier, String> person) {
      var kinds = kindsByPerson(person);
      for (String kind : KINDS) {
        List<Identifier> own = named(kind);
        long matched = own.stream()
            .filter(identifier -> {
              Set<String> reached = kinds.getOrDefault(person.apply(identifier), Set.of());
              return kind.equals(IdentifierKinds.ACCOUNT)
                  ? reached.stream()
                      .anyMatch(k -> !k.equals(kind) && !k.equals(IdentifierKinds.HANDLE))
                  : reached.contains(IdentifierKinds.ACCOUNT);
            })
            .count();
        row(system, metric(kind), share(matched, own.size()), own.size());
      }
      authors(system, person);
      pairs(system, person);
    }

    private Map<String, Set<String>> kindsByPerson(Function<Identifier, String> person) {
      var kinds = new HashMap<String, Set<String>>();
      for (Identifier identifier : seen) {
        kinds
            .computeIfAbsent(person.apply(identifier), p -> new HashSet<>(4))
            .add(identifier.kind());
      }
      return kinds;
    }

    void authors(String system, Function<Identifier, String> person) {
      var kinds = kindsByPerson(person);
      long matched = authors().stream()
          .filter(author ->
              kinds.getOrDefault(person.apply(author), Set.of()).contains(IdentifierKinds.ACCOUNT))
          .count();
      row(
          system,
          "match rate of authors",
          share(matched, authors().size()),
          authors().size());
    }

    void pairs(String system, Function<Identifier, String> person) {
      PairCounts counts = PairCounts.of(seen, truth, person);
      if (counts.claimed() > 0) {
        row(system, "link precision", share(counts.right(), counts.claimed()), counts.claimed());
      }
      row(system, "link recall", share(counts.found(), counts.linkable()), counts.linkable());
      row(
          system,
          "link recall, also of what no record ties",
          share(counts.right(), counts.real()),
          counts.real());
    }

    /** What persons are to brands, and how many users are one person again. */
    void states(String system, JoinedStates.Figures figures) {
      row(
          system,
          "AIPL states right",
          share(figures.right(), figures.persons()),
          figures.persons());
      row(
          system,
          "AIPL states right, of persons also under cookies",
          share(figures.rightAnonymous(), figures.anonymous()),
          figures.anonymous());
      row(
          system,
          "users in A to L counted twice",
          share(figures.twice(), figures.users()),
          figures.users());
    }

    private static double share(long part, long whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }
}
