package io.tidewatch.model.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaVectorTest {
  @Test
  void new_finiteNumbers_areKept() {
    var vector = new MediaVector("clip-b32", List.of(1f, -2.5f));
    assertThat(vector.array()).containsExactly(1, -2.5f);
    assertThat(vector).isEqualTo(new MediaVector("clip-b32", List.of(1f, -2.5f)));
  }

  @Test
  void new_wrongNumbers_areRefused() {
    for (List<Float> wrong : List.of(
        List.<Float>of(),
        List.of(0f, 0f),
        List.of(Float.NaN),
        List.of(Float.POSITIVE_INFINITY),
        Collections.nCopies(MediaVector.MAX_LENGTH + 1, 1f))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MediaVector("clip", wrong))
          .withMessageStartingWith("vector:");
    }
  }

  @Test
  void new_wrongSpace_isRefused() {
    for (String wrong : List.of("", "Clip", "a b", "../x", "x".repeat(33))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MediaVector(wrong, List.of(1f)))
          .withMessageStartingWith("space:");
    }
  }
}
