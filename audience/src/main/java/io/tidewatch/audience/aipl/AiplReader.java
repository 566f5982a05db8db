package io.tidewatch.audience.aipl;

import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides the states of all users towards a brand in one pass over packed facts. The time may lie
 * before the facts' own; nothing at or after it counts, and an order that was paid back later still
 * counts as bought. Evidence with age a holds a state of window w at a time b seconds before T when
 * b &lt; a ≤ b + w.
 *
 * <p>After the awareness, interest, purchase, loyalty states of the Quick Audience documentation.
 */
public final class AiplReader {
  private static final AiplState[] STATES = AiplState.values();
  private static final int NOTHING = Integer.MAX_VALUE;

  private final UserFacts facts;
  private final BrandScope brand;
  private final ShownSearches shown;
  private final AiplConfig config;

  /**
   * @param shown searches that showed the brand, as far back as the states that are asked for reach
   */
  public AiplReader(UserFacts facts, BrandScope brand, ShownSearches shown, AiplConfig config) {
    this.facts = facts;
    this.brand = brand;
    this.shown = shown;
    this.config = config;
  }

  /** The states at the facts' time. */
  public BrandStates now() {
    return before(0);
  }

  /** What a user's states rest on at the facts' time, newest first; of a repeat purchase each day. */
  public List<Held> evidence(int user) {
    var found = new ArrayList<Held>();
    var one = new OneUser(0, (evidence, age, fact) -> {
      if (evidence != Evidence.REPEAT_PURCHASE) {
        found.add(new Held(evidence, age, fact));
      }
    });
    one.read(user);
    found.removeIf(held -> (one.held() & held.evidence().bit()) == 0);
    if ((one.held() & Evidence.REPEAT_PURCHASE.bit()) != 0) {
      found.addAll(found.stream()
          .filter(held -> held.evidence() == Evidence.ORDER && one.isNewestOfItsDay(held.age()))
          .map(held -> new Held(Evidence.REPEAT_PURCHASE, held.age(), held.fact()))
          .toList());
    }
    found.sort(Comparator.comparingInt(Held::age));
    return found;
  }

  /** The states {@code seconds} before the facts' time. */
  public BrandStates before(int seconds) {
    if (seconds < 0) {
      throw new IllegalArgumentException("seconds: at least 0 is required, got " + seconds);
    }
    int users = facts.users();
    var states = new byte[users];
    var evidence = new short[users];
    var leftAgo = new int[AiplState.values().length][users];
    var one = new OneUser(seconds, (kind, age, fact) -> {});
    for (int user = 0; user < users; user++) {
      one.read(user);
      states[user] = (byte) one.state().depth();
      evidence[user] = (short) one.held();
      for (AiplState state : AiplState.values()) {
        leftAgo[state.depth()][user] = one.leftAgo(state);
      }
    }
    return new BrandStates(states, evidence, leftAgo);
  }

  /** Gets what is young enough to hold a state; numbers instead of objects, for all users pass by. */
  private interface Sink {
    void take(Evidence evidence, int age, int fact);
  }

  /** What one user after another did; {@code ended} says how long ago each state ended. */
  private final class OneUser {
    private final int time;
    private final Sink sink;
    private final long[] ended = new long[AiplState.values().length];
    private final int[] purchaseDays = new int[config.loyaltyPurchases()];
    private final int[] purchaseAges = new int[config.loyaltyPurchases()];
    private int at = Names.NONE;
    private int bits;
    private int voice;
    private int voiceBits;

    OneUser(int time, Sink sink) {
      this.time = time;
      this.sink = sink;
    }

    void read(int user) {
      bits = 0;
      voice = NOTHING;
      voiceBits = 0;
      Arrays.fill(ended, NOTHING);
      Arrays.fill(purchaseDays, NOTHING);
      Arrays.fill(purchaseAges, NOTHING);
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        if (facts.age(fact) > time) {
          at = fact;
          take(fact, facts.age(fact) - time);
        }
      }
      at = Names.NONE;
      for (int i = shown.first(user); i < shown.end(user); i++) {
        if (shown.age(i) > time) {
          hold(Evidence.SHOWN_IN_RESULTS, shown.age(i) - time, config.awarenessDays());
        }
      }
      loyalty();
    }

