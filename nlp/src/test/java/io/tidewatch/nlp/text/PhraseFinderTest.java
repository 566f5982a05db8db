package io.tidewatch.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PhraseFinderTest {
  private static List<String> hits(PhraseFinder<String> finder, String text, int from, int to) {
    var hits = new ArrayList<String>();
    finder.find(text.toCharArray(), from, to, (start, end, value) -> {
      assertThat(text.substring(start, end)).isEqualTo(value);
      hits.add(start + "-" + end);
    });
    return hits;
  }

  private static PhraseFinder<String> of(String... phrases) {
    var map = new HashMap<String, String>();
    for (String phrase : phrases) {
      map.put(phrase, phrase);
    }
    return new PhraseFinder<>(map);
  }

  @Test
  void find_overlappingAndNested_givesAllInOrderOfEnd() {
    assertThat(hits(of("花西子", "西子", "子", "子粉"), "用花西子粉", 0, 5))
        .containsExactlyInAnyOrder("1-4", "2-4", "3-4", "3-5");
    assertThat(hits(of("ab", "bc"), "abc", 0, 3)).containsExactly("0-2", "1-3");
  }

  @Test
  void find_insideOfRange_seesNothingOutside() {
    assertThat(hits(of("花西子", "西子", "子"), "用花西子粉", 2, 5)).containsExactlyInAnyOrder("2-4", "3-4");
    assertThat(hits(of("花西子"), "用花西子粉", 1, 3)).isEmpty();
    assertThat(hits(of("花"), "", 0, 0)).isEmpty();
  }

  @Test
  void find_noPhrases_findsNothing() {
    assertThat(hits(new PhraseFinder<>(Map.of()), "花西子", 0, 3)).isEmpty();
    assertThat(hits(of(""), "花西子", 0, 3)).isEmpty();
  }

  @Test
  void find_characterNull_isACharacterLikeOthers() {
    assertThat(hits(of("\0", "a\0", "\0\0"), "a\0\0", 0, 3))
        .containsExactlyInAnyOrder("0-2", "1-2", "1-3", "2-3");
  }

  @Test
  void find_randomPhrases_agreesWithSearchingEachByItself() {
    var random = new SplittableRandom(3);
    for (int round = 0; round < 200; round++) {
      var phrases = new HashMap<String, String>();
      for (int i = 0; i < 1 + random.nextInt(60); i++) {
        String phrase = word(random, 1 + random.nextInt(5));
        phrases.put(phrase, phrase);
      }
      String text = word(random, random.nextInt(80));
      var expected = new ArrayList<String>();
      for (String phrase : phrases.keySet()) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
          expected.add(at + "-" + (at + phrase.length()));
        }
      }
      assertThat(hits(new PhraseFinder<>(phrases), text, 0, text.length()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static String word(SplittableRandom random, int length) {
    var word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append("天地玄黄宇宙ab".charAt(random.nextInt(8)));
    }
    return word.toString();
  }
}
