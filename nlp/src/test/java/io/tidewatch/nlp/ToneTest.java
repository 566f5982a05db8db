package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Hints;
import io.tidewatch.nlp.sentiment.SentimentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {
  private static final FastReader READER =
      new FastReader(Fixtures.catalogue(), Fixtures.lexicons());

  @ParameterizedTest
  @CsvSource({"'商家真贴心，用一次就坏了', -1", "'救命，好吃到停不下来', 1", "没看出哪里好, -1", "'用一次就坏了，太差', -1"})
  void whole_ofWordsNotMeantAsTheyStand_leansTheOtherWay(String text, int sign) {
    Tone tone = tone(text);

    assertThat(tone.plain()).isFalse();
    assertThat(Math.signum(tone.whole())).isEqualTo(sign);
  }

  @Test
  void praise_inAnIronicText_isHeardAsBlame() {
    Reading reading = READER.read("真贴心，很好用，用一次就坏了", Hints.NONE);
    Tone tone = Tone.of(reading, SentimentModel.shipped());

    assertThat(reading.opinions())
        .isNotEmpty()
        .allSatisfy(o -> assertThat(tone.heard(o)).isNegative());
  }

  @Test
  void plainWords_areHeardAsTheyStand() {
    Reading reading = READER.read("很好用，推荐", Hints.NONE);
    Tone tone = Tone.of(reading, SentimentModel.shipped());

    assertThat(tone.plain()).isTrue();
    assertThat(reading.opinions())
        .isNotEmpty()
        .allSatisfy(o -> assertThat(tone.heard(o)).isEqualTo(o.score()).isPositive());
  }

  private static Tone tone(String text) {
    return Tone.of(READER.read(text, Hints.NONE), SentimentModel.shipped());
  }
}
