package io.tidewatch.model.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeywordTextTest {
  @ParameterizedTest
  @CsvSource({
    "iPhone 16,iphone 16",
    "'  ＩＰＨＯＮＥ\u3000\t16 ',iphone 16",
    "小\u200B米,小米",
    "'小米 手机',小米 手机",
    "ΑΣ,ας",
    "㎏,kg",
    "🍵 奶茶,🍵 奶茶"
  })
  void normalise_variants_giveOneForm(String query, String keyword) {
    assertThat(KeywordText.normalise(query)).isEqualTo(keyword);
    assertThat(KeywordText.normalise(keyword)).isEqualTo(keyword);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\n", "\u200B"})
  void normalise_nothingVisible_isEmpty(String query) {
    assertThat(KeywordText.normalise(query)).isEmpty();
  }
}
