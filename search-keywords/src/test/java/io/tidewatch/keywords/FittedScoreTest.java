package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.keywords.formula.ScoreModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FittedScoreTest {

  @Test
  void explain_twoWindowsOfHistory_fitsOnFirstPurchasesAfterTheFirst() {
    FakeBehaviorStore store = history(true);

    ScoreModel model = Market.desk(store)
        .explain("词0", "alpha", new KeywordQuery.Span(Market.END, null), null)
        .getFirst()
        .model();

    assertThat(model.fitted()).isTrue();
    assertThat(model.pairs()).isEqualTo(24);
    // 100 undecided searchers a word and brand, and the 45 buyers of the other three brands
    assertThat(model.trials()).isEqualTo(24 * 145L);
    assertThat(model.conversions()).isEqualTo(6 * 40L);
  }

  @Test
  void explain_purchasesOfHoldersOnly_areNoConversions() {
    FakeBehaviorStore store = history(false);

    ScoreModel model = Market.desk(store)
        .explain("词0", "alpha", new KeywordQuery.Span(Market.END, null), null)
        .getFirst()
        .model();

    assertThat(model.fitted()).isFalse();
    assertThat(model.conversions()).isZero();
  }

  /** Six words, bought for four brands; later some undecided searchers, or the holders, buy. */
  private static FakeBehaviorStore history(boolean undecidedBuyLater) {
    var store = new FakeBehaviorStore();
    var random = new Random(3);
    Instant past = Market.END.minus(Duration.ofDays(40));
    Instant later = Market.END.minus(Duration.ofDays(9));
    String[] brands = {"alpha", "beta", "gamma", "delta"};
    for (int word = 0; word < 6; word++) {
      for (String brand : brands) {
        for (int i = 0; i < 15; i++) {
          String user = "b" + word + brand + i;
          store.search(user, past, "词" + word, "makeup");
          store.order(user, past.plusSeconds(60), "词" + word, brand, "makeup", 20);
          if (!undecidedBuyLater) {
            store.order(user, later, null, brand, "makeup", 20);
          }
        }
      }
      for (int i = 0; i < 100; i++) {
        String user = "u" + word + "-" + i;
        store.search(user, past.plusSeconds(random.nextInt(1000)), "词" + word, "makeup");
        if (undecidedBuyLater && i < 40) {
          store.order(user, later, null, brands[i % 4], "makeup", 20);
        }
      }
      store.search("now" + word, later, "词" + word, "makeup");
    }
    return store;
  }
}
