package io.tidewatch.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.corpora.Lexicons;
import io.tidewatch.corpora.SampleTexts;
import io.tidewatch.corpora.SeedCatalogue;
import io.tidewatch.model.annotation.Annotation;
import io.tidewatch.model.annotation.Hints;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bounded fuzzing of the shipped annotator: real texts, cut, repeated and mixed with odd pieces. */
class FastAnnotatorProperties {
  private static final FastAnnotator ANNOTATOR =
      new FastAnnotator(SeedCatalogue.shipped(), Lexicons.shipped());
  private static final List<String> TEXTS =
      SampleTexts.shipped().posts().stream().map(SampleTexts.SamplePost::text).toList();
  private static final List<String> ODD = List.of(
      "\uD83D",
      "\uDC00",
      "\u0000",
      "\u202E",
      "\u200F",
      "\uE123",
      "👩‍👩‍👧",
      "e\u0301",
      "//@a:",
      "#",
      "[",
      "比",
      "不",
      "ﷺ",
      "12345678901",
      "\n\n",
      "http://",
      "@",
      "没有",
      "，，，");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> cut = Combinators.combine(
            Arbitraries.of(TEXTS),
            Arbitraries.integers().between(0, 60),
            Arbitraries.integers().between(0, 60))
        .as((text, from, length) -> {
          int start = Math.min(from, text.length());
          return text.substring(start, Math.min(text.length(), start + length));
        });
    return Arbitraries.oneOf(cut, Arbitraries.of(ODD), Arbitraries.strings().ofMaxLength(10))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3000, seed = "20241128")
  void anyText_isAnnotated_withOffsetsIntoIt(@ForAll("texts") String text) {
    Annotation a = ANNOTATOR.annotate(text, Hints.NONE);

    for (var m : a.mentions()) {
      assertThat(m.surface())
          .isEqualTo(text.substring(m.span().start(), m.span().end()));
    }
    for (var aspect : a.aspects()) {
      assertThat(aspect.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(aspect.score()).isBetween(-1.0, 1.0);
      if (aspect.target() != null) {
        assertThat(a.mentions()).anyMatch(m -> m.id().equals(aspect.target()));
      }
    }
    assertThat(a.sentiment().score()).isBetween(-1.0, 1.0);
    assertThat(a.sentiment().confidence()).isBetween(0.0, 1.0);
    assertThat(a.spam().score()).isBetween(0.0, 1.0);
  }

  @Property(tries = 500, seed = "20241128")
  void sameText_isAnnotatedAlike(@ForAll("texts") String text) {
    assertThat(ANNOTATOR.annotate(text, Hints.NONE))
        .isEqualTo(ANNOTATOR.annotate(text, Hints.NONE));
  }
}
