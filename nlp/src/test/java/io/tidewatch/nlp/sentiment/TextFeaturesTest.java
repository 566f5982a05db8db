package io.tidewatch.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextFeaturesTest {
  private static final int GROUP_BITS = 4;

  private final TextNormalizer normalizer = new TextNormalizer(new SimplifiedCharacters());

  @Test
  void features_ofAnyText_areNoMoreThanExpected() {
    Random random = new Random(3);
    List<String> pool = List.of("好", "的", " ", "\n", "a", "7", "😀", "[哈哈]", "//@某人:", "，", "☆");
    for (int round = 0; round < 2000; round++) {
      var text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(pool.get(random.nextInt(pool.size())));
      }
      NormalText normal = normalizer.normalize(text.toString());

      assertThat(read(normal).all.size())
          .as(text.toString())
          .isLessThanOrEqualTo(TextFeatures.most(normal.length()));
    }
  }

  @Test
  void fourLetters_standInTheGroupOfTheirLastThree() {
    var ngrams = new Features();
    TextFeatures.ngrams(normalizer.normalize("屏幕不错"), 0, 4, ngrams);

    assertThat(ngrams.longer).hasSize(7);
    assertThat(ngrams.longer.stream().map(h -> h >> GROUP_BITS).distinct()).hasSize(4);
  }

  @Test
  void edges_ofAText_standInTheGroupsOfTheSameNgrams() {
    var whole = new Features();
    TextFeatures.each(normalizer.normalize("屏幕不错"), new int[0], whole);
    var ngrams = new Features();
    TextFeatures.ngrams(normalizer.normalize("屏幕不错"), 0, 4, ngrams);

    assertThat(whole.all.size()).isGreaterThan(ngrams.all.size());
    assertThat(whole.all.stream().map(h -> h >> GROUP_BITS).toList())
        .isSubsetOf(ngrams.all.stream().map(h -> h >> GROUP_BITS).toList());
  }

  @Test
  void quotedWords_giveOtherHashes() {
    Features own = read(normalizer.normalize("不错的屏幕"));
    Features quoted = read(normalizer.normalize("//@某人:不错的屏幕"));

    assertThat(quoted.brief).isNotEmpty().doesNotContainAnyElementsOf(own.brief);
  }

  @Test
  void emoticonsAndSymbols_giveNoFeatures() {
    assertThat(Stream.of("", "😀", "[哈哈]", "☆").map(t -> read(normalizer.normalize(t)).all))
        .allMatch(List::isEmpty);
  }

  private static Features read(NormalText text) {
    var features = new Features();
    int[] wordEnds = IntStream.rangeClosed(1, text.ownEnd()).toArray();
    TextFeatures.each(text, wordEnds, features);
    return features;
  }

  private static final class Features implements TextFeatures.Sink {
    private final List<Integer> all = new ArrayList<>();
    private final List<Integer> brief = new ArrayList<>();
    private final List<Integer> longer = new ArrayList<>();

    @Override
    public void brief(int hash) {
      all.add(hash);
      brief.add(hash);
    }

    @Override
    public void longer(int hash) {
      all.add(hash);
      longer.add(hash);
    }
  }
}
