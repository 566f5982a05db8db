package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.formula.CredibilityPrior.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordRevenueTest {

  @Test
  void explain_shrunkToItsCategory_matchesTheHandWorkedValue() {
    // RPS = (5000 + 100·2)/(400 + 100) = 10.4; R = 4160; the brand's quarter 1040
    var r = KeywordRevenue.explain(400, 5000, new CredibilityPrior(2, 100), 0.25);

    assertThat(r.perSearcher()).isCloseTo(10.4, within(1e-12));
    assertThat(r.R()).isCloseTo(4160, within(1e-9));
    assertThat(r.RBrand()).isCloseTo(1040, within(1e-9));
  }

  @Test
  void explain_noSearchers_isZeroNotUndefined() {
    assertThat(KeywordRevenue.explain(0, 0, new CredibilityPrior(2, 20), null).R())
        .isZero();
    assertThat(KeywordRevenue.explain(0, 0, new CredibilityPrior(2, 20), null).RBrand())
        .isNull();
  }

  @Test
  void prior_keywordsDifferMuch_isWorthFewSearchers() {
    // Two keywords of 100 searchers, all spending 10 or all 0: no variance within.
    var prior =
        CredibilityPrior.of(List.of(new Sample(100, 1000, 10_000), new Sample(100, 0, 0)), 20, 500);

    assertThat(prior.mean()).isEqualTo(5);
    assertThat(prior.weight()).isEqualTo(20);
  }

  @Test
  void prior_keywordsDifferByChance_isWorthTheMost() {
    var prior = CredibilityPrior.of(
        List.of(new Sample(100, 50, 50), new Sample(100, 51, 51), new Sample(50, 25, 25)), 20, 500);

    assertThat(prior.weight()).isEqualTo(500);
  }

  @Test
  void prior_betweenTheLimits_matchesTheHandWorkedMoments() {
    // Buyers 30 and 10 of 100 each: mean 0.2; within = (21 + 9)/198 = 0.151515;
    // spread = 2·100·0.01 = 2; effective = 200 − 20000/200 = 100;
    // between = (2 − 0.151515)/100 = 0.0184848; weight = 8.197 → lower limit of 5 does not bite
    var prior =
        CredibilityPrior.of(List.of(new Sample(100, 30, 30), new Sample(100, 10, 10)), 5, 500);

    assertThat(prior.mean()).isCloseTo(0.2, within(1e-12));
    assertThat(prior.weight()).isCloseTo(8.19672, within(1e-4));
    assertThat(prior.shrink(10, 10)).isCloseTo((10 + 8.19672 * 0.2) / 18.19672, within(1e-4));
  }

  @Test
  void prior_nothingSearched_isZeroAtTheUpperLimit() {
    assertThat(CredibilityPrior.of(List.of(), 20, 500)).isEqualTo(new CredibilityPrior(0, 500));
  }
}
