package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.keywords.KeywordConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreFitTest {
  private final ScoreFit fit = new ScoreFit(KeywordConfig.DEFAULT.fit());

  @Test
  void fit_trialsOfAKnownModel_findsItsCoefficients() {
    var truth = new double[] {-5, 0.2, 1.8, -0.7, 1.1};

    var model = fit.fit(trials(truth, 400, 2000));

    assertThat(model.fitted()).isTrue();
    assertThat(model.intercept()).isCloseTo(-5, within(0.3));
    assertThat(model.logRevenue()).isCloseTo(0.2, within(0.05));
    assertThat(model.advantageLow()).isCloseTo(1.8, within(0.1));
    assertThat(model.entropy()).isCloseTo(-0.7, within(0.15));
    assertThat(model.trend()).isCloseTo(1.1, within(0.1));
  }

  @Test
  void fit_fewPairs_keepsTheDefaultsAndSaysWhatItSaw() {
    var model = fit.fit(trials(ScoreModel.DEFAULT.coefficients(), 19, 5000));

    assertThat(model.fitted()).isFalse();
    assertThat(model.coefficients()).isEqualTo(ScoreModel.DEFAULT.coefficients());
    assertThat(model.pairs()).isEqualTo(19);
    assertThat(model.trials()).isEqualTo(19 * 5000L);
  }

  @Test
  void fit_nobodyBought_keepsTheDefaults() {
    List<ScoreFit.Trials> none = trials(ScoreModel.DEFAULT.coefficients(), 50, 100).stream()
        .map(t -> new ScoreFit.Trials(t.features(), t.searchers(), 0))
        .toList();

    assertThat(fit.fit(none).fitted()).isFalse();
  }

  @Test
  void fit_everybodyBought_staysFinite() {
    List<ScoreFit.Trials> all = trials(ScoreModel.DEFAULT.coefficients(), 50, 100).stream()
        .map(t -> new ScoreFit.Trials(t.features(), t.searchers(), t.searchers()))
        .toList();

    assertThat(fit.fit(all).coefficients()).doesNotContain(Double.NaN);
    assertThat(fit.fit(all).score(new double[] {1, 8, 0, 0.5, 0})).isBetween(0.5, 1.0);
  }

  private static List<ScoreFit.Trials> trials(double[] truth, int pairs, int searchers) {
    var random = new Random(11);
    var trials = new ArrayList<ScoreFit.Trials>();
    for (int i = 0; i < pairs; i++) {
      double[] x = ScoreModel.features(
          Math.exp(4 + 8 * random.nextDouble()),
          random.nextGaussian(),
          random.nextDouble(),
          random.nextGaussian() / 2);
      double z = 0;
      for (int j = 0; j < x.length; j++) {
        z += truth[j] * x[j];
      }
      long bought = Math.round(searchers * ScoreModel.sigmoid(z));
      trials.add(new ScoreFit.Trials(x, searchers, bought));
    }
    return trials;
  }
}
