package io.tidewatch.keywords.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeywordLabelTest {

  @Test
  void of_ownWord_isOwnedWhateverTheAdvantage() {
    assertThat(KeywordLabel.of(true, false, new Interval(-1, -0.5, -0.1)))
        .isEqualTo(KeywordLabel.OWNED);
    assertThat(KeywordLabel.of(true, false, null)).isEqualTo(KeywordLabel.OWNED);
  }

  @Test
  void of_rivalsWord_isRivalOwnedWhateverTheAdvantage() {
    assertThat(KeywordLabel.of(false, true, new Interval(0.1, 0.2, 0.3)))
        .isEqualTo(KeywordLabel.RIVAL_OWNED);
  }

  @Test
  void of_openWord_dependsOnTheBoundsOfTheAdvantage() {
    assertThat(KeywordLabel.of(false, false, new Interval(Double.MIN_VALUE, 0.2, 0.3)))
        .isEqualTo(KeywordLabel.CONTESTED_ADVANTAGE);
    assertThat(KeywordLabel.of(false, false, new Interval(0, 0.2, 0.3)))
        .isEqualTo(KeywordLabel.OPEN_NEUTRAL);
    assertThat(KeywordLabel.of(false, false, new Interval(-0.3, -0.2, 0)))
        .isEqualTo(KeywordLabel.OPEN_NEUTRAL);
    assertThat(KeywordLabel.of(false, false, new Interval(-0.3, -0.2, -Double.MIN_VALUE)))
        .isEqualTo(KeywordLabel.OPEN_WEAK);
  }

  @Test
  void of_openWordWithoutAdvantage_isInsufficient() {
    assertThat(KeywordLabel.of(false, false, null)).isEqualTo(KeywordLabel.INSUFFICIENT);
  }
}
