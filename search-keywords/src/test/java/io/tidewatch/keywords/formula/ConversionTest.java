package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConversionTest {
  private static final CredibilityPrior PRIOR = new CredibilityPrior(0.1, 100);

  @Test
  void of_handWorked_isThePosteriorMeanBetweenItsQuantiles() {
    Interval rate = Conversion.of(300, 60, PRIOR);

    // (60 + 100·0.1) / (300 + 100)
    assertThat(rate.mid()).isCloseTo(0.175, within(1e-12));
    assertThat(rate.lo()).isBetween(0.14, 0.175);
    assertThat(rate.hi()).isBetween(0.175, 0.21);
  }

  @Test
  void of_fewSearchers_staysNearTheCategory() {
    assertThat(Conversion.of(1, 1, PRIOR).mid()).isCloseTo(0.1, within(0.01));
  }

  @Test
  void of_moreSearchers_narrows() {
    Interval little = Conversion.of(100, 10, PRIOR);
    Interval much = Conversion.of(10_000, 1_000, PRIOR);

    assertThat(much.hi() - much.lo()).isLessThan((little.hi() - little.lo()) / 3);
  }
}
