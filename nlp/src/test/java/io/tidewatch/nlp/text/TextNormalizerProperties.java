package io.tidewatch.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Span;
import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for any text: emoji, lone surrogates, combining marks, controls, repost chains. */
class TextNormalizerProperties {
  private static final TextNormalizer NORMALIZER = new TextNormalizer(new SimplifiedCharacters());

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of("华为", "手機", "真好", "Ｍate６０", "pro", "２０元", "YYDS", "哈哈哈哈哈")),
        Tuple.of(3, Arbitraries.of("😭", "👨‍👩‍👧", "❤️", "🇨🇳", "e\u0301", "[赞]", "[允悲", "]")),
        Tuple.of(
            2,
            Arbitraries.of("\uD83D", "\uDE00", "\u0000", "\uE001", "\u202E", "\u200B", "\uFEFF")),
        Tuple.of(
            3, Arbitraries.of("#华为新机#", "#", "@某人", "@", "//@某人:", "//@", "http://t.cn/A6", "\n")),
        Tuple.of(2, Arbitraries.of("，", "。", "！", "…", "～", "　", " ", "、", "“", "”")),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(6)));
    return pieces.list().ofMaxSize(24).map(parts -> String.join("", parts));
  }

  @Property(seed = "20241128")
  void offsets_lieInTheOriginal_andNeverGoBack(@ForAll("texts") String original) {
    NormalText text = NORMALIZER.normalize(original);
    int before = 0;
    for (int i = 0; i < text.length(); i++) {
      Span span = text.span(i, i + 1);
      assertThat(span.start()).isBetween(before, span.end());
      assertThat(span.end()).isBetween(span.start() + 1, original.length());
      before = span.start();
    }
  }

  @Property(seed = "20241128")
  void positions_ofEachCharactersOffset_leadBackToIt(@ForAll("texts") String original) {
    NormalText text = NORMALIZER.normalize(original);
    for (int i = 0; i < text.length(); i++) {
      assertThat(text.positionOf(text.span(i, i + 1).start())).isEqualTo(i);
    }
  }

  @Property(seed = "20241128")
  void characters_areFolded_andNoneIsAControlOrPrivate(@ForAll("texts") String original) {
    NormalText text = NORMALIZER.normalize(original);
    for (int i = 0; i < text.length(); i++) {
      char c = text.at(i);
      assertThat(c == '\n' || !Character.isISOControl(c)).isTrue();
      assertThat(c >= 0xE000 && c <= 0xF8FF).isFalse();
      assertThat(c >= 0xFF01 && c <= 0xFF5E).isFalse();
      assertThat(c >= 'A' && c <= 'Z').isFalse();
    }
  }

  @Property(seed = "20241128")
  void surrogates_standInPairs(@ForAll("texts") String original) {
    NormalText text = NORMALIZER.normalize(original);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.at(i))) {
        assertThat(Character.isLowSurrogate(text.at(i + 1))).isTrue();
        i++;
      } else {
        assertThat(Character.isLowSurrogate(text.at(i))).isFalse();
      }
    }
  }

  @Property(seed = "20241128")
  void noCharacterButADigit_standsThreeTimes(@ForAll("texts") String original) {
    NormalText text = NORMALIZER.normalize(original);
    for (int i = 2; i < text.length(); i++) {
      char c = text.at(i);
      if (!Character.isSurrogate(c) && !Characters.asciiDigit(c)) {
        assertThat(c == text.at(i - 1) && c == text.at(i - 2)).isFalse();
      }
    }
  }

  @Property(seed = "20241128")
  void ownWords_endWhereTheFirstQuoteBegins(@ForAll("texts") String original) {
    NormalText text = NORMALIZER.normalize(original);
    assertThat(text.ownEnd()).isBetween(0, text.length());
    if (!text.repostChain().isEmpty()) {
      assertThat(text.repostChain()).doesNotHaveDuplicates().doesNotContain("");
      assertThat(text.at(text.ownEnd() - 1)).isEqualTo('\n');
    }
  }

  @Property(seed = "20241128")
  void normalising_twice_changesNothingMore(@ForAll("texts") String original) {
    String once = NORMALIZER.fold(original);
    assertThat(NORMALIZER.fold(once)).isEqualTo(once);
  }
}
