package io.tidewatch.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordPiecesTest {

  @Test
  void of_hanAndLatin_givesPairsAndWords() {
    assertThat(WordPieces.of("小棕瓶 ysl口红 2号"))
        .containsExactlyInAnyOrder("小棕", "棕瓶", "ysl", "口红", "2", "号");
  }

  @Test
  void of_nothingToRead_isEmpty() {
    assertThat(WordPieces.of(" -!")).isEmpty();
  }
}
