package io.tidewatch.api.strategy;

import io.tidewatch.model.trend.Interval3;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line about a brand and its rivals in a category. Names are the names in JSON. Intervals are 5 %
 * to 95 %; null is "cannot be said", never 0.
 */
public sealed interface RivalRow {
  /** {@code brand}, {@code aspect} or {@code keyword}. */
  String section();

  /** 0 for null: where a sentence says a count only after it was found to be there. */
  static int or0(@Nullable Integer count) {
    return count == null ? 0 : count;
  }

  /**
   * The brand or a rival.
   *
   * @param own whether it is the brand that asks
   * @param buyers in the window and category
   * @param gmvShare of the category
   * @param growth of its gmv against the window before
   * @param talkShare among the category's brands
   * @param talkOverSales share of talk over share of gmv
   * @param priceIndex mean price of a piece over the category's, 100 = the same
   * @param people users by state A, I, P, L at the window's end, everybody in the deepest one
   * @param won next orders that were the asking brand's after one of this rival; null for itself,
   *     like the three below
   * @param lost next orders that were the rival's after one of the asking brand
   * @param wonShare won of won and lost
   * @param flow shrunk share of the rival's next orders that went to the asking brand
   * @param sharedBuyers buyers of both in the window
   * @param documents that judge it by any aspect
   * @param positiveShare of judgements that are positive or negative
   */
  record Standing(
      String section,
      String brandId,
      String name,
      boolean own,
      long buyers,
      long orders,
      BigDecimal gmv,
      String currency,
      @Nullable Interval3 gmvShare,
      @Nullable Interval3 growth,
      @Nullable Long talk,
      @Nullable Interval3 talkShare,
      @Nullable Double talkOverSales,
      @Nullable Double price,
      @Nullable Double priceIndex,
      Map<String, Integer> people,
      @Nullable Integer won,
      @Nullable Integer lost,
      @Nullable Interval3 wonShare,
      @Nullable Double flow,
      @Nullable Long sharedBuyers,
      long documents,
      @Nullable Interval3 positiveShare)
      implements RivalRow {
    public Standing {
      people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }
  }

  /**
   * An aspect as the brand and its rivals are judged for it.
   *
   * @param verdict {@code ahead} or {@code behind} where the intervals of the brand and of all rivals
   *     together do not meet, {@code even} where they do, {@code too-few} where either has fewer than
   *     ten judgements
   * @param rivals most judged first
   */
  record Aspect(
      String section,
      String aspect,
      String name,
      String verdict,
      @Nullable Judgement own,
      @Nullable Interval3 rivalPositiveShare,
      List<Judgement> rivals)
      implements RivalRow {
    public Aspect {
      rivals = List.copyOf(rivals);
    }
  }

  /**
   * Judgements of one brand.
   *
   * @param documents that judge the aspect
   * @param positiveShare of positive and negative judgements
   * @param evidence newest documents, at most three
   */
  record Judgement(
      String brandId,
      String name,
      long documents,
      long positive,
      long negative,
      @Nullable Interval3 positiveShare,
      List<String> evidence) {
    public Judgement {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A keyword of which a rival gets at least half of the orders.
   *
   * @param ownerShare of its orders
   * @param brandOrders of the asking brand
   * @param revenue R, guided revenue of the word
   * @param window what the counts are of, in words
   */
  record Keyword(
      String section,
      String keyword,
      String ownerId,
      String owner,
      double ownerShare,
      @Nullable Long searchers,
      @Nullable Long orders,
      @Nullable Long brandOrders,
      @Nullable Double revenue,
      String window)
      implements RivalRow {}
}
