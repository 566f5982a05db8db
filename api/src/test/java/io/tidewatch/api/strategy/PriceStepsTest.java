package io.tidewatch.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PriceStepsTest {

  @Test
  void band_wideRange_usesTheCoarseSeries() {
    PriceSteps steps = PriceSteps.of(new double[] {3, 30, 300, 3000});

    assertThat(steps.band(3).label()).isEqualTo("2-5");
    assertThat(steps.band(30).label()).isEqualTo("20-50");
    assertThat(steps.band(3000).label()).isEqualTo("2000-5000");
    assertThat(steps.band(0.3).label()).isEqualTo("0.2-0.5");
  }

  @Test
  void band_roundEnd_belongsToTheBandAbove() {
    PriceSteps steps = PriceSteps.of(new double[] {3, 30, 300, 3000});

    assertThat(steps.band(100).label()).isEqualTo("100-200");
    assertThat(steps.band(99.99).label()).isEqualTo("50-100");
    assertThat(steps.band(0.2).label()).isEqualTo("0.2-0.5");
    assertThat(steps.band(1000).label()).isEqualTo("1000-2000");
  }

  @Test
  void band_narrowRange_usesAFinerSeries() {
    double[] prices = {11, 16, 21, 31, 34};

    assertThat(Arrays.stream(prices)
            .mapToObj(price -> PriceSteps.of(prices).band(price).label()))
        .containsExactly("10-15", "15-20", "20-30", "30-50", "30-50");
  }

  @Test
  void band_onePriceOnly_fallsIntoOneNarrowBand() {
    PriceSteps steps = PriceSteps.of(new double[] {20, 20});

    assertThat(steps.band(20).label()).isEqualTo("18-22");
    assertThat(PriceSteps.of(new double[0]).band(7).label()).isEqualTo("6.8-8.2");
  }

  @Test
  void band_anyPrice_liesWithinItsBand() {
    PriceSteps steps = PriceSteps.of(new double[] {20});

    DoubleStream.iterate(0.01, price -> price < 1e6, price -> price * 1.013)
        .forEach(price -> assertThat(price)
            .isBetween(
                steps.band(price).low().doubleValue(), steps.band(price).high().doubleValue()));
  }
}
