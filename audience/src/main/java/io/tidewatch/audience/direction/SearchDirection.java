package io.tidewatch.audience.direction;

import io.tidewatch.audience.answer.Reason;
import io.tidewatch.audience.facts.Action;
import io.tidewatch.audience.facts.Names;
import io.tidewatch.audience.facts.UserFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores users by the labelled keywords that they searched: 1 − Π(1 − v·0.5^(age/half-life)), each
 * word once, at its newest search. The value v of a word is its score S (a chance to buy) where it
 * has one, else the median S of the brand's words ({@value #NO_SCORES} without any) times what its
 * label is worth. Words that name the brand are left out: who searches them is in I.
 */
public final class SearchDirection implements Direction {
  private static final double NO_SCORES = 0.05;
  private static final Map<String, Double> LABELS = Map.of(
      "CONTESTED_ADVANTAGE", 1.0,
      "OWNED", 1.0,
      "OPEN_NEUTRAL", 0.6,
      "RIVAL_OWNED", 0.4,
      "OPEN_WEAK", 0.3,
      "INSUFFICIENT", 0.2);

  @Override
  public String name() {
    return "search";
  }

  @Override
  public boolean needsBrand() {
    return true;
  }

  @Override
  public Reach reach(Brief brief) {
    Brief.OfBrand brand = brief.brand();
    if (brand == null || brand.keywords().isEmpty()) {
      return Reach.nobody(name(), brief.matrix().users());
    }
    var scoring = new Scoring(brief, brand);
    float[] scores = new float[brief.matrix().users()];
    brief.universe().forEach(user -> scores[user] = scoring.score(user));
    return new Reach(name(), scores, scoring::reasons);
  }

  /** What a word is worth, 0 to 1. */
  static double value(BrandKeyword keyword, double median) {
    Double score = keyword.score();
    return score != null ? score : median * LABELS.getOrDefault(keyword.label(), 0.0);
  }

  private static double median(List<BrandKeyword> keywords) {
    double[] scores = keywords.stream()
        .map(BrandKeyword::score)
        .filter(s -> s != null)
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
    return scores.length == 0 ? NO_SCORES : scores[scores.length / 2];
  }

  private static final class Scoring {
    private final Brief brief;
    private final UserFacts facts;
    private final @Nullable BrandKeyword[] byWord;
    private final double median;

    Scoring(Brief brief, Brief.OfBrand brand) {
      this.brief = brief;
      this.facts = brief.facts();
      this.median = median(brand.keywords());
      this.byWord = new BrandKeyword[facts.keywords().size()];
      for (BrandKeyword keyword : brand.keywords()) {
        for (String spelling : keyword.spellings()) {
          int word = facts.keywords().number(spelling);
          if (word != Names.NONE && !brand.scope().hasKeyword(word)) {
            byWord[word] = better(byWord[word], keyword);
          }
        }
      }
    }

    /** A word of several categories counts by the one that is worth most. */
    private BrandKeyword better(@Nullable BrandKeyword one, BrandKeyword other) {
      return one == null || value(other, median) > value(one, median) ? other : one;
    }

    float score(int user) {
      double missed = 1;
      for (BrandKeyword keyword : searched(user)) {
        missed *= 1 - Math.clamp(part(keyword, user), 0, 1);
      }
      return (float) (1 - missed);
    }

    private double part(BrandKeyword keyword, int user) {
      return value(keyword, median)
          * Math.pow(0.5, newest(user, keyword) / brief.config().directions().searchHalfLifeDays());
    }

    /** Days since the user last searched the keyword. */
    private double newest(int user, BrandKeyword keyword) {
      double days = Double.MAX_VALUE;
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        if (isSearch(fact) && keyword.equals(byWord[facts.keyword(fact)])) {
          days = Math.min(days, Math.max(0, facts.day(fact)));
        }
      }
      return days;
    }

    private boolean isSearch(int fact) {
      return facts.action(fact) == Action.SEARCH
          && facts.keyword(fact) != Names.NONE
          && facts.age(fact) <= brief.config().directions().searchDays() * (long) UserFacts.DAY;
    }

    private List<BrandKeyword> searched(int user) {
      var found = new LinkedHashSet<BrandKeyword>();
      for (int fact = facts.first(user); fact < facts.end(user); fact++) {
        BrandKeyword keyword = isSearch(fact) ? byWord[facts.keyword(fact)] : null;
        if (keyword != null) {
          found.add(keyword);
        }
      }
      return List.copyOf(found);
    }

    List<Reason> reasons(int user) {
      List<BrandKeyword> searched = searched(user);
      double sum = searched.stream().mapToDouble(k -> part(k, user)).sum();
      double score = score(user);
      var parts = new RankedParts();
      for (BrandKeyword keyword : searched) {
        double part = part(keyword, user);
        parts.add(new Reason(
            "search",
            brief
                .wording()
                .say(
                    "近 %d 天搜索过「%s」(%s)",
                    "Searched %2$s in the last %1$d days (%3$s)",
                    brief.config().directions().searchDays(),
                    keyword.keyword(),
                    keyword.label()),
            "keyword:" + keyword.keyword(),
            value(keyword, median),
            sum == 0 ? 0 : score * part / sum));
      }
      return parts.reasons();
    }
  }
}
