package io.tidewatch.trend.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.annotation.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewWordDetectorTest {
  private static final long WINDOW = 1_000;
  private static final NewWordRule RULE = NewWordRule.DEFAULT;
  private static final String NOISE = "天地玄黄宇宙洪荒盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结";

  private final Random random = new Random(7);
  private long author;

  @Test
  void found_nothingRead_isEmpty() {
    assertThat(detector().found(RULE, 10)).isEmpty();
  }

  @Test
  void found_wordPlantedAmongNoise_isFirstAndWhole() {
    NewWordDetector detector = detector();
    noise(detector, 400, 0, "");
    noise(detector, 200, WINDOW, "");
    noise(detector, 60, WINDOW, "尊嘟假嘟");

    List<FoundWord> found = detector.found(RULE, 10);

    assertThat(found).isNotEmpty();
    assertThat(found.getFirst().word()).isEqualTo("尊嘟假嘟");
    assertThat(found).extracting(FoundWord::word).doesNotContain("尊嘟", "嘟假嘟", "假嘟");
    assertThat(found.getFirst().authors()).isCloseTo(60, within(12L));
    assertThat(found.getFirst().documents()).isBetween(59L, 60L);
    assertThat(found.getFirst().firstSeen()).isBetween(WINDOW, WINDOW + 1);
    assertThat(found.getFirst().evidence()).hasSize(3);
  }

  @Test
  void found_latinWordAmongNoise_isFoundInAddressesNot() {
    NewWordDetector detector = detector();
    noise(detector, 200, 0, "");
    noise(detector, 40, WINDOW, " YYDS ");
    noise(detector, 40, WINDOW, " http://example.cn/qwert ");
    noise(detector, 40, WINDOW, " @zxcvb ");

    assertThat(detector.found(RULE, 10))
        .extracting(FoundWord::word)
        .contains("yyds")
        .doesNotContain("http", "qwert", "example", "zxcvb");
  }

  @Test
  void found_commonPhrases_areNotReported() {
    NewWordDetector detector = detector();
    for (String phrase : List.of("的时候", "是不是")) {
      noise(detector, 100, 0, phrase);
      noise(detector, 100, WINDOW, phrase);
    }

    assertThat(detector.found(RULE, 100))
        .extracting(FoundWord::word)
        .doesNotContain("的时候", "是不是", "时候");
  }

  @Test
  void found_commonPhrasesThatRise_areNotReported() {
    NewWordDetector detector = detector();
    noise(detector, 200, 0, "");
    noise(detector, 100, WINDOW, "的时候");
    noise(detector, 100, WINDOW, "是不是");

    assertThat(detector.found(RULE, 100)).extracting(FoundWord::word).doesNotContain("的时候", "是不是");
  }

  @Test
  void found_wordOfOneAuthor_isNotReported() {
    NewWordDetector detector = detector();
    noise(detector, 800, 0, "");
    for (int i = 0; i < 60; i++) {
      detector.accept(text(random() + "电子榨" + random(), 99, WINDOW, Set.of()));
    }

    assertThat(detector.found(RULE, 100)).extracting(FoundWord::word).doesNotContain("电子榨");
  }

  @Test
  void found_wordThatDoesNotRise_isNotReported() {
    NewWordDetector detector = detector();
    noise(detector, 800, 0, "");
    noise(detector, 800, WINDOW, "");
    noise(detector, 40, 0, "电子榨");
    noise(detector, 40, WINDOW, "电子榨");

    assertThat(detector.found(RULE, 100)).extracting(FoundWord::word).doesNotContain("电子榨");
  }

  @Test
  void found_withoutAPast_asksForNoRise() {
    NewWordDetector detector = detector();
    noise(detector, 600, WINDOW, "");
    noise(detector, 50, WINDOW, "电子榨");

    assertThat(detector.found(RULE, 100)).extracting(FoundWord::word).contains("电子榨");
  }

  @Test
  void found_dictionaryWordsAndTheirCompounds_areNotReported() {
    NewWordDetector detector = detector();
    noise(detector, 200, 0, "");
    for (int i = 0; i < 60; i++) {
      detector.accept(text(random() + "奶茶咖啡" + random(), ++author, WINDOW, Set.of("奶茶", "咖啡")));
    }

    assertThat(detector.found(RULE, 100))
        .extracting(FoundWord::word)
        .doesNotContain("奶茶", "咖啡", "奶茶咖啡");
  }

  @Test
  void found_namesAndKnownWords_areNotReported() {
    var detector = new NewWordDetector(WINDOW, "显眼包"::equals);
    noise(detector, 200, 0, "");
    noise(detector, 60, WINDOW, "显眼包");
    for (int i = 0; i < 60; i++) {
      String before = random();
      detector.accept(new WordText(
          before + "蜜雪冰城" + random(),
          List.of(new Span(before.length(), before.length() + 4)),
          Set.of(),
          ++author,
          WINDOW,
          "k" + author));
    }

    assertThat(detector.found(RULE, 100))
        .extracting(FoundWord::word)
        .doesNotContain("显眼包", "蜜雪冰城", "蜜雪");
  }

  @Test
  void accept_adversarialStream_keepsTheBoundAndTheFrequentWord() {
    var detector = new NewWordDetector(WINDOW, word -> false, 2_000);
    for (int i = 0; i < 3_000; i++) {
      // every string comes twice and never again, which is what fills the table the most
      String fresh = fresh(i);
      detector.accept(text(fresh, ++author, WINDOW, Set.of()));
      detector.accept(text(fresh, ++author, WINDOW, Set.of()));
      if (i % 20 == 0) {
        detector.accept(text(random() + "电子榨" + random(), ++author, WINDOW, Set.of()));
      }
    }

    assertThat(detector.size()).isLessThanOrEqualTo(2_000);
    assertThat(detector.found(RULE, 100)).extracting(FoundWord::word).contains("电子榨");
  }

  @Test
  void found_anyTexts_valuesAreFiniteAndExplained() {
    for (int seed = 0; seed < 20; seed++) {
      random.setSeed(seed);
      NewWordDetector detector = detector();
      for (int i = 0; i < 150; i++) {
        detector.accept(text(junk(), random.nextInt(30), random.nextLong(2 * WINDOW), Set.of()));
      }
      var all = new NewWordRule(1, -1e9, 0, -1e9);
      assertThat(detector.found(all, 1_000)).isNotEmpty().allSatisfy(word -> {
        assertThat(word.cohesion()).isFinite();
        assertThat(word.leftEntropy()).isFinite().isNotNegative();
        assertThat(word.rightEntropy()).isFinite().isNotNegative();
        assertThat(word.score()).isFinite();
        assertThat(word.explain())
            .contains(
                word.word(),
                "authors=",
                "documents=",
                "countError=",
                "cohesion=",
                "left=",
                "right=",
                "score=",
                "y1=",
                "n1=",
                "y2=",
                "n2=");
      });
    }
  }

  private static NewWordDetector detector() {
    return new NewWordDetector(WINDOW, word -> false, 50_000);
  }

  private void noise(NewWordDetector detector, int texts, long at, String planted) {
    for (int i = 0; i < texts; i++) {
      detector.accept(text(random() + planted + random(), ++author, at, Set.of()));
    }
  }

  private String random() {
    var text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(NOISE.charAt(random.nextInt(NOISE.length())));
    }
    return text.toString();
  }

  private String junk() {
    String letters = "天地玄黄ab9 ,@/#\uD83D\uDE00\u0000ABＡ";
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static String fresh(int i) {
    return new String(new char[] {
      (char) (0x4e00 + i), (char) (0x5e00 + i), (char) (0x6e00 + i), (char) (0x7e00 + i)
    });
  }

  private static WordText text(String text, long author, long at, Set<String> words) {
    return new WordText(text, List.of(), words, author, at, "k" + author);
  }

  @Test
  void spaceSaving_randomStream_keepsItsBound() {
    for (int seed = 0; seed < 10; seed++) {
      random.setSeed(seed);
      int capacity = 20;
      var table = new SpaceSaving<String>(capacity);
      var truth = new java.util.HashMap<String, Integer>();
      int n = 5_000;
      for (int i = 0; i < n; i++) {
        String key = "k" + (int) Math.abs(random.nextGaussian() * 30);
        truth.merge(key, 1, Integer::sum);
        table.add(key, () -> "kept");
      }
      assertThat(table.size()).isEqualTo(capacity);
      assertThat(table.all().stream().mapToLong(SpaceSaving.Entry::count).sum()).isEqualTo(n);
      table.all().forEach(entry -> {
        int count = truth.getOrDefault(entry.key(), 0);
        assertThat(entry.error()).isLessThanOrEqualTo(n / capacity);
        assertThat(entry.count()).isBetween((long) count, count + entry.error());
      });
      truth.forEach((key, count) -> {
        if (count > n / capacity) {
          assertThat(table.get(key)).isNotNull();
        }
      });
    }
  }

  @Test
  void distinctSketch_manyHashes_isExactWhenFewAndNearWhenMany() {
    var sketch = new DistinctSketch(12);
    var seen = new HashSet<Long>();
    var wrong = new ArrayList<Long>();
    for (long i = 0; i < 50_000; i++) {
      sketch.add(i % 40_000);
      seen.add(i % 40_000);
      if (seen.size() <= DistinctSketch.EXACT && sketch.count() != seen.size()) {
        wrong.add(i);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat((double) sketch.count()).isCloseTo(40_000, within(40_000 * 0.05));
  }

  @Test
  void neighbours_edgesAndCharacters_giveTheirEntropy() {
    var neighbours = new Neighbours();
    assertThat(neighbours.entropy()).isZero();
    neighbours.add('甲');
    neighbours.add('甲');
    assertThat(neighbours.entropy()).isZero();
    neighbours.add(Neighbours.EDGE);
    neighbours.add(Neighbours.EDGE);
    assertThat(neighbours.entropy()).isCloseTo(1.5 * Math.log(2), within(1e-12));
  }
}
