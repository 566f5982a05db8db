package io.tidewatch.audience.segment;

import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.facts.UserSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers many questions for what users did in one pass over packed facts: each fact meets only the
 * questions about its own things.
 */
final class ActReader {
  private static final int[] NO_ACTS = {};

  private final UserFacts facts;
  private final int[] heads;
  private final List<SegmentQuery> queries = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final int[][] anything;
  private final int[][] brands;
  private final int[][] categories;
  private final int[][] products;
  private final int[][] words;
  private int[] counts = NO_ACTS;
  private int[] touched = NO_ACTS;
  private int touches;

  private record Act(int action, long seconds, int times) {}

  /** {@code heads}: the number of a searched word's family. */
  ActReader(UserFacts facts, int[] heads) {
    this.facts = facts;
    this.heads = heads;
    this.anything = lists(Action.values().length);
    this.brands = lists(facts.brands().size());
    this.categories = lists(facts.categories().size());
    this.products = lists(facts.products().size());
    this.words = lists(facts.keywords().size());
  }

  private static int[][] lists(int size) {
    int[][] lists = new int[size][];
    Arrays.fill(lists, NO_ACTS);
    return lists;
  }

  void add(SegmentQuery.Did did) {
    SegmentQuery.Subject subject = did.subject();
    var act = new Act(did.action().code(), seconds(did.days()), did.times());
    if (subject == null) {
      add(did, act, anything, did.action().code());
      return;
    }
    switch (subject.kind()) {
      case BRAND -> add(did, act, brands, facts.brands().number(subject.id()));
      case CATEGORY -> add(did, act, categories, facts.categories().number(subject.id()));
      case PRODUCT -> add(did, act, products, facts.products().number(subject.id()));
    }
  }

  void add(SegmentQuery.Searched searched) {
    int word = facts.keywords().number(searched.word());
    add(
        searched,
        new Act(Action.SEARCH.code(), seconds(searched.days()), searched.times()),
        words,
        word == Names.NONE ? Names.NONE : heads[word]);
  }

  private void add(SegmentQuery query, Act act, int[][] lists, int number) {
    if (number == Names.NONE) {
      return;
    }
    lists[number] = Arrays.copyOf(lists[number], lists[number].length + 1);
    lists[number][lists[number].length - 1] = acts.size();
    queries.add(query);
    acts.add(act);
  }

  private static long seconds(int days) {
    return (long) days * UserFacts.DAY;
  }

  /** Users by question; questions about things that nobody met are left out. */
  Map<SegmentQuery, UserSet> read() {
    List<UserSet.Builder> builders =
        acts.stream().map(act -> new UserSet.Builder()).toList();
    counts = new int[acts.size()];
    touched = new int[acts.size()];
    for (int user = 0; user < facts.users() && !acts.isEmpty(); user++) {
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        take(fact);
      }
      for (int i = 0; i < touches; i++) {
        int act = touched[i];
        if (counts[act] >= acts.get(act).times()) {
          builders.get(act).add(user);
        }
        counts[act] = 0;
      }
      touches = 0;
    }
    var users = new HashMap<SegmentQuery, UserSet>();
    for (int act = 0; act < builders.size(); act++) {
      users.put(queries.get(act), builders.get(act).build());
    }
    return users;
  }

  private void take(int fact) {
    Action action = facts.action(fact);
    if (action == Action.ORDER && !facts.isKeptOrder(fact)) {
      return;
    }
    int age = facts.age(fact);
    meet(anything[action.code()], action, age);
    meet(list(brands, facts.brand(fact)), action, age);
    meet(list(categories, facts.category(fact)), action, age);
    meet(list(products, facts.product(fact)), action, age);
    int word = facts.keyword(fact);
    meet(list(words, word == Names.NONE ? word : heads[word]), action, age);
  }

  private static int @Nullable [] list(int[][] lists, int number) {
    return number == Names.NONE ? null : lists[number];
  }

  private void meet(int @Nullable [] list, Action action, int age) {
    if (list == null) {
      return;
    }
    for (int act : list) {
      Act asked = acts.get(act);
      if (asked.action() == action.code() && age <= asked.seconds()) {
        if (counts[act]++ == 0) {
          touched[touches++] = act;
        }
      }
    }
  }
}
