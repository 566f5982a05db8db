package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import io.tidewatch.model.annotation.Span;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OddTextTest {
  private static final FastAnnotator ANNOTATOR = Fixtures.annotator();

  static List<String> oddTexts() {
    return List.of(
        "",
        " ",
        "\n\n",
        "\u0000",
        "华\u0000为\u0000",
        "\uD83D",
        "\uDE00\uD83D",
        "华为\uD83D好用",
        "😭😭😭😭😭😭",
        "👨‍👩‍👧‍👦❤️",
        "\u202E华为\u202C好用\u200F",
        "\uE001\uF8FF",
        "#",
        "##",
        "#华为",
        "# 华为 #",
        "@",
        "@@@",
        "//@",
        "//@:",
        "//@a",
        "华为//@",
        "[",
        "[]",
        "[赞",
        "]华为[",
        "http://",
        "h",
        "http",
        "，，，。。。！！！",
        "的的的的的的的的的的的",
        "\uFEFF华为",
        "比",
        "华为比",
        "比华为",
        "不不不不不不",
        "ﷺ العربية",
        "e\u0301e\u0301");
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void oddText_isAnnotatedWithValidOffsets(String text) {
    check(text, ANNOTATOR.annotate(text, Hints.NONE));
  }

  @Test
  void surfaces_behindDroppedCharacters_keepTheirOffsets() {
    String text = "\u0000😭@某人 \u202E華\u200B為\u202C真好用";
    Annotation a = ANNOTATOR.annotate(text, Hints.NONE);

    assertThat(a.mentions()).singleElement().satisfies(m -> {
      assertThat(m.span()).isEqualTo(new Span(8, 11));
      assertThat(m.surface()).isEqualTo("華\u200B為");
    });
  }

  @Test
  void hugeText_isAnnotated() {
    String text = "华为的续航很好，屏幕太差。".repeat(80_000);

    check(text, ANNOTATOR.annotate(text, Hints.NONE));
  }

  @Test
  void hugeText_withoutBreaks_isAnnotated() {
    String text =
        "好".repeat(3) + "a".repeat(500_000) + "华".repeat(1) + "为".repeat(1) + "1".repeat(500_000);

    check(text, ANNOTATOR.annotate(text, Hints.NONE));
  }

  @Test
  void randomText_isAnnotatedWithValidOffsets() {
    var random = new SplittableRandom(5);
    String alphabet = "华为小米14 p60好不很差比没有#@/:[]赞，。？\uD83D\uDE2D\u0000\u202Eahttp://续航价格高\n　Ａ";
    for (int i = 0; i < 3000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(60);
      for (int k = 0; k < length; k++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      check(text.toString(), ANNOTATOR.annotate(text.toString(), Hints.NONE));
    }
  }

  private static void check(String text, Annotation a) {
    for (var mention : a.mentions()) {
      assertThat(mention.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(mention.surface())
          .isEqualTo(text.substring(mention.span().start(), mention.span().end()));
    }
    for (var aspect : a.aspects()) {
      assertThat(aspect.span().end()).isLessThanOrEqualTo(text.length());
      if (aspect.opinion() != null) {
        assertThat(aspect.opinion().end()).isLessThanOrEqualTo(text.length());
      }
      assertThat(aspect.score()).isBetween(-1.0, 1.0);
    }
    assertThat(a.sentiment().score()).isBetween(-1.0, 1.0);
    assertThat(a.sentiment().confidence()).isBetween(0.0, 1.0);
    assertThat(a.intentConfidence()).isBetween(0.0, 1.0);
  }
}
