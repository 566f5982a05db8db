package io.tidewatch.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.hanlp.WordSegmenter;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SentimentModelTest {
  private static final Joint JOINT = new Joint(0.1, 1, 2, 0.3, 3, 1, 0.9, -0.5, 0.2, 0.4, 0.8, 0.6);
  private static final SentimentModel SHIPPED = SentimentModel.shipped();

  private final TextNormalizer normalizer = new TextNormalizer(new SimplifiedCharacters());
  private final WordSegmenter segmenter = new WordSegmenter();

  @Test
  void model_writtenAndRead_isTheSame() throws Exception {
    var model = new SentimentModel(
        WeightTable.of(12, waves(12, 1), waves(12, 2)),
        WeightTable.of(8, waves(8, 3)),
        WeightTable.of(6, waves(6, 4)),
        new double[] {0.1, 0.2, 0.3},
        JOINT);
    byte[] bytes = bytes(model);

    var read = SentimentModel.read(new ByteArrayInputStream(bytes));

    assertThat(read).isEqualTo(model).isNotEqualTo(model.with(Joint.unfitted()));
    assertThat(read.version()).isEqualTo(model.version());
    NormalText text = normalizer.normalize("屏幕不错[哈哈]");
    assertThat(read.read(text, new int[] {2, 4})).isEqualTo(model.read(text, new int[] {2, 4}));
  }

  @Test
  void bytes_ofSomethingElse_areRefused() throws Exception {
    var other = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(other)) {
      zip.write(new byte[64]);
    }

    assertThatIOException()
        .isThrownBy(() -> SentimentModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3})));
    assertThatIOException()
        .isThrownBy(() -> SentimentModel.read(new ByteArrayInputStream(other.toByteArray())))
        .withMessageContaining("format 3");
  }

  @Test
  void bytes_cutShort_areRefused() throws Exception {
    byte[] bytes = bytes(new SentimentModel(
        WeightTable.of(12, waves(12, 1), waves(12, 2)),
        WeightTable.of(8, waves(8, 3)),
        WeightTable.of(6, waves(6, 4)),
        new double[3],
        JOINT));

    for (int length : new int[] {0, 20, bytes.length / 2, bytes.length - 9}) {
      assertThatIOException()
          .isThrownBy(
              () -> SentimentModel.read(new ByteArrayInputStream(Arrays.copyOf(bytes, length))));
    }
  }

  @Test
  void table_ofTooManyBits_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightTable.of(23, new float[0]))
        .withMessageContaining("bits")
        .withMessageContaining("23");
  }

  @Test
  void quantisedWeights_areNearTheirOriginals() {
    float[] weights = waves(10, 5);
    WeightTable table = WeightTable.of(10, weights, new float[1 << 10]);

    for (int i = 0; i < weights.length; i++) {
      assertThat(table.weight(i, 0)).isCloseTo(weights[i], within(0.01f));
      assertThat(table.weight(i, 1)).isZero();
    }
  }

  @Test
  void shippedModel_tellsPraiseFromBlame() {
    assertThat(score("质量非常好，物流也快，下次还会再来买")).isPositive();
    assertThat(score("质量太差了，用了两天就坏，客服不理人")).isNegative();
    assertThat(score("")).isZero();
  }

  @Test
  void ngrams_ofEmoticons_areNotLookedAt() {
    assertThat(score("物流[泪]一般😭")).isEqualTo(score("物流一般"));
  }

  @Test
  void emoticons_ofTheShippedModel_judge() {
    assertThat(read("今天的天气[哈哈]").emoticons()).isPositive();
    assertThat(read("今天的天气[泪]").emoticons()).isNegative();
    assertThat(read("今天的天气").emoticons()).isZero();
    assertThat(odds("今天的天气[哈哈]")).isGreaterThan(odds("今天的天气[泪]") + 2);
  }

  @Test
  void texts_withHandlesAndHashtags_readLikePosts() {
    assertThat(read("转发微博//@小明:今晚直播间见 求关注 哈哈哈").postly()).isGreaterThan(0.5);
    assertThat(read("房间很干净，早餐一般，前台服务态度不错，下次还会入住").postly()).isLessThan(0.2);
  }

  private static float[] waves(int bits, int seed) {
    float[] weights = new float[1 << bits];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.sin(seed * (i + 1));
    }
    return weights;
  }

  private static byte[] bytes(SentimentModel model) throws Exception {
    var out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  private double score(String text) {
    NormalText normal = normalizer.normalize(text);
    return SHIPPED.ngramScore(normal, 0, normal.ownEnd());
  }

  private TextEvidence read(String text) {
    NormalText normal = normalizer.normalize(text);
    return SHIPPED.read(normal, segmenter.wordEnds(normal.chars(), 0, normal.ownEnd()));
  }

  private double odds(String text) {
    return SHIPPED.logOdds(read(text), 0, 0, false);
  }
}
