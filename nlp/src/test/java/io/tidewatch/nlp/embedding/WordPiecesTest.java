package io.tidewatch.nlp.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final WordPieces PIECES = WordPieces.read("""
      {"model": {"vocab": {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "口": 3, "红": 4, "lip": 5,
        "##stick": 6, "##s": 7, "!": 8, "5": 9}}}
      """.getBytes(StandardCharsets.UTF_8));

  @Test
  void of_hanCharacters_areTokensOfTheirOwn() {
    assertThat(PIECES.of("口红", 512)).containsExactly(1, 3, 4, 2);
  }

  @Test
  void of_word_isCutIntoTheLongestPieces() {
    assertThat(PIECES.of("Lipsticks!", 512)).containsExactly(1, 5, 6, 7, 8, 2);
  }

  @Test
  void of_invisibleCharacters_areLeftOut() {
    assertThat(PIECES.of("li\u0001p\u200b!", 512)).containsExactly(1, 5, 8, 2);
  }

  @Test
  void of_wordThatCannotBeCut_isUnknown() {
    assertThat(PIECES.of("lipx 口", 512)).containsExactly(1, 0, 3, 2);
  }

  @Test
  void of_moreThanTheLimit_keepsBothMarks() {
    assertThat(PIECES.of("口".repeat(50), 4)).containsExactly(1, 3, 3, 2);
  }

  @Test
  void of_wordOfTwoHundredLetters_isOneUnknown() {
    assertThat(PIECES.of("x".repeat(200), 512)).containsExactly(1, 0, 2);
  }

  @Test
  void read_noVocabulary_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> WordPieces.read("{}".getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining("[CLS]");
  }
}
