package io.tidewatch.audience.learning;

import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.BrandScope;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import io.tidewatch.audience.feature.PriceBands;
import java.util.BitSet;
import java.util.List;

/**
 * What a user has done in the categories of a brand as far back as facts reach: how much, how often
 * an order follows another, how much of it was the brand's, and at what prices. What is not known is
 * NaN. For one thread.
 */
final class LongHabits {
  private static final List<String> NAMES = List.of(
      "active days in 28 days",
      "category: acts in 180 days",
      "category: days sought in 28 days",
      "category: orders",
      "category: days since order over usual gap",
      "category: kept in 14 days and not bought",
      "category: usual price",
      "category: usual price off the brand's",
      "brand: acts",
      "brand: share of acts in category");
  /** Acts that a share is shrunk by. */
  private static final double FEW = 3;

  private final UserFacts facts;
  private final BrandScope scope;
  private final BitSet categories;
  private final PriceBands prices;
  private final double brandPrice;

  LongHabits(UserFacts facts, BrandScope scope, BitSet categories) {
    this.facts = facts;
    this.scope = scope;
    this.categories = categories;
    this.prices = PriceBands.of(facts);
    double sum = 0;
    int count = 0;
    for (int product = 0; product < facts.products().size(); product++) {
      double rank = prices.rank(product);
      if (scope.hasProduct(product) && !Double.isNaN(rank)) {
        sum += rank;
        count++;
      }
    }
    this.brandPrice = count == 0 ? Double.NaN : sum / count;
  }

  static List<String> names() {
    return NAMES;
  }

  /** One number a name. */
  double[] numbers(int user) {
    var acts = new Acts();
    for (int fact = facts.first(user); fact < facts.end(user); fact++) {
      acts.take(fact);
    }
    return acts.numbers();
  }

  private final class Acts {
    private final BitSet activeDays = new BitSet();
    private final BitSet soughtDays = new BitSet();
    private int halfYear;
    private int inCategory;
    private int own;
    private int orders;
    private int open;
    private double firstOrder = Double.NaN;
    private double lastOrder = Double.NaN;
    private double price;
    private int priced;

    void take(int fact) {
      Action action = facts.action(fact);
      if (action.isShown()) {
        return;
      }
      int day = facts.day(fact);
      if (day < 28) {
        activeDays.set(day);
      }
      boolean concerns = scope.concerns(facts, fact);
      own += concerns ? 1 : 0;
      int category = facts.category(fact);
      if (category == Names.NONE || !categories.get(category)) {
        return;
      }
      inCategory++;
      halfYear += day < 180 ? 1 : 0;
      double rank = prices.rank(facts.product(fact));
      if (!Double.isNaN(rank)) {
        price += rank;
        priced++;
      }
      switch (action) {
        case SEARCH, CLICK, VIEW -> {
          if (day < 28) {
            soughtDays.set(day);
          }
        }
        case CART, FAVORITE -> open += day < 14 ? 1 : 0;
        case ORDER -> order(fact);
        case IMPRESSION, AD_EXPOSURE, AD_CLICK, FOLLOW, SHARE, RATING -> {}
      }
    }

    private void order(int fact) {
      open = 0;
      if (facts.isKeptOrder(fact)) {
        double days = (double) facts.age(fact) / UserFacts.DAY;
        if (orders++ == 0) {
          firstOrder = days;
        }
        lastOrder = days;
      }
    }

    double[] numbers() {
      double gap = orders < 2 ? Double.NaN : (firstOrder - lastOrder) / (orders - 1);
      double usual = priced == 0 ? Double.NaN : price / priced;
      return new double[] {
        activeDays.cardinality(),
        halfYear,
        soughtDays.cardinality(),
        orders,
        gap > 0 ? lastOrder / gap : Double.NaN,
        open,
        usual,
        Math.abs(usual - brandPrice),
        own,
        own / (inCategory + FEW)
      };
    }
  }
}
