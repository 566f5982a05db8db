package io.tidewatch.trend.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewatch.model.vector.VectorIndex;
import io.tidewatch.trend.VectorIndexContract;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class LuceneVectorIndexTest extends VectorIndexContract {
  @TempDir
  Path directory;

  private LuceneVectorIndex index;

  @BeforeEach
  void open() {
    index = new LuceneVectorIndex(directory, DIMENSIONS);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void reopened_holdsTheLastCommit() {
    index.put("a", new float[] {1, 0, 0, 0}, Set.of());
    index.commit();
    index.put("b", new float[] {1, 0, 0, 0}, Set.of());
    index.close();
    open();
    assertThat(index.count()).isEqualTo(1);
  }

  @Override
  protected VectorIndex index() {
    return index;
  }
}
