package io.tidewatch.api.eval;

import io.tidewatch.audience.AudienceConfig;
import io.tidewatch.audience.aipl.AiplReader;
import io.tidewatch.audience.aipl.AiplState;
import io.tidewatch.audience.aipl.BrandStates;
import io.tidewatch.audience.aipl.ShownSearches;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.FactPacker;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.catalogue.Catalogue;
import io.tidewatch.model.identity.PersonGroups;
import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What persons are to brands (AIPL) when their ids are joined, against the states that the true
 * persons have by the same rules. Judged by the account, on the brands with most people.
 */
final class JoinedStates {
  private static final int BRANDS = 10;

  private final AudienceFacts store;
  private final Instant end;
  private final Catalogue catalogue;
  private final AudienceConfig config = AudienceConfig.DEFAULT;
  private final TruePersons persons;
  private final UserFacts truth;
  private final Map<String, BrandStates> truths = new HashMap<>();
  private final BitSet anonymous = new BitSet();

  JoinedStates(AudienceFacts store, Instant end, Catalogue catalogue, IdentityTruth truth) {
    this.store = store;
    this.end = end;
    this.catalogue = catalogue;
    this.persons = new TruePersons(truth);
    this.truth = read(persons);
    brands().forEach(brand -> truths.put(brand, states(this.truth, brand)));
    UserFacts apart = read(PersonGroups.NONE);
    for (int person = 0; person < this.truth.users(); person++) {
      anonymous.set(
          person,
          this.truth.otherIds(person).stream().anyMatch(id -> apart.user(id) != Names.NONE));
    }
  }

  /**
   * How a system does.
   *
   * @param right states of persons in A or deeper that the account has, of {@code persons} over all
   *     brands
   * @param rightAnonymous the same of persons some of whose visits were under a cookie
   * @param twice users in A or deeper whose person is such a user already, of {@code users}
   */
  record Figures(
      long right, long persons, long rightAnonymous, long anonymous, long twice, long users) {}

  Figures of(PersonGroups joined) {
    UserFacts facts = read(joined);
    var total = new Figures(0, 0, 0, 0, 0, 0);
    for (String brand : truths.keySet()) {
      total = sum(total, of(facts, states(facts, brand), brand));
    }
    return total;
  }

  private Figures of(UserFacts facts, BrandStates states, String brand) {
    BrandStates expected = Objects.requireNonNull(truths.get(brand));
    long[] right = new long[2];
    long[] all = new long[2];
    for (int person = 0; person < truth.users(); person++) {
      if (expected.state(person) != AiplState.O) {
        int user = facts.user(truth.userId(person));
        AiplState state = user == Names.NONE ? AiplState.O : states.state(user);
        int hit = state == expected.state(person) ? 1 : 0;
        right[0] += hit;
        all[0]++;
        if (anonymous.get(person)) {
          right[1] += hit;
          all[1]++;
        }
      }
    }
    Set<Integer> counted = new HashSet<>();
    long users = 0;
    long twice = 0;
    for (int user = 0; user < facts.users(); user++) {
      if (states.state(user) != AiplState.O) {
        users++;
        int owner = persons.groupOf(facts.userId(user));
        twice += owner == PersonGroups.NOBODY || counted.add(owner) ? 0 : 1;
      }
    }
    return new Figures(right[0], all[0], right[1], all[1], twice, users);
  }

  private static Figures sum(Figures a, Figures b) {
    return new Figures(
        a.right() + b.right(),
        a.persons() + b.persons(),
        a.rightAnonymous() + b.rightAnonymous(),
        a.anonymous() + b.anonymous(),
        a.twice() + b.twice(),
        a.users() + b.users());
  }

  private UserFacts read(PersonGroups groups) {
    return FactPacker.read(store, end, config.reach(), config.zone(), config.currency(), groups);
  }

  private BrandStates states(UserFacts facts, String brand) {
    return new AiplReader(
            facts,
            BrandScope.of(brand, catalogue, facts),
            ShownSearches.read(store, facts, brand, config.aipl().awarenessDays()),
            config.aipl())
        .now();
  }

  /** By facts about them, most first, then by id. */
  private List<String> brands() {
    long[] facts = new long[truth.brands().size()];
    for (int fact = 0; fact < truth.size(); fact++) {
      if (truth.brand(fact) != Names.NONE) {
        facts[truth.brand(fact)]++;
      }
    }
    return IntStream.range(0, facts.length)
        .boxed()
        .filter(brand -> catalogue.brand(truth.brands().name(brand)).isPresent())
        .sorted(Comparator.<Integer>comparingLong(brand -> -facts[brand])
            .thenComparing(brand -> truth.brands().name(brand)))
        .limit(BRANDS)
        .map(brand -> truth.brands().name(brand))
        .toList();
  }
}
