package io.tidewatch.nlp.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import io.tidewatch.corpora.SampleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSegmenterTest {
  private final WordSegmenter segmenter = new WordSegmenter();
  private final Segment hanlp = new ViterbiSegment()
      .enableCustomDictionary(false)
      .enableAllNamedEntityRecognize(false)
      .enableNumberQuantifierRecognize(false)
      .enablePartOfSpeechTagging(false);

  @Test
  void wordEnds_sampleTexts_areThoseOfHanLp() {
    SampleTexts samples = SampleTexts.shipped();
    Stream.of(
            samples.posts().stream().map(SampleTexts.SamplePost::text),
            samples.reviews().stream().map(SampleTexts.SampleReview::text))
        .flatMap(s -> s)
        .forEach(text -> assertThat(words(text)).as(text).isEqualTo(expected(text)));
  }

  @Test
  void wordEnds_anyMixOfCharacters_areThoseOfHanLp() {
    Random random = new Random(7);
    String pool = "一二三百千万年月日中国人民的了是不好看手机小米苹果啊ab cXYZ0123456789.,，．%％：:!？[]①②⑩㈠ⅣαЖ🎉\uD83Dé\n—…";
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder();
      int length = 1 + random.nextInt(30);
      for (int i = 0; i < length; i++) {
        text.append(pool.charAt(random.nextInt(pool.length())));
      }
      assertThat(words(text.toString())).as(text.toString()).isEqualTo(expected(text.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"那位师傅也很热心", "他们搬进总统官邸。", "按钮是坏的，", "春天去马德里500元", "晨曦已经照进窗户"})
  void wordEnds_wordsOftenerInPairsThanAlone_areThoseOfHanLp(String text) {
    assertThat(words(text)).isEqualTo(expected(text));
  }

  @Test
  void wordEnds_emptyRange_hasNone() {
    assertThat(segmenter.wordEnds("手机".toCharArray(), 1, 1)).isEmpty();
  }

  @Test
  void wordEnds_innerRange_areCountedFromTheTextsBeginning() {
    assertThat(segmenter.wordEnds("很好的手机壳".toCharArray(), 3, 5)).containsExactly(5);
  }

  @Test
  void wordEnds_textLongerThanOneLattice_coversAll() {
    String text = "这个手机的屏幕很好看,".repeat(600);
    int[] ends = segmenter.wordEnds(text.toCharArray(), 0, text.length());
    assertThat(ends[ends.length - 1]).isEqualTo(text.length());
    assertThat(ends).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void wordEnds_onSeveralThreads_areThoseOfOne() throws Exception {
    List<String> texts =
        SampleTexts.shipped().posts().stream().map(SampleTexts.SamplePost::text).toList();
    List<List<String>> alone = texts.stream().map(this::words).toList();
    var found = new ArrayList<Future<List<List<String>>>>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        found.add(threads.submit(() -> texts.stream().map(this::words).toList()));
      }
    }
    for (var words : found) {
      assertThat(words.get()).isEqualTo(alone);
    }
  }

  private List<String> words(String text) {
    var words = new ArrayList<String>();
    int from = 0;
    for (int end : segmenter.wordEnds(text.toCharArray(), 0, text.length())) {
      words.add(text.substring(from, end));
      from = end;
    }
    return words;
  }

  private List<String> expected(String text) {
    return hanlp.seg(text.toCharArray()).stream().map((Term t) -> t.word).toList();
  }
}
