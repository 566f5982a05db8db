package io.tidewatch.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidewatch.model.vector.Neighbor;
import io.tidewatch.model.vector.VectorIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What every vector index does. Its vectors have {@link #DIMENSIONS} numbers. */
@NullUnmarked
public abstract class VectorIndexContract {
  protected static final int DIMENSIONS = 4;

  /** The index under test, empty at first; the same one during a test. */
  protected abstract VectorIndex index();

  @Test
  void nearest_empty_isEmpty() {
    assertThat(index().nearest(new float[] {1, 0, 0, 0}, 3, Set.of())).isEmpty();
    assertThat(index().count()).isZero();
    index().delete("nobody");
    index().commit();
    assertThat(index().dimensions()).isEqualTo(DIMENSIONS);
  }

  @Test
  void nearest_knownAngles_areCosinesInOrder() {
    index().put("same", new float[] {2, 0, 0, 0}, Set.of());
    index().put("diagonal", new float[] {1, 1, 0, 0}, Set.of());
    index().put("right", new float[] {0, 5, 0, 0}, Set.of());
    index().put("opposite", new float[] {-1, 0, 0, 0}, Set.of());
    assertThat(index().nearest(new float[] {1, 0, 0, 0}, 9, Set.of())).isEmpty();
    index().commit();

    List<Neighbor> all = index().nearest(new float[] {1, 0, 0, 0}, 9, Set.of());

    assertThat(all)
        .extracting(Neighbor::id)
        .containsExactly("same", "diagonal", "right", "opposite");
    assertThat(all.get(0).score()).isCloseTo(1, within(1e-5));
    assertThat(all.get(1).score()).isCloseTo(Math.sqrt(0.5), within(1e-5));
    assertThat(all.get(2).score()).isCloseTo(0, within(1e-5));
    assertThat(all.get(3).score()).isCloseTo(-1, within(1e-5));
    assertThat(index().nearest(new float[] {1, 0, 0, 0}, 2, Set.of())).isEqualTo(all.subList(0, 2));
  }

  @Test
  void nearest_withTags_givesOnlyEntriesThatCarryAll() {
    index().put("a", new float[] {1, 0, 0, 0}, Set.of("user"));
    index().put("b", new float[] {1, 1, 0, 0}, Set.of("user", "city:上海"));
    index().put("c", new float[] {1, 0, 1, 0}, Set.of("city:上海"));
    index().commit();
    float[] here = {1, 0, 0, 0};
    assertThat(ids(here, Set.of("user"))).containsExactly("a", "b");
    assertThat(ids(here, Set.of("city:上海", "user"))).containsExactly("b");
    assertThat(ids(here, Set.of("nowhere"))).isEmpty();
  }

  @Test
  void put_again_replacesAndDeleteRemoves() {
    index().put("a", new float[] {1, 0, 0, 0}, Set.of("old"));
    index().put("b", new float[] {0, 1, 0, 0}, Set.of());
    index().commit();
    index().put("a", new float[] {0, 0, 1, 0}, Set.of("new"));
    index().delete("b");
    index().commit();
    assertThat(index().count()).isEqualTo(1);
    assertThat(ids(new float[] {1, 0, 0, 0}, Set.of("old"))).isEmpty();
    assertThat(index().nearest(new float[] {0, 0, 1, 0}, 5, Set.of()).getFirst().score())
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void nearest_manyVectors_areThoseOfComparingAll() {
    var random = new Random(5);
    Map<String, float[]> vectors = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      float[] vector = random(random);
      vectors.put("v" + i, vector);
      index().put("v" + i, vector, i % 2 == 0 ? Set.of("even") : Set.of());
    }
    index().commit();
    int same = 0;
    for (int i = 0; i < 20; i++) {
      float[] query = random(random);
      Set<String> tags = i % 2 == 0 ? Set.of() : Set.of("even");
      Set<String> expected = new HashSet<>(vectors.entrySet().stream()
          .filter(e -> tags.isEmpty() || Integer.parseInt(e.getKey().substring(1)) % 2 == 0)
          .sorted(
              (a, b) -> Double.compare(cosine(query, b.getValue()), cosine(query, a.getValue())))
          .limit(10)
          .map(Map.Entry::getKey)
          .toList());
      for (Neighbor neighbor : index().nearest(query, 10, tags)) {
        assertThat(neighbor.score())
            .isCloseTo(cosine(query, vectors.get(neighbor.id())), within(1e-5));
        same += expected.contains(neighbor.id()) ? 1 : 0;
      }
    }
    assertThat(same).isGreaterThanOrEqualTo(196);
  }

  @Test
  void badVector_isRefusedByName() {
    assertThatThrownBy(() -> index().put("a", new float[] {1, 2}, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vector: 4 numbers are required, got 2");
    assertThatThrownBy(() -> index().put("a", new float[4], Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("vector: finite numbers that are not all 0");
    assertThatThrownBy(() -> index().nearest(new float[] {1, Float.NaN, 0, 0}, 1, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> index().nearest(new float[] {1, 0, 0, 0}, 0, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k: 1 to 1000 is required, got 0");
  }

  private List<String> ids(float[] vector, Set<String> tags) {
    return index().nearest(vector, 5, tags).stream().map(Neighbor::id).toList();
  }

  private static float[] random(Random random) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return dot / Math.sqrt(aa * bb);
  }
}
