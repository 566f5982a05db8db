package io.tidewatch.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.text.NormalText;
import io.tidewatch.nlp.text.TextNormalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class SentimentModelTest {
  private final TextNormalizer normalizer = new TextNormalizer(new SimplifiedCharacters());

  @Test
  void model_writtenAndRead_isTheSame() throws Exception {
    float[] weights = new float[1 << 12];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.sin(i);
    }
    var model = SentimentModel.of(12, weights, new SentimentModel.Joint(0.1, 1, 2, 3, 0.6));
    var out = new ByteArrayOutputStream();
    model.write(out);

    var read = SentimentModel.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(read).isEqualTo(model);
    assertThat(read.version()).isEqualTo(model.version());
  }

  @Test
  void bytes_ofSomethingElse_areRefused() {
    assertThatIOException()
        .isThrownBy(() -> SentimentModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3})));
  }

  @Test
  void shippedModel_tellsPraiseFromBlame() {
    SentimentModel model = SentimentModel.shipped();

    assertThat(score(model, "质量非常好，物流也快，下次还会再来买")).isPositive();
    assertThat(score(model, "质量太差了，用了两天就坏，客服不理人")).isNegative();
    assertThat(score(model, "")).isZero();
  }

  @Test
  void ngrams_ofEmoticons_areNotLookedAt() {
    SentimentModel model = SentimentModel.shipped();

    assertThat(score(model, "物流[泪]一般😭")).isEqualTo(score(model, "物流一般"));
  }

  private double score(SentimentModel model, String text) {
    NormalText normal = normalizer.normalize(text);
    return model.ngramScore(normal, 0, normal.ownEnd());
  }
}
