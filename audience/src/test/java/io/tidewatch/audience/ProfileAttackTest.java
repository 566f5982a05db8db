package io.tidewatch.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.audience.profile.ProfileRow;
import io.tidewatch.audience.query.ProfileQuery;
import io.tidewatch.audience.query.Target;
import io.tidewatch.model.group.AnsweredGroup;
import io.tidewatch.model.group.GroupMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * An attacker who knows who is in each group and gets the exact count of every cell that was told,
 * which is more than any reader has, subtracts answers and totals.
 */
class ProfileAttackTest {
  private static final int PAIRS = 1000;
  private static final int K = 100;
  private static final int CELL = 50;
  private static final Set<String> PARTITIONS = Set.of("gender", "ageBand", "city");

  private final Crowd crowd = new Crowd(900, 11);

  /** One answer: whose it was, as of when, and which cells were told. */
  private record Told(Set<String> members, Instant asOf, Map<String, Set<String>> cells) {}

  private record Asked(Target target, int day, Set<String> members) {}

  private record Outcome(int answered, int refused, List<String> isolated) {}

  @Test
  void pairs_thousandGenerated_isolateNobody() {
    Outcome outcome = attack(PAIRS, MemoryGroups::new);

    assertThat(outcome.isolated()).isEmpty();
    assertThat(outcome.answered()).isGreaterThan(PAIRS / 5);
    assertThat(outcome.refused()).isGreaterThan(PAIRS / 5);
  }

  @Test
  void pairs_withoutAMemory_areIsolatedByThisAttacker() {
    assertThat(attack(100, Forgetful::new).isolated()).hasSizeGreaterThan(50);
  }

  @Test
  void answers_manyOfOneMemory_isolateNobodyInAnyPair() {
    var random = new SplittableRandom(5);
    ProfileDesk profiles = crowd.profiles(new MemoryGroups());
    var told = new ArrayList<Told>();
    for (int i = 0; i < 60; i++) {
      Asked asked = seeds(random);
      ask(profiles, asked).ifPresent(told::add);
      ask(profiles, changed(asked, random)).ifPresent(told::add);
    }
    var isolated = new ArrayList<String>();
    for (Told one : told) {
      for (Told other : told) {
        isolated.addAll(isolated(one, other));
      }
    }
    assertThat(told).hasSizeGreaterThan(20);
    assertThat(isolated).isEmpty();
  }

  private Outcome attack(int pairs, Supplier<GroupMemory> memories) {
    var random = new SplittableRandom(17);
    var isolated = new ArrayList<String>();
    int answered = 0;
    int refused = 0;
    for (int pair = 0; pair < pairs; pair++) {
      ProfileDesk profiles = crowd.profiles(memories.get());
      Asked first = pair < pairs / 2 ? seeds(random) : byDay(pair, random);
      Asked second = pair < pairs / 2 ? changed(first, random) : later(pair, first, random);
      Optional<Told> one = ask(profiles, first);
      Optional<Told> other = ask(profiles, second);
      if (one.isPresent() && other.isPresent()) {
        answered++;
        isolated.addAll(isolated(one.get(), other.get()));
        isolated.addAll(isolated(other.get(), one.get()));
      } else {
        refused++;
      }
    }
    return new Outcome(answered, refused, isolated);
  }

  private Asked seeds(SplittableRandom random) {
    int size = 110 + random.nextInt(500);
    Set<String> members = new HashSet<>();
    while (members.size() < size) {
      members.add(crowd.users().get(random.nextInt(crowd.users().size())));
    }
    return new Asked(new Target.OfUsers(members), Crowd.DAYS, members);
  }

  /** 1 to 150 users more, fewer, or others. */
  private Asked changed(Asked asked, SplittableRandom random) {
    int change = 1 + random.nextInt(150);
    int way = random.nextInt(3);
    var members = new HashSet<>(asked.members());
    List<String> users = crowd.users();
    int start = random.nextInt(users.size());
    int added = way == 1 ? change : 0;
    int removed = way == 0 ? change : 0;
    for (int i = 0; i < users.size() && (added < change || removed < change); i++) {
      String user = users.get((start + i) % users.size());
      if (asked.members().contains(user) ? removed < change : added < change) {
        if (members.remove(user)) {
          removed++;
        } else {
          members.add(user);
          added++;
        }
      }
    }
    return new Asked(new Target.OfUsers(members), asked.day(), members);
  }

  /** Buyers by state, or by a segment, some days ago. */
  private Asked byDay(int pair, SplittableRandom random) {
    int day = 14 + random.nextInt(12);
    return pair % 2 == 0 ? state(day) : segment(day);
  }

  /** The same, or the other way to ask for them, the same day or up to ten days later. */
  private Asked later(int pair, Asked first, SplittableRandom random) {
    int day = Math.min(Crowd.DAYS, first.day() + random.nextInt(15));
    return pair % 3 == 0 ? state(day) : segment(day);
  }

