package io.tidewatch.audience.aipl;

import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.behavior.AudienceFacts;
import io.tidewatch.model.behavior.Window;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** When users searched and were shown a brand in the results. Immutable. */
public final class ShownSearches {
  private final int[] starts;
  private final int[] ages;

  private ShownSearches(int[] starts, int[] ages) {
    this.starts = starts;
    this.ages = ages;
  }

  /** None at all. */
  public static ShownSearches none(int users) {
    return new ShownSearches(new int[users + 1], new int[0]);
  }

  /** Of the {@code days} before the facts' time; users who are not among the facts are left out. */
  public static ShownSearches read(AudienceFacts store, UserFacts facts, String brandId, int days) {
    return read(store, facts, Set.of(brandId), days).getOrDefault(brandId, none(facts.users()));
  }

  /** As for one brand, by brand, in one reading; brands that were never shown are left out. */
  public static Map<String, ShownSearches> read(
      AudienceFacts store, UserFacts facts, Set<String> brandIds, int days) {
    var packings = new HashMap<String, Packing>();
    store.shownBrands(
        Window.before(facts.asOf(), days, facts.zone()),
        brandIds,
        shown -> packings
            .computeIfAbsent(shown.brandId(), brand -> new Packing(facts))
            .take(shown.userId(), Duration.between(shown.at(), facts.asOf())));
    var read = new HashMap<String, ShownSearches>();
    packings.forEach((brand, packing) -> read.put(brand, packing.pack()));
    return read;
  }

  int first(int user) {
    return starts[user];
  }

  int end(int user) {
    return starts[user + 1];
  }

  /** Seconds before T, rounded up. */
  int age(int place) {
    return ages[place];
  }

  private static final class Packing {
    private final UserFacts facts;
    private final int[] counts;
    private int[] users = new int[64];
    private int[] ages = new int[64];
    private int size;
    private String lastId = "";
    private int last = Names.NONE;

    Packing(UserFacts facts) {
      this.facts = facts;
      this.counts = new int[facts.users() + 1];
    }

    void take(String userId, Duration before) {
      if (!userId.equals(lastId)) {
        lastId = userId;
        last = facts.user(userId);
      }
      if (last == Names.NONE) {
        return;
      }
      if (size == users.length) {
        users = Arrays.copyOf(users, size * 2);
        ages = Arrays.copyOf(ages, size * 2);
      }
      users[size] = last;
      ages[size++] = Math.toIntExact(before.getSeconds() + (before.getNano() > 0 ? 1 : 0));
      counts[last]++;
    }

    ShownSearches pack() {
      int[] starts = new int[counts.length];
      for (int user = 1; user < starts.length; user++) {
        starts[user] = starts[user - 1] + counts[user - 1];
      }
      int[] next = Arrays.copyOf(starts, starts.length);
      int[] packed = new int[size];
      for (int i = 0; i < size; i++) {
        packed[next[users[i]]++] = ages[i];
      }
      return new ShownSearches(starts, packed);
    }
  }
}
