package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Hints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContestTest {
  private static final FastReader READER =
      new FastReader(Fixtures.catalogue(), Fixtures.lexicons());

  @ParameterizedTest
  @CsvSource({
    "甲店比乙店好吃, 甲店, 1",
    "甲店比乙店好吃, 乙店, -1",
    "甲店比乙店差, 甲店, -1",
    "甲店不如乙店, 甲店, -1",
    "甲店不如乙店, 乙店, 1",
    "甲店完胜乙店, 甲店, 1",
    "甲店被乙店吊打, 甲店, -1",
    "甲店被乙店吊打, 乙店, 1",
    "甲店没有乙店好吃, 甲店, -1",
    "甲店没有乙店好吃, 乙店, 1",
    "甲店和乙店差不多, 甲店, 0",
    "甲店不比乙店差, 甲店, 1",
    "甲店跟乙店没法比, 甲店, -1",
    "甲店跟乙店没法比, 乙店, 1",
    "从甲店换成乙店, 甲店, -1",
    "从甲店换成乙店, 乙店, 1",
    "宁可去甲店也不去乙店, 甲店, 1",
    "宁可去甲店也不去乙店, 乙店, -1"
  })
  void part_inAComparison_isTheSignOfItsRank(String text, String target, int sign) {
    assertThat(Math.signum(part(text, target))).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource({"性价比好, 性", "甲店好吃, 甲店", "甲店比较好吃, 甲店"})
  void part_outsideComparisons_isNone(String text, String target) {
    assertThat(part(text, target)).isNaN();
  }

  private static double part(String text, String target) {
    Reading reading = READER.read(text, Hints.NONE);
    int from = text.indexOf(target);
    return Contest.of(reading, from, from + target.length());
  }
}
