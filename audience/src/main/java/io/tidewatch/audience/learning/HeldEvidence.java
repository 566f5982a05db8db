package io.tidewatch.audience.learning;

import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.Evidence;
import io.tidewatch.audience.aipl.Held;
import io.tidewatch.audience.answer.Explanation.Act;
import io.tidewatch.audience.answer.Explanation.Proof;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a user's state towards a brand rests on, with times and things. Safe from any thread. */
final class HeldEvidence {
  private static final int NEWEST = 5;

  private final UserFacts facts;
  private final AiplReader reader;

  HeldEvidence(UserFacts facts, AiplReader reader) {
    this.facts = facts;
    this.reader = reader;
  }

  /** By kind, the deepest state first. */
  List<Proof> of(int user) {
    var byKind = reader.evidence(user).stream()
        .collect(Collectors.groupingBy(
            Held::evidence,
            () -> new TreeMap<Evidence, List<Held>>(Comparator.reverseOrder()),
            Collectors.toList()));
    return byKind.entrySet().stream()
        .map(kind -> new Proof(
            kind.getKey().state().name(),
            kind.getKey().label(),
            kind.getValue().size(),
            kind.getValue().stream().limit(NEWEST).map(this::act).toList()))
        .toList();
  }

  private Act act(Held held) {
    int fact = held.fact();
    if (fact == Names.NONE) {
      return new Act(Action.SEARCH.label(), at(held.age()), null, null, null, List.of());
    }
    return new Act(
        facts.action(fact).label(),
        at(held.age()),
        name(facts.products(), facts.product(fact)),
        name(facts.keywords(), facts.keyword(fact)),
        name(facts.channels(), facts.channel(fact)),
        List.of());
  }

  /** Ages are rounded up to seconds, so the event lies in the second that begins at T − age. */
  private Instant at(int age) {
    Instant from = facts.asOf().minusSeconds(age);
    Instant second = from.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(from) ? second : second.plusSeconds(1);
  }

  private static @Nullable String name(Names names, int number) {
    return number == Names.NONE ? null : names.name(number);
  }
}
