package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.KeywordConfig;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Formulas against a second computation from their definitions, made with the quantiles and solvers
 * of another library (SciPy 1.17), and small sums by hand.
 */
class KeywordReferenceTest {
  private static final Offset<Double> CLOSE = within(1e-7);

  @Test
  void scoreFit_fewTrials_leanOnThePrior() {
    var trials = IntStream.range(0, 24)
        .mapToObj(i -> new ScoreFit.Trials(
            ScoreModel.features(
                100 * (i * 37 % 50 + 1),
                -1 + i * 13 % 20 / 8.0,
                i * 7 % 11 / 10.0,
                -0.5 + i * 5 % 9 / 8.0),
            40 + i * 29 % 60,
            2 + i * 3 % 5))
        .toList();

    ScoreModel model = new ScoreFit(KeywordConfig.DEFAULT.fit()).fit(trials);

    assertThat(model.fitted()).isTrue();
    assertThat(model.coefficients())
        .containsExactly(
            new double[] {
              -2.31721004135473,
              -0.0635516174752164,
              0.2549275723222155,
              -0.17235557402293952,
              0.13289137754080477
            },
            within(1e-5));
  }

  @Test
  void clickRate_withKnownPlaces_isAsReferred() {
    ClickRate rate =
        Objects.requireNonNull(ClickRate.of(new Met(200L, 12L, null, 0, 0, 80.5, 9), "brand"));

    Interval observed = Objects.requireNonNull(rate.observed());
    Interval corrected = Objects.requireNonNull(rate.corrected());
    assertThat(observed.lo()).isCloseTo(0.03692091089251028, CLOSE);
    assertThat(observed.mid()).isCloseTo(12.5 / 201, CLOSE);
    assertThat(observed.hi()).isCloseTo(0.09240533451596745, CLOSE);
    assertThat(corrected.lo()).isCloseTo(0.0642473114631885, CLOSE);
    assertThat(corrected.mid()).isCloseTo(9.5 / 81.5, CLOSE);
    assertThat(corrected.hi()).isCloseTo(0.17960649272884127, CLOSE);
    assertThat(rate.examined()).isEqualTo(80.5);
    assertThat(rate.examinedClicks()).isEqualTo(9);
  }

  @Test
  void clickRate_ofTooLittle_isNoRate() {
    assertThat(ClickRate.of(new Met(19L, 12L, null, 0, 0, 0, 0), "brand")).isNull();
    assertThat(ClickRate.of(new Met(200L, null, null, 0, 0, 0, 0), "brand")).isNull();
    assertThat(ClickRate.of(new Met(null, 12L, null, 0, 0, 0, 0), "brand")).isNull();
    ClickRate unplaced =
        Objects.requireNonNull(ClickRate.of(new Met(20L, 12L, null, 0, 0, 19.9, 9), "brand"));
    assertThat(unplaced.corrected()).isNull();
    assertThat(unplaced.examined()).isNull();
    assertThat(unplaced.examinedClicks()).isNull();
  }

  @Test
  void met_ofTwo_isTheSumOfWhatIsKnown() {
    var one = new Met(5L, 1L, null, 2, 1, 2.5, 1);
    var other = new Met(7L, null, 4L, 3, 0, 1.5, 2);

    assertThat(one.plus(other)).isEqualTo(new Met(12L, 1L, 4L, 5, 1, 4, 3));
    assertThat(Met.NOTHING.plus(one)).isEqualTo(one);
  }

  @Test
  void spend_ofTwo_isTheSumOfWhatIsKnown() {
    var one = new Spend(new BigDecimal("1.50"), 3L, null, "ads");
    var other = new Spend(new BigDecimal("2.25"), null, 9L, "ads");

    assertThat(one.plus(other)).isEqualTo(new Spend(new BigDecimal("3.75"), 3L, 9L, "ads"));
    assertThat(new Spend(null, 2L, 1L, "ads").plus(one))
        .isEqualTo(new Spend(new BigDecimal("1.50"), 5L, 1L, "ads"));
    assertThat(one.plus(new Spend(null, 2L, 1L, "ads")))
        .isEqualTo(new Spend(new BigDecimal("1.50"), 5L, 1L, "ads"));
  }

  @Test
  void side_boundAndWhetherAllOfItIsBelow_areThoseOfTheInterval() {
    var advantage = new BrandAdvantage(20);

    BrandAdvantage.Side strong = Objects.requireNonNull(advantage.side(18, 60, 30, 400, 6));
    assertThat(strong.lo()).isCloseTo(0.8045011618314585, CLOSE);
    assertThat(strong.below()).isFalse();
    BrandAdvantage.Side weak = Objects.requireNonNull(advantage.side(4, 60, 120, 400, 6));
    assertThat(weak.lo()).isCloseTo(-1.4502761117311924, CLOSE);
    assertThat(weak.below()).isTrue();
    BrandAdvantage.Side even = Objects.requireNonNull(advantage.side(4, 60, 30, 400, 6));
    assertThat(even.lo()).isNegative();
    assertThat(even.below()).isFalse();
    assertThat(advantage.side(60, 60, 400, 400, 1)).isNull();
  }

  @Test
  void trend_isDrawnToZero_andZeroWithoutAFirstHalf() {
    var trend = new KeywordTrend(25);

    assertThat(trend.explain(80, 130, true).trend()).isCloseTo(Math.log(155 / 105.0), CLOSE);
    assertThat(trend.explain(0, 130, false).trend()).isZero();
    assertThatThrownBy(() -> new KeywordTrend(0)).hasMessageContaining("got 0.0");
  }
}
