package io.tidewatch.nlp.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HanReadingsTest {
  private final HanReadings readings = new HanReadings(new SimplifiedCharacters());

  @Test
  void syllables_areReadInContext() {
    assertThat(readings.syllables("长裙")).containsExactly("chang", "qun");
    assertThat(readings.syllables("女鞋")).containsExactly("nv", "xie");
  }

  @Test
  void syllables_haveOneEntryAUnit() {
    for (String text : new String[] {"", "a1", "口红 x", "🐱口红", "\uD83D口", "𠮷野家", "！"}) {
      assertThat(readings.syllables(text)).hasSize(text.length());
    }
    assertThat(readings.syllables("a口")).containsExactly("", "kou");
  }

  @Test
  void simplify_touchesHanOnly() {
    assertThat(readings.simplify('連')).isEqualTo('连');
    assertThat(readings.simplify('Ａ')).isEqualTo('Ａ');
    assertThat(readings.simplify('裙')).isEqualTo('裙');
  }
}
