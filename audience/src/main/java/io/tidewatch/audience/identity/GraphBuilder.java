package io.tidewatch.audience.identity;

import io.tidewatch.model.behavior.LinkFact;
import io.tidewatch.model.identity.IdentifierKinds;
import io.tidewatch.model.record.IdentityLink.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a graph of links. First accounts that are declared one; then identifiers that too many share
 * are cut; then ties are made, strongest first, as far as no two accounts of one source meet but at
 * an identifier that may have several. Links are sorted first, so that the order in which they came
 * does not matter. For one thread and one graph.
 */
final class GraphBuilder {
  /** An identifier at one end is shared by too many. */
  static final String HUB = "hub";

  /** The tie would bring persons together that other ties keep apart. */
  static final String CONFLICT = "conflict";

  private static final int NOBODY = -1;

  private final IdentityConfig config;
  private final LinkRules rules;
  private final List<Tie> ties = new ArrayList<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final Map<String, String> cut = new HashMap<>();
  private final List<Identifier> nodes = new ArrayList<>();
  private final Map<Identifier, Integer> places = new HashMap<>();
  private final Map<Integer, String> sources = new HashMap<>();

  GraphBuilder(IdentityConfig config) {
    this.config = config;
    this.rules = new LinkRules(config);
  }

  void add(LinkFact link) {
    Tie tie = Tie.of(link, config);
    String reason = rules.refusal(tie, link.evidence());
    if (reason == null) {
      ties.add(tie);
    } else {
      refused.merge(reason, 1L, Long::sum);
    }
  }