  private Asked state(int day) {
    return new Asked(new Target.OfBrand("alpha"), day, crowd.buyersBefore(day));
  }

  private Asked segment(int day) {
    crowd.segments().save("buyers", "did:order brand:alpha within:90d");
    return new Asked(new Target.OfSegment("buyers"), day, crowd.buyersBefore(day));
  }

  private Optional<Told> ask(ProfileDesk profiles, Asked asked) {
    try {
      List<ProfileRow> rows = profiles.profile(new ProfileQuery(
          asked.target(), Set.of(), Crowd.day(asked.day()), List.of(), 100, Locale.ENGLISH, "x"));
      Map<String, Set<String>> cells = rows.stream()
          .filter(row -> !row.suppressed())
          .collect(Collectors.groupingBy(
              ProfileRow::dimension, Collectors.mapping(ProfileRow::value, Collectors.toSet())));
      return Optional.of(new Told(asked.members(), Crowd.day(asked.day()), cells));
    } catch (NoAudienceException e) {
      return Optional.empty();
    }
  }

  /** What the attacker finds out about fewer than he may, from both answers. */
  private List<String> isolated(Told one, Told other) {
    var found = new ArrayList<String>();
    for (String dimension : List.of("gender", "ageBand", "city", "brand")) {
      cells(one.members(), one.cells(), dimension, "group", found);
    }
    if (one == other) {
      return found;
    }
    Set<String> more = without(one.members(), other.members());
    Set<String> fewer = without(other.members(), one.members());
    if (more.size() + fewer.size() > 0 && more.size() + fewer.size() < K) {
      found.add("users that two groups do not share: " + (more.size() + fewer.size()));
    }
    if (fewer.isEmpty() && !more.isEmpty()) {
      var both = new java.util.TreeMap<String, Set<String>>();
      one.cells().forEach((dimension, values) -> {
        var common = new HashSet<>(values);
        common.retainAll(other.cells().getOrDefault(dimension, Set.of()));
        both.put(dimension, common);
      });
      for (String dimension : List.of("gender", "ageBand", "city", "brand")) {
        if (!dimension.equals("brand") || one.asOf().equals(other.asOf())) {
          differences(more, both, dimension, found);
        }
      }
    }
    return found;
  }

  private void cells(
      Set<String> members,
      Map<String, Set<String>> told,
      String dimension,
      String what,
      List<String> found) {
    for (String value : told.getOrDefault(dimension, Set.of())) {
      long count = count(members, dimension, value);
      boolean noUnknown = value.equals("unknown") && count == 0;
      if (!value.equals("alpha") && count < CELL && !noUnknown) {
        found.add(what + " " + dimension + "=" + value + ": " + count);
      }
    }
    hidden(members, told, dimension, what, found);
  }

  private void differences(
      Set<String> members, Map<String, Set<String>> told, String dimension, List<String> found) {
    for (String value : told.getOrDefault(dimension, Set.of())) {
      long count = count(members, dimension, value);
      if (!value.equals("alpha") && isFew(count)) {
        found.add("difference " + dimension + "=" + value + ": " + count);
      }
    }
    hidden(members, told, dimension, "difference", found);
  }

  /** A total less what was told. */
  private void hidden(
      Set<String> members,
      Map<String, Set<String>> told,
      String dimension,
      String what,
      List<String> found) {
    Set<String> values = told.getOrDefault(dimension, Set.of());
    if (PARTITIONS.contains(dimension) && !values.isEmpty()) {
      long rest = members.size()
          - values.stream().mapToLong(v -> count(members, dimension, v)).sum();
      if (isFew(rest)) {
        found.add(what + " " + dimension + " withheld: " + rest);
      }
    }
    if (!PARTITIONS.contains(dimension)) {
      for (String value : values) {
        long rest = members.size() - count(members, dimension, value);
        if (!value.equals("alpha") && isFew(rest)) {
          found.add(what + " " + dimension + " not " + value + ": " + rest);
        }
      }
    }
  }

  private static boolean isFew(long users) {
    return users > 0 && users < CELL;
  }

  private long count(Set<String> members, String dimension, String value) {
    return members.stream()
        .filter(user -> crowd.cells(user).get(dimension).contains(value))
        .count();
  }

  private static Set<String> without(Set<String> users, Set<String> others) {
    var left = new HashSet<>(users);
    left.removeAll(others);
    return left;
  }

  /** Never knows what was answered. */
  private static final class Forgetful implements GroupMemory {
    private final MemoryGroups groups = new MemoryGroups();

    @Override
    public int[] numbers(long[] keys) {
      return groups.numbers(keys);
    }

    @Override
    public long newest() {
      return 0;
    }

    @Override
    public List<AnsweredGroup> after(long id) {
      return List.of();
    }

    @Override
    public boolean remember(AnsweredGroup group) {
      return true;
    }

    @Override
    public void dropBefore(Instant time) {}

    @Override
    public long forget(Collection<Long> keys) {
      return groups.forget(keys);
    }
  }
}
