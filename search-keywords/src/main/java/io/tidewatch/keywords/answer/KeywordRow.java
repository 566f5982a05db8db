package io.tidewatch.keywords.answer;

import io.tidewatch.keywords.formula.ClickRate;
import io.tidewatch.keywords.formula.Interval;
import io.tidewatch.keywords.formula.KeywordLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One keyword in one category, as seen by a brand or, without one, by nobody in particular. Names
 * are the names in JSON. Null is "no data", never 0.
 *
 * @param keyword normalised query
 * @param brandId null without a brand; then so are {@code label}, {@code RBrand}, {@code A} and
 *     {@code score}
 * @param category category id; null when nothing tells it
 * @param E competition, 0 (owned) to 1 (open)
 * @param nEff number of equally strong brands
 * @param hhi concentration of the same shrunk shares
 * @param R revenue guided in the window, in the configured currency
 * @param RBrand the brand's part of it
 * @param A advantage; above 0 the brand is stronger here than in its category
 * @param score chance that a searcher whom the brand does not yet hold buys it within 28 days
 * @param owners brands with the largest order shares, best first, at most five
 * @param basis {@code behaviour} = own records, {@code aggregate} = imported totals, {@code title}
 *     = orders of products whose name holds the word
 * @param conversion buyers per searcher, shrunk to the category
 * @param funnel from search to order, by brand
 * @param ctr click rate of the brand's products, without a brand of all; also corrected for places
 * @param cost what the brand pays; null when nobody told
 * @param roi the brand's guided revenue per unit of spend
 * @param trend of the figures, the window's second half against its first
 * @param sources where the row comes from as a candidate; empty for {@code show}
 * @param plan its place in a budgeted set; null without a budget
 * @param gap what rivals get here; null unless asked for
 * @param asOf end of the window of the counts (exclusive)
 * @param type what the word asks for, such as {@code brand+category}; null when nobody can tell
 * @param typeReasons what says so, by part of the word in order
 * @param root what is to be bought by it; itself when it is a root word
 * @param family its spellings, at most {@value #MEMBERS} of them
 * @param level {@code word}, or {@code root} for the sum of the words with that root
 */
@SuppressWarnings("MemberName") // named as in the formulas and in JSON
public record KeywordRow(
    String keyword,
    @Nullable String brandId,
    @Nullable String category,
    @Nullable KeywordLabel label,
    @Nullable Double E,
    @Nullable Double nEff,
    @Nullable Double hhi,
    @Nullable Double R,
    @Nullable Double RBrand,
    @Nullable Interval A,
    Counts counts,
    @Nullable Double score,
    List<Owner> owners,
    String basis,
    List<Reason> reasons,
    @Nullable Interval conversion,
    KeywordFunnel funnel,
    @Nullable ClickRate ctr,
    @Nullable KeywordCost cost,
    @Nullable Double roi,
    @Nullable KeywordMoves trend,
    List<Source> sources,
    @Nullable Plan plan,
    @Nullable Gap gap,
    Instant asOf,
    @Nullable String type,
    List<TypePart> typeReasons,
    String root,
    Family family,
    String level) {
  /** Most members that a row lists. */
  public static final int MEMBERS = 20;

  /** The level of rows of one word. */
  public static final String WORD = "word";

  /** The level of rows that sum the words of one root. */
  public static final String ROOT = "root";

  public KeywordRow {
    typeReasons = List.copyOf(typeReasons);
    sources = List.copyOf(sources);
    owners = List.copyOf(owners);
    reasons = List.copyOf(reasons);
  }

  /**
   * Raw counts of the window.
   *
   * @param searchers distinct users who searched the word, in all its categories
   * @param orders distinct (user, brand, day) with a paid order that the word led to
   * @param brandOrders those of the brand; null without one
   * @param buyers distinct users with such an order
   * @param gmv sum of those orders less refunds, not winsorised
   */
  public record Counts(
      @Nullable Long searchers,
      @Nullable Long orders,
      @Nullable Long brandOrders,
      @Nullable Long buyers,
      @Nullable BigDecimal gmv) {}

  public KeywordRow with(Plan chosen) {
    return with(reasons, chosen, gap);
  }

  public KeywordRow with(Gap found) {
    return with(reasons, plan, found);
  }

  public KeywordRow with(Reason more) {
    var all = new ArrayList<>(reasons);
    all.add(more);
    return with(all, plan, gap);
  }

  private KeywordRow with(List<Reason> said, @Nullable Plan chosen, @Nullable Gap found) {
    return new KeywordRow(
        keyword,
        brandId,
        category,
        label,
        E,
        nEff,
        hhi,
        R,
        RBrand,
        A,
        counts,
        score,
        owners,
        basis,
        said,
        conversion,
        funnel,
        ctr,
        cost,
        roi,
        trend,
        sources,
        chosen,
        found,
        asOf,
        type,
        typeReasons,
        root,
        family,
        level);
  }

  /**
   * A part of the word.
   *
   * @param type brand, product, category, attribute, scene or other
   * @param code which rule said so
   * @param detail the id, list, pattern or head that it went by; empty when there is none
   */
  public record TypePart(String word, String type, String code, String detail) {}

  /**
   * The spellings of the word.
   *
   * @param total all of them; 1 for a word that stands alone
   * @param members the head first, then the most searched
   */
  public record Family(int total, List<Member> members) {
    public Family {
      members = List.copyOf(members);
    }
  }

  /**
   * A spelling.
   *
   * @param count how often it was searched; null when unknown
   * @param reasons why it is of the family, from itself to the head; empty for the head
   */
  public record Member(String keyword, @Nullable Long count, List<String> reasons) {
    public Member {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Where a candidate comes from.
   *
   * @param source such as {@code category}, {@code co-search} or {@code talk}
   * @param with the word, brand, aspect or occasion that led to it; empty when none did
   * @param counts raw counts by name
   * @param evidence keys of documents, at most a few
   */
  public record Source(
      String source, String with, Map<String, Long> counts, List<String> evidence) {
    public Source {
      counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * What buying the word for the window would cost and bring; money in the configured currency.
   *
   * @param place 1 = the first to buy
   * @param cost expected spend
   * @param clicks expected paid clicks
   * @param newCustomers expected first buyers
   * @param revenue expected revenue from them, alone
   * @param gain what it adds to the words before it
   * @param family words of one family share their searchers
   */
  public record Plan(
      int place,
      double cost,
      double clicks,
      double newCustomers,
      double revenue,
      double gain,
      String family) {}

  /**
   * What rivals get and the brand does not.
   *
   * @param share the brand's shrunk share of the word's orders
   * @param categoryShare its share of the category's orders
   * @param missedRevenue R·(categoryShare − share): what the word would guide to the brand more if it
   *     were as strong here as in its category
   * @param rivals those with more orders here, best first, at most five
   */
  public record Gap(double share, double categoryShare, double missedRevenue, List<Owner> rivals) {
    public Gap {
      rivals = List.copyOf(rivals);
    }
  }

  /** A brand and its share of the keyword's orders, 0 to 1. */
  public record Owner(String brandId, double share) {}
}