  /**
   * The graph of all links.
   *
   * @param anchor the person who held an identifier before, for persons with reasons to stay apart;
   *     null for others
   * @param apart whether two such persons must not be merged
   */
  IdentityGraph build(
      Function<Identifier, @Nullable String> anchor, BiPredicate<String, String> apart) {
    Collections.sort(ties);
    int[][] ends = new int[ties.size()][];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = new int[] {place(ties.get(i).from()), place(ties.get(i).to())};
    }
    var unions = new PersonUnions(nodes.size(), apart);
    for (int i = 0; i < nodes.size(); i++) {
      String person = anchor.apply(nodes.get(i));
      if (person != null) {
        unions.anchor(i, person);
      }
    }
    accounts(ends, unions);
    double[] strengths = new double[nodes.size()];
    var declaredHubs = hubs(ends, true, unions);
    for (int i = 0; i < ends.length; i++) {
      if (ties.get(i).betweenAccounts()) {
        boolean hub = declaredHubs.get(ends[i][0]) || declaredHubs.get(ends[i][1]);
        settle(i, ends[i], hub, hub || unions.declare(ends[i][0], ends[i][1]), strengths);
      }
    }
    var hubs = hubs(ends, false, unions);
    for (int i = 0; i < ends.length; i++) {
      if (!ties.get(i).betweenAccounts()) {
        boolean hub = hubs.get(ends[i][0]) || hubs.get(ends[i][1]);
        settle(i, ends[i], hub, hub || unions.join(ends[i][0], ends[i][1], limit(i)), strengths);
      }
    }
    hubs.or(declaredHubs);
    return graph(ends, unions.roots(), strengths, hubs);
  }

  private int place(Identifier identifier) {
    return places.computeIfAbsent(identifier, i -> {
      nodes.add(i);
      return nodes.size() - 1;
    });
  }

  /** An account belongs to the source of its earliest tie. */
  private void accounts(int[][] ends, PersonUnions unions) {
    var first = new HashMap<Integer, Tie>();
    for (int i = 0; i < ends.length; i++) {
      for (int end : ends[i]) {
        if (Tie.isAccount(nodes.get(end))) {
          first.merge(
              end,
              ties.get(i),
              (a, b) -> Comparator.comparing(Tie::at).thenComparing(Tie::linkId).compare(a, b) <= 0
                  ? a
                  : b);
        }
      }
    }
    var shared = new HashMap<String, Map<String, Integer>>();
    first.forEach((node, tie) ->
        unions.account(node, shared.computeIfAbsent(tie.source(), s -> Map.of(s, 1))));
    first.forEach((node, tie) -> sources.put(node, tie.source()));
  }

  /** Identifiers that too many share; accounts by the ties between accounts, others by the rest. */
  private BitSet hubs(int[][] ends, boolean betweenAccounts, PersonUnions unions) {
    var neighbours = new HashMap<Integer, Set<Integer>>();
    for (int i = 0; i < ends.length; i++) {
      if (ties.get(i).betweenAccounts() == betweenAccounts) {
        neighbours.computeIfAbsent(ends[i][0], n -> new HashSet<>(4)).add(ends[i][1]);
        neighbours.computeIfAbsent(ends[i][1], n -> new HashSet<>(4)).add(ends[i][0]);
      }
    }
    var hubs = new BitSet(nodes.size());
    neighbours.forEach((node, around) -> {
      boolean many = around.size() > config.maxTies();
      boolean account = Tie.isAccount(nodes.get(node));
      if (account && betweenAccounts) {
        many |= around.size() > config.maxAccounts(IdentifierKinds.ACCOUNT);
      } else if (!account) {
        many |= accountsOfOneSource(around, unions)
            > config.maxAccounts(nodes.get(node).kind());
      }
      if (many) {
        hubs.set(node);
      }
    });
    return hubs;
  }

  private int accountsOfOneSource(Set<Integer> around, PersonUnions unions) {
    if (around.size() < 2) {
      return around.size();
    }
    var groups = new HashMap<String, Set<Integer>>();
    for (int neighbour : around) {
      String source = sources.get(neighbour);
      if (source != null) {
        groups.computeIfAbsent(source, s -> new HashSet<>(4)).add(unions.root(neighbour));
      }
    }
    return groups.values().stream().mapToInt(Set::size).max().orElse(0);
  }

  /** How many accounts of one source may meet by a tie. */
  private int limit(int tie) {
    Identifier from = ties.get(tie).from();
    Identifier to = ties.get(tie).to();
    if (Tie.isAccount(from)) {
      return config.maxAccounts(to.kind());
    }
    return Tie.isAccount(to) ? config.maxAccounts(from.kind()) : 1;
  }

  private void settle(int tie, int[] ends, boolean hub, boolean joined, double[] strengths) {
    if (hub || !joined) {
      String reason = hub ? HUB : CONFLICT;
      refused.merge(reason, 1L, Long::sum);
      cut.put(ties.get(tie).linkId(), reason);
      return;
    }
    for (int end : ends) {
      strengths[end] = Math.max(strengths[end], ties.get(tie).confidence());
    }
  }

  private IdentityGraph graph(int[][] ends, int[] roots, double[] strengths, BitSet hubs) {
    var earliest = new HashMap<Integer, Tie>();
    for (int i = 0; i < ends.length; i++) {
      Tie tie = ties.get(i);
      if (!cut.containsKey(tie.linkId())) {
        earliest.merge(
            roots[ends[i][0]],
            tie,
            (a, b) ->
                Comparator.comparing(Tie::at).thenComparing(Tie::compareTo).compare(a, b) <= 0
                    ? a
                    : b);
      }
    }
    var members = new HashMap<Integer, List<Identifier>>();
    for (int i = 0; i < roots.length; i++) {
      members.computeIfAbsent(roots[i], r -> new ArrayList<>(4)).add(nodes.get(i));
    }
    var components = new ArrayList<Component>();
    earliest.forEach(
        (root, tie) -> components.add(component(Objects.requireNonNull(members.get(root)), tie)));
    components.sort(Comparator.comparing(Component::foundedAt)
        .thenComparing(c -> c.founder().kind())
        .thenComparing(c -> c.founder().value()));
    int[] componentOf = new int[nodes.size()];
    Arrays.fill(componentOf, NOBODY);
    for (int c = 0; c < components.size(); c++) {
      for (Identifier member : components.get(c).members()) {
        componentOf[place(member)] = c;
      }
    }
    return new IdentityGraph(
        places, componentOf, strengths, components, reported(ends, hubs), refused, cut);
  }

  private static Component component(List<Identifier> members, Tie earliest) {
    members.sort(Comparator.comparing(Identifier::kind).thenComparing(Identifier::value));
    Identifier founder = Tie.isAccount(earliest.from()) || !Tie.isAccount(earliest.to())
        ? earliest.from()
        : earliest.to();
    return new Component(members, founder, earliest.at());
  }

  private List<Hub> reported(int[][] ends, BitSet hubs) {
    var around = new HashMap<Integer, Set<Integer>>();
    for (int[] tie : ends) {
      for (int side = 0; side < 2; side++) {
        if (hubs.get(tie[side])) {
          around.computeIfAbsent(tie[side], n -> new HashSet<>()).add(tie[1 - side]);
        }
      }
    }
    return around.entrySet().stream()
        .map(e -> new Hub(
            nodes.get(e.getKey()).kind(),
            nodes.get(e.getKey()).value(),
            e.getValue().stream().filter(n -> Tie.isAccount(nodes.get(n))).count(),
            e.getValue().size()))
        .sorted(Comparator.comparingLong(Hub::accounts)
            .thenComparingLong(Hub::identifiers)
            .reversed()
            .thenComparing(Hub::kind)
            .thenComparing(Hub::value))
        .toList();
  }
}
