package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.trend.TextTokens.Token;
import org.junit.jupiter.api.Test;

class TextTokensTest {

  @Test
  void of_mixedText_wordsWholeAndCharactersSingle() {
    assertThat(TextTokens.of("LV大秀iPhone15"))
        .containsExactly(
            new Token("lv", 0, false),
            new Token("大", 1, true),
            new Token("秀", 2, true),
            new Token("iphone15", 3, false));
  }

  @Test
  void of_fullWidthAndCase_areFolded() {
    assertThat(TextTokens.of("ＬＶ Ⅷ")).extracting(Token::text).containsExactly("lv", "viii");
  }

  @Test
  void of_punctuationBetweenCharacters_leavesAGap() {
    assertThat(TextTokens.of("泡。玛, a b")).extracting(Token::position).containsExactly(0, 2, 3, 4);
  }

  @Test
  void of_pictographsAndRareCharacters_areSingle() {
    assertThat(TextTokens.of("👍𠮷")).extracting(Token::text).containsExactly("👍", "𠮷");
  }

  @Test
  void of_nothingSearchable_isEmpty() {
    assertThat(TextTokens.of("")).isEmpty();
    assertThat(TextTokens.of("，。!? []")).isEmpty();
  }

  @Test
  void of_endlessWord_isCutIntoPieces() {
    assertThat(TextTokens.of("x".repeat(1000)))
        .hasSize(10)
        .allMatch(t -> t.text().length() == 100);
  }
}
