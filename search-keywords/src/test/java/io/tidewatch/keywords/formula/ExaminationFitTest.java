package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExaminationFitTest {

  /** θ₂ = ½, θ₃ = ¼; attractions 0.4 and 0.2: every count is exactly its mean. */
  private static ExaminationFit exact(int scale) {
    var fit = new ExaminationFit(10, 30, 1000);
    fit.add(0, 1, 1000L * scale, 400L * scale);
    fit.add(0, 2, 500L * scale, 100L * scale);
    fit.add(1, 2, 2000L * scale, 200L * scale);
    fit.add(1, 3, 4000L * scale, 200L * scale);
    return fit;
  }

  @Test
  void fit_exactCounts_findsTheExaminationThatMadeThem() {
    Examination found = exact(1).fit();

    assertThat(found.converged()).isTrue();
    assertThat(found.items()).isEqualTo(2);
    assertThat(found.clicks()).isEqualTo(900);
    assertThat(found.at(1)).isEqualTo(1);
    assertThat(found.at(2)).isCloseTo(0.5, within(1e-8));
    assertThat(found.at(3)).isCloseTo(0.25, within(1e-8));
  }

  @Test
  void fit_twoPlaces_hasTheHandWorkedBounds() {
    var fit = new ExaminationFit(10, 30, 1000);
    fit.add(0, 1, 100, 60);
    fit.add(0, 2, 100, 40);

    Interval second = fit.fit().places().get(2).examination();

    // given 100 clicks, those at place 2 are Binomial(100, θ/(1+θ)): var(ln θ) = 1/60 + 1/40
    double spread = 1.6448536 * Math.sqrt(1 / 60.0 + 1 / 40.0);
    assertThat(second.mid()).isCloseTo(2.0 / 3, within(1e-9));
    assertThat(second.lo()).isCloseTo(2.0 / 3 * Math.exp(-spread), within(1e-6));
    assertThat(second.hi()).isCloseTo(2.0 / 3 * Math.exp(spread), within(1e-6));
  }

  @Test
  void fit_placeWithFewClicks_hasNoValue() {
    ExaminationFit fit = exact(1);
    fit.add(0, 4, 400, 29);

    assertThat(fit.fit().at(4)).isNull();
    assertThat(fit.fit().at(3)).isCloseTo(0.25, within(1e-8));
  }

  @Test
  void fit_placesThatNoPairConnects_haveNoValue() {
    ExaminationFit fit = exact(1);
    fit.add(2, 7, 1000, 400);
    fit.add(2, 8, 1000, 300);

    assertThat(fit.fit().places()).containsOnlyKeys(1, 2, 3);
  }

  @Test
  void fit_pairsAtOnePlaceOnly_tellNothing() {
    var fit = new ExaminationFit(10, 30, 1000);
    fit.add(0, 1, 1000, 500);
    fit.add(1, 2, 1000, 100);

    assertThat(fit.fit()).isEqualTo(Examination.UNKNOWN);
    assertThat(new ExaminationFit(10, 30, 1000).fit()).isEqualTo(Examination.UNKNOWN);
  }

  @Test
  void fit_moreOfTheSame_narrowsTheBoundsAndKeepsTheValue() {
    Interval little = exact(1).fit().places().get(3).examination();
    Interval much = exact(100).fit().places().get(3).examination();

    assertThat(much.mid()).isCloseTo(little.mid(), within(1e-8));
    assertThat(Math.log(much.hi() / much.lo()))
        .isCloseTo(Math.log(little.hi() / little.lo()) / 10, within(1e-6));
  }

  @Test
  void fit_drawnClicks_coversTheTruthAsOftenAsItSays() {
    double[] truth = {1, 0.7, 0.5, 0.35, 0.25};
    int covered = 0;
    int asked = 0;
    for (int seed = 0; seed < 60; seed++) {
      var random = new Random(seed);
      var fit = new ExaminationFit(10, 30, 1000);
      for (int pair = 0; pair < 40; pair++) {
        double attraction = 0.02 + 0.08 * random.nextDouble();
        int first = random.nextInt(4);
        for (int p = first; p < Math.min(5, first + 2); p++) {
          int shown = 500 + random.nextInt(1000);
          int clicked = 0;
          for (int i = 0; i < shown; i++) {
            clicked += random.nextDouble() < attraction * truth[p] ? 1 : 0;
          }
          fit.add(pair, p + 1, shown, clicked);
        }
      }
      Examination found = fit.fit();
      for (int p = 1; p < 5; p++) {
        Interval bounds = found.places().get(p + 1).examination();
        asked++;
        covered += bounds.lo() <= truth[p] && truth[p] <= bounds.hi() ? 1 : 0;
      }
    }
    // 90 % of 240, three standard errors to either side
    assertThat((double) covered / asked).isBetween(0.84, 0.97);
  }

  @Test
  void fit_moreThanTheMostPairs_takesTheMostClicked() {
    var few = new ExaminationFit(10, 30, 2);
    var all = new ExaminationFit(10, 30, 3);
    for (ExaminationFit fit : List.of(few, all)) {
      for (int pair = 0; pair < 2; pair++) {
        fit.add(pair, 1, 1000, 400);
        fit.add(pair, 2, 1000, 200);
      }
      fit.add(2, 1, 1000, 40);
      fit.add(2, 2, 1000, 40);
    }

    assertThat(few.fit().at(2)).isCloseTo(0.5, within(1e-6));
    assertThat(few.fit().items()).isEqualTo(2);
    assertThat(all.fit().at(2)).isGreaterThan(0.5);
  }
}
