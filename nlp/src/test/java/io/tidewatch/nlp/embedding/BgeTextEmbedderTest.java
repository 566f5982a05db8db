package io.tidewatch.nlp.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BgeTextEmbedderTest {
  private static final BgeTextEmbedder EMBEDDER = new BgeTextEmbedder();

  /** The first numbers that ONNX Runtime 1.20.0 gives from the same file. */
  private static final float[] REFERENCE = {
    -.0352f, .0971f, .0018f, .0612f, -.0315f, -.0385f, .0206f, .0999f
  };

  @Test
  void embed_anyText_hasLengthOne() {
    float[] vector = EMBEDDER.embed("约会穿什么好看");
    assertThat(vector).hasSize(512);
    assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    assertThat(square).isCloseTo(1, within(1e-5));
  }

  @Test
  void embed_knownText_agreesWithOnnxRuntime() {
    float[] vector = EMBEDDER.embed("屏幕很好");
    for (int i = 0; i < REFERENCE.length; i++) {
      assertThat(vector[i]).as("number %d", i).isCloseTo(REFERENCE[i], within(.012f));
    }
  }

  @Test
  void embed_wish_isNearerToWhatIsMeant() {
    float[] wish = EMBEDDER.embed("头发塌贴头皮");
    assertThat(cosine(wish, EMBEDDER.embed("控油 蓬松 洗发水")))
        .isGreaterThan(cosine(wish, EMBEDDER.embed("书柜 落地")) + .1);
  }

  @Test
  void embed_caseAndWidth_doNotCount() {
    assertThat(EMBEDDER.embed("ＩＰＨＯＮＥ 15")).containsExactly(EMBEDDER.embed("iphone 15"));
  }

  @Test
  void embed_longText_readsTheBeginning() {
    String long10k = "好用".repeat(5000);
    assertThat(EMBEDDER.embed(long10k)).containsExactly(EMBEDDER.embed("好用".repeat(400)));
  }

  @Test
  void embed_emoji_hasVector() {
    assertThat(cosine(EMBEDDER.embed("😀🎉"), EMBEDDER.embed("书柜"))).isLessThan(1);
  }

  @Test
  void embed_blank_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EMBEDDER.embed(" \t"))
        .withMessageContaining("text: a visible character is required");
  }

  @Test
  void embed_answerChangedByCaller_doesNotChangeTheNextAnswer() {
    float[] first = EMBEDDER.embed("口红");
    float kept = first[0];
    first[0] = 42;
    assertThat(EMBEDDER.embed("口红")[0]).isEqualTo(kept);
  }

  @Test
  void embed_manyThreads_giveTheSame() throws Exception {
    var fresh = new BgeTextEmbedder();
    float[] expected = EMBEDDER.embed("露营 手冲 咖啡");
    try (var threads = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<float[]>>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> fresh.embed("露营 手冲 咖啡"));
      }
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).containsExactly(expected);
      }
    }
  }

  @Test
  void embed_modelMissing_saysSo() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new BgeTextEmbedder(name -> null).embed("口红"))
        .withMessageContaining("is missing");
  }

  @Test
  void embed_modelCutShort_saysSo() throws IOException {
    byte[] tokenizer = file("/bge-small-zh-v1.5-q-tokenizer.json");
    byte[] model = file("/bge-small-zh-v1.5-q.onnx");
    for (int length : List.of(0, 1, 1000, model.length / 2)) {
      var cut = new BgeTextEmbedder(name -> name.endsWith(".json")
          ? new ByteArrayInputStream(tokenizer)
          : new ByteArrayInputStream(model, 0, length));
      assertThatIllegalStateException()
          .as("%d bytes", length)
          .isThrownBy(() -> cut.embed("口红"))
          .withMessageStartingWith("embedding model:");
    }
  }

  @Test
  void embed_tokenizerDamaged_saysSo() {
    var damaged = new BgeTextEmbedder(name -> new ByteArrayInputStream(new byte[] {'{', 'x'}));
    assertThatIllegalStateException()
        .isThrownBy(() -> damaged.embed("口红"))
        .withMessageContaining("tokenizer");
  }

  private static byte[] file(String name) throws IOException {
    try (var in = Objects.requireNonNull(BgeTextEmbedder.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return dot;
  }
}
