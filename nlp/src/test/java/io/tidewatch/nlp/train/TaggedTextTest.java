package io.tidewatch.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.model.annotation.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaggedTextTest {
  @TempDir
  private Path dir;

  @Test
  void read_bioAndBioes_givesSpansOfEveryType() throws IOException {
    var texts = read("茶 B-HCCX\n杯 I-HCCX\n大 B-MISC\n红 O\n\n\n索\tB-HP\n尼\tE-HP\n包\tS-HC\n");

    assertThat(texts).extracting(TaggedText::text).containsExactly("茶杯大红", "索尼包");
    assertThat(texts.getFirst().products()).containsExactly(new Span(0, 2));
    assertThat(texts.getFirst().brands()).isEmpty();
    assertThat(texts.getFirst().tags()).hasSize(2);
    assertThat(texts.getLast().brands()).containsExactly(new Span(0, 2));
    assertThat(texts.getLast().products()).containsExactly(new Span(2, 3));
  }

  @Test
  void read_spaceAsCharacter_staysInTheText() throws IOException {
    var texts = read("a\tB-HP\n \tI-HP\nb\tI-HP\n　 O\n");

    assertThat(texts).extracting(TaggedText::text).containsExactly("a b　");
    assertThat(texts.getFirst().brands()).containsExactly(new Span(0, 3));
  }

  @Test
  void read_insideWithoutBeginOfItsType_beginsASpan() throws IOException {
    var texts = read("茶 I-HCCX\n杯 I-HCCX\n索 I-HPPX\n尼 I-HPPX\n");

    assertThat(texts.getFirst().products()).containsExactly(new Span(0, 2));
    assertThat(texts.getFirst().brands()).containsExactly(new Span(2, 4));
  }

  @Test
  void read_numberedCharacters_loseTheirNumbers() throws IOException {
    assertThat(read("科0\tO\n技1\tO\n")).extracting(TaggedText::text).containsExactly("科技");
  }

  @ParameterizedTest
  @CsvSource({"茶", "茶 X", "茶 B-", "茶 b-HP", "B-HP"})
  void read_lineWithoutRightTag_namesFileLineAndRule(String bad) {
    assertThatThrownBy(() -> read("索 B-HPPX\n\n" + bad + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("titles.txt, line 3:")
        .hasMessageContaining(bad);
  }

  private List<TaggedText> read(String content) throws IOException {
    return TaggedText.read(Files.writeString(dir.resolve("titles.txt"), content));
  }
}
