package io.tidewatch.api.eval;

import io.tidewatch.model.behavior.BehaviorStore;
import io.tidewatch.model.behavior.InterestFact;
import io.tidewatch.model.behavior.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What each user did before t₀ as far as audiences by keyword need it. The states are those of AIPL:
 * I by a click, view, favourite, cart, follow, advertisement click or a search that names the brand
 * or its product within 15 days; P and L by an order within 730 days; all others active within 90
 * days are in O or A.
 */
final class UserHistory {
  private static final int PURCHASE_DAYS = 730;
  private static final int ACTIVE_DAYS = 90;
  private static final int INTEREST_DAYS = 15;
  private static final int SEARCH_DAYS = 28;
  private static final Set<String> INTEREST =
      Set.of("click", "view", "favorite", "cart", "follow", "ad_click");

  private UserHistory() {}

  /**
   * One user who was active within 90 days.
   *
   * @param searched keywords of the last 28 days
   * @param held brands by which the user is in I, P or L
   */
  record User(String id, Set<String> searched, Set<String> held) {}

  /** Users in order of their ids; {@code named} gives the brands that a query names. */
  static List<User> before(
      BehaviorStore store, Instant at, ZoneId zone, Function<String, Set<String>> named) {
    LocalDate end = at.atZone(zone).toLocalDate();
    var reading = new Reading(end, named);
    store.interestFacts(Window.before(at, PURCHASE_DAYS, zone), reading::take);
    reading.finish();
    return List.copyOf(reading.users);
  }

  /** Brands that each user ordered, not fully refunded, in the days from {@code at} on. */
  static Map<String, Set<String>> bought(BehaviorStore store, Window window) {
    var bought = new HashMap<String, Set<String>>();
    store.interestFacts(window, fact -> {
      if (fact.action().equals("order") && fact.brandId() != null) {
        bought.computeIfAbsent(fact.userId(), u -> new HashSet<>()).add(fact.brandId());
      }
    });
    return Collections.unmodifiableMap(bought);
  }

  private static final class Reading {
    private final LocalDate end;
    private final Function<String, Set<String>> named;
    private final Map<String, Set<String>> names = new LinkedHashMap<>();
    private final List<User> users = new ArrayList<>();
    private String userId = "";
    private boolean active;
    private Set<String> searched = new HashSet<>();
    private Set<String> held = new HashSet<>();

    Reading(LocalDate end, Function<String, Set<String>> named) {
      this.end = end;
      this.named = named;
    }

    /** Facts come ordered by user. */
    void take(InterestFact fact) {
      if (!fact.userId().equals(userId)) {
        finish();
        userId = fact.userId();
      }
      active |= within(fact, ACTIVE_DAYS);
      String keyword = fact.keyword();
      String brand = fact.brandId();
      if (keyword != null) {
        if (within(fact, SEARCH_DAYS)) {
          searched.add(keyword);
        }
        if (within(fact, INTEREST_DAYS)) {
          held.addAll(names.computeIfAbsent(keyword, named));
        }
      } else if (brand != null
          && (fact.action().equals("order")
              || (INTEREST.contains(fact.action()) && within(fact, INTEREST_DAYS)))) {
        held.add(brand);
      }
    }

    void finish() {
      if (active) {
        users.add(new User(userId, Set.copyOf(searched), Set.copyOf(held)));
      }
      active = false;
      searched = new HashSet<>();
      held = new HashSet<>();
    }

    private boolean within(InterestFact fact, int days) {
      return !fact.day().isBefore(end.minusDays(days));
    }
  }
}
