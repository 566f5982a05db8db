package io.tidewatch.audience;

import io.tidewatch.audience.profile.PrivacyGate;
import io.tidewatch.audience.profile.ProfileConfig;
import io.tidewatch.model.group.GroupMemory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * People of whom everything is known to the test: gender, age band and city, told long ago, which
 * some did not tell; the brands they follow; on which of the last forty days they bought alpha. All
 * followed bean on the first of these days.
 */
public final class Crowd {
  public static final Instant END = Instant.parse("2025-11-11T16:00:00Z");
  public static final int DAYS = 40;

  private static final List<String> BRANDS = List.of("beta", "tent", "bean", "young");
  private static final Instant FIRST = END.minus(Duration.ofDays(DAYS)).plusSeconds(36_000);

  private final FakeBehaviorStore store = new FakeBehaviorStore();
  private final MemoryAudit audit = new MemoryAudit();
  private final MemorySegments saved = new MemorySegments();
  private final AudienceDesk desk;
  private final Map<String, Map<String, Set<String>>> cells = new TreeMap<>();
  private final Map<String, Integer> bought = new HashMap<>();
  private final List<String> users;

  public Crowd(int users, long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < users; i++) {
      person("u%05d".formatted(i), random);
    }
    this.users = cells.keySet().stream().sorted().toList();
    this.desk = new AudienceDesk(Market.sources(store), () -> saved);
  }

  private void person(String user, SplittableRandom random) {
    var told = new TreeMap<String, Set<String>>();
    tell(told, user, "gender", random.nextInt(100) < 6 ? null : random.nextInt(3) > 0 ? "女" : "男");
    tell(told, user, "ageBand", "2" + Math.min(random.nextInt(9), random.nextInt(9)));
    tell(told, user, "city", random.nextInt(4) == 0 ? null : "城" + skewed(random, 12));
    store.add(user, FIRST, "follow", "bean", "coffee");
    var brands = new TreeSet<>(Set.of("bean"));
    for (String brand : BRANDS) {
      if (random.nextInt(BRANDS.indexOf(brand) * 4 + 2) == 0) {
        store.add(user, FIRST, "follow", brand, "camping");
        brands.add(brand);
      }
    }
    if (random.nextInt(2) == 0) {
      int day = random.nextInt(DAYS);
      bought.put(user, day);
      store.add(user, FIRST.plus(Duration.ofDays(day)), "order", "alpha", "makeup");
    }
    told.put("brand", brands);
    cells.put(user, told);
  }

  private static int skewed(SplittableRandom random, int values) {
    return Math.min(
        random.nextInt(values), Math.min(random.nextInt(values), random.nextInt(values)));
  }

  private void tell(Map<String, Set<String>> told, String user, String name, String value) {
    if (value == null) {
      told.put(name, Set.of("unknown"));
      return;
    }
    store.tell(user, FIRST.minusSeconds(60), name, value, "declared");
    told.put(name, Set.of("declared:" + value));
  }

  /** By id. */
  public List<String> users() {
    return users;
  }

  /** Whoever bought alpha on the days before that one, from 0. */
  public Set<String> buyersBefore(int day) {
    return bought.entrySet().stream()
        .filter(e -> e.getValue() < day)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** The start of a day. */
  public static Instant day(int day) {
    return END.minus(Duration.ofDays(DAYS - day));
  }

  /** The cells of a user: values by dimension. Of brands only those that were followed early. */
  public Map<String, Set<String>> cells(String user) {
    return cells.get(user);
  }

  public FakeBehaviorStore store() {
    return store;
  }

  public MemoryAudit audit() {
    return audit;
  }

  public AudienceDesk desk() {
    return desk;
  }

  public SegmentDesk segments() {
    return desk.segments(() -> END);
  }

  public ProfileDesk profiles(GroupMemory memory) {
    return profiles(memory, ProfileConfig.DEFAULT, END);
  }

  public ProfileDesk profiles(GroupMemory memory, ProfileConfig config, Instant now) {
    return desk.profiles(new PrivacyGate(config, 50, memory, audit, Crowd::hash, () -> now));
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
