package io.tidewatch.audience.learning;

import io.tidewatch.audience.direction.Brief;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.model.catalogue.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * What a user did lately, in all, in the categories where a brand sells, and with the brand itself.
 * Days since are fractions of 24 hours; what never happened is NaN. For one thread.
 */
final class LatelyDone {
  static final List<String> RFM =
      List.of("days since last act", "acts in 28 days", "spent in 90 days");

  /** Days since the last search, click or view in the brand's categories. */
  static final String SOUGHT = "category: days since sought";

  private static final List<String> GENERAL = List.of(
      "acts in 7 days",
      "orders in 90 days",
      SOUGHT,
      "category: sought in 7 days",
      "category: sought in 28 days",
      "category: kept in 28 days",
      "category: days since order",
      "category: orders in 90 days");
  private static final List<String> OWN = List.of(
      "brand: days since seen",
      "brand: seen in 15 days",
      "brand: days since met",
      "brand: met in 90 days");
  private static final double NEVER = Double.NaN;

  private final UserFacts facts;
  private final BrandScope scope;
  private final BitSet categories;

  /** {@code categories}: numbers of those that count as the brand's; not to be changed. */
  LatelyDone(UserFacts facts, BrandScope scope, BitSet categories) {
    this.facts = facts;
    this.scope = scope;
    this.categories = categories;
  }

  /** In the categories where the brand sells. */
  static LatelyDone of(Brief brief) {
    BrandScope scope = Objects.requireNonNull(brief.brand()).scope();
    BitSet categories = new BitSet();
    for (Product product : brief.catalogue().products()) {
      int category = brief.facts().categories().number(product.categoryId());
      if (product.brandId().equals(scope.brandId()) && category != Names.NONE) {
        categories.set(category);
      }
    }
    return new LatelyDone(brief.facts(), scope, categories);
  }

  /** Numbers of the categories where the brand sells. */
  BitSet categories() {
    return categories;
  }

  /** Names of the numbers; {@code own}: also of those about the brand itself. */
  static List<String> names(boolean own) {
    var names = new ArrayList<>(RFM);
    names.addAll(GENERAL);
    if (own) {
      names.addAll(OWN);
    }
    return names;
  }

  /**
   * One number a name. Without {@code own} what was done with the brand itself counts nowhere.
   */
  double[] numbers(int user, boolean own) {
    var done = new Done();
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      boolean concerns = scope.concerns(facts, fact);
      if (own || !concerns) {
        done.take(fact, concerns);
      }
    }
    return done.numbers(own);
  }

  private boolean isInCategory(int fact) {
    int category = facts.category(fact);
    return category != Names.NONE && categories.get(category);
  }

  private final class Done {
    private final double[] general = new double[RFM.size() + GENERAL.size()];
    private final double[] own = new double[OWN.size()];

    Done() {
      for (int last : new int[] {0, 5, 9}) {
        general[last] = NEVER;
      }
      own[0] = NEVER;
      own[2] = NEVER;
    }

    void take(int fact, boolean concerns) {
      double days = (double) facts.age(fact) / UserFacts.DAY;
      Action action = facts.action(fact);
      boolean shown = action.isShown();
      if (concerns) {
        own[shown ? 0 : 2] = days;
        own[1] += shown && days <= 15 ? 1 : 0;
        own[3] += !shown && days <= 90 ? 1 : 0;
      }
      if (shown) {
        return;
      }
      general[0] = days;
      general[1] += days <= 28 ? 1 : 0;
      general[3] += days <= 7 ? 1 : 0;
      boolean bought = facts.isKeptOrder(fact);
      if (bought && days <= 90) {
        general[2] += Float.isNaN(facts.value(fact)) ? 0 : facts.value(fact);
        general[4]++;
      }
      if (isInCategory(fact)) {
        inCategory(action, bought, days);
      }
    }

    private void inCategory(Action action, boolean bought, double days) {
      switch (action) {
        case SEARCH, CLICK, VIEW -> {
          general[5] = days;
          general[6] += days <= 7 ? 1 : 0;
          general[7] += days <= 28 ? 1 : 0;
        }
        case CART, FAVORITE -> general[8] += days <= 28 ? 1 : 0;
        case ORDER -> {
          if (bought) {
            general[9] = days;
            general[10] += days <= 90 ? 1 : 0;
          }
        }
        case IMPRESSION, AD_EXPOSURE, AD_CLICK, FOLLOW, SHARE, RATING -> {}
      }
    }

    double[] numbers(boolean withOwn) {
      double[] all = Arrays.copyOf(general, general.length + (withOwn ? own.length : 0));
      if (withOwn) {
        System.arraycopy(own, 0, all, general.length, own.length);
      }
      return all;
    }
  }
}