    private void take(int fact, int age) {
      if (!brand.isOf(facts, fact)) {
        if (brand.hasKeyword(facts.keyword(fact))) {
          hold(Evidence.NAMED_SEARCH, age, config.interestDays());
        }
        return;
      }
      switch (facts.action(fact)) {
        case IMPRESSION -> hold(Evidence.IMPRESSION, age, config.awarenessDays());
        case AD_EXPOSURE -> hold(Evidence.AD_EXPOSURE, age, config.awarenessDays());
        case VIEW -> hold(Evidence.VIEW, age, config.interestDays());
        case CLICK -> hold(Evidence.CLICK, age, config.interestDays());
        case AD_CLICK -> hold(Evidence.AD_CLICK, age, config.interestDays());
        case FAVORITE -> hold(Evidence.FAVORITE, age, config.interestDays());
        case CART -> hold(Evidence.CART, age, config.interestDays());
        case FOLLOW -> hold(Evidence.FOLLOW, age, config.interestDays());
        case ORDER -> order(fact, age);
        case RATING -> {
          if (facts.value(fact) >= config.goodStars()) {
            say(Evidence.GOOD_RATING, age);
          }
        }
        case SHARE -> say(Evidence.SHARE, age);
        case SEARCH -> hold(Evidence.NAMED_SEARCH, age, config.interestDays());
      }
    }

    private void order(int fact, int age) {
      int returned = facts.returnedAge(fact);
      if (returned == Names.NONE || returned <= time) {
        hold(Evidence.ORDER, age, config.purchaseDays());
        remember(facts.day(fact), age);
      } else if (returned < facts.age(fact)) {
        end(AiplState.P, Math.max(returned - time, age - seconds(config.purchaseDays())));
      }
    }

    /** Keeps the newest purchase of each of the newest days, newest first. */
    private void remember(int day, int age) {
      int place = 0;
      while (place < purchaseDays.length && purchaseDays[place] < day) {
        place++;
      }
      if (place == purchaseDays.length) {
        return;
      }
      if (purchaseDays[place] != day) {
        System.arraycopy(
            purchaseDays, place, purchaseDays, place + 1, purchaseDays.length - place - 1);
        System.arraycopy(
            purchaseAges, place, purchaseAges, place + 1, purchaseAges.length - place - 1);
        purchaseDays[place] = day;
        purchaseAges[place] = age;
      }
      purchaseAges[place] = Math.min(purchaseAges[place], age);
    }

    /** Whether a purchase of that age is the newest of one of the newest days. */
    boolean isNewestOfItsDay(int age) {
      return Arrays.stream(purchaseAges).anyMatch(newest -> newest == age);
    }

    private void say(Evidence evidence, int age) {
      voice = Math.min(voice, age);
      if (age <= seconds(config.voiceDays())) {
        voiceBits |= evidence.bit();
        sink.take(evidence, age, at);
      }
    }

    private void loyalty() {
      int oldest = purchaseAges[purchaseAges.length - 1];
      if (oldest != NOTHING) {
        hold(Evidence.REPEAT_PURCHASE, oldest, config.loyaltyDays());
      }
      long bought = ended[AiplState.P.depth()];
      if (voice != NOTHING && bought != NOTHING) {
        end(AiplState.L, Math.max(voice - seconds(config.voiceDays()), bought));
        if (bought < 0) {
          bits |= voiceBits;
        }
      }
    }

    private void hold(Evidence evidence, int age, int days) {
      long since = age - seconds(days);
      end(evidence.state(), since);
      if (since <= 0) {
        bits |= evidence.bit();
        sink.take(evidence, age, at);
      }
    }

    /** A state ended that long ago; it holds for 0 and less. */
    private void end(AiplState state, long ago) {
      ended[state.depth()] = Math.min(ended[state.depth()], ago);
    }

    AiplState state() {
      for (int s = AiplState.L.depth(); s > 0; s--) {
        if (ended[s] <= 0) {
          return STATES[s];
        }
      }
      return AiplState.O;
    }

    int held() {
      return bits;
    }

    int leftAgo(AiplState state) {
      long ago = ended[state.depth()];
      return ago == NOTHING || state.compareTo(state()) <= 0
          ? BrandStates.NEVER
          : Math.toIntExact(ago);
    }
  }

  private static long seconds(int days) {
    return (long) days * UserFacts.DAY;
  }
}
