package io.tidewatch.nlp.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewatch.nlp.hanlp.SimplifiedCharacters;
import io.tidewatch.nlp.text.TextNormalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaggerModelTest {
  private static final int BITS = 10;

  @Test
  void model_withoutWeights_findsNothing() {
    TaggerModel model = model(0);

    assertThat(model.tag(input("花西子散粉"))).isEmpty();
    assertThat(model.tag(input(""))).isEmpty();
    assertThat(model.title(input("花西子散粉"))).isTrue();
  }

  @Test
  void names_ofAnyWeights_areInOrderInsideTheTextAndApart() {
    TaggerModel model = model(7);

    TaggerInput input = input("花西子散粉 florasis空气蜜粉定妆控油持久遮瑕8.5g");
    var names = model.tag(input);

    assertThat(names).isNotEmpty();
    int free = 0;
    for (TaggedName name : names) {
      assertThat(name.start()).isGreaterThanOrEqualTo(free);
      assertThat(name.end()).isGreaterThan(name.start()).isLessThanOrEqualTo(input.length());
      assertThat(name.type()).isNotEqualTo(NameType.OTHER);
      free = name.end();
    }
  }

  @Test
  void model_writtenAndRead_isTheSame() throws IOException {
    TaggerModel model = model(11);
    var bytes = new ByteArrayOutputStream();
    model.write(bytes);

    TaggerModel again = TaggerModel.read(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(again).isEqualTo(model).isNotEqualTo(model(12));
    assertThat(again.version()).isEqualTo(model.version()).startsWith("tagger-1-");
    assertThat(again.tag(input("花西子空气散粉"))).isEqualTo(model.tag(input("花西子空气散粉")));
  }

  @Test
  void read_ofSomethingElse_saysWhatIsRequired() {
    assertThatThrownBy(() -> TaggerModel.read(new ByteArrayInputStream(new byte[40])))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shipped_holdsNoMoreThanThreeMegabytes() throws IOException {
    try (var in = TaggerModel.class.getResourceAsStream("tagger.bin")) {
      assertThat(in.readAllBytes()).hasSizeBetween(100_000, 3_000_000);
    }
  }

  private static TaggerModel model(long seed) {
    float[] weights = new float[Tags.COUNT << BITS];
    float[] transitions = new float[(Tags.COUNT + 1) * Tags.COUNT];
    if (seed != 0) {
      var random = new Random(seed);
      for (int i = 0; i < weights.length; i++) {
        weights[i] = random.nextFloat() - 0.5f;
      }
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] = random.nextFloat() - 0.5f;
      }
    }
    return TaggerModel.of(
        BITS,
        weights,
        transitions,
        new NameTable(Map.of("散粉", NameTable.CODES)),
        TitleSense.of(List.of(), List.of(), 1));
  }

  private static TaggerInput input(String text) {
    var normal = new TextNormalizer(new SimplifiedCharacters()).normalize(text);
    int[] ends = new int[normal.length()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = i + 1;
    }
    return new TaggerInput(normal, normal.length(), ends, new byte[normal.length()]);
  }
}
