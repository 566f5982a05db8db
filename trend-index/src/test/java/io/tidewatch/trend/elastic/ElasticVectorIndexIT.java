package io.tidewatch.trend.elastic;

import io.tidewatch.model.vector.VectorIndex;
import io.tidewatch.trend.VectorIndexContract;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class ElasticVectorIndexIT extends VectorIndexContract {
  @RegisterExtension
  final ElasticIndex documents = new ElasticIndex();

  private ElasticVectorIndex index;

  @BeforeEach
  void open() {
    var beside = documents.settings();
    index = new ElasticVectorIndex(
        new ElasticSettings(
            beside.urls(),
            beside.index() + "-vectors",
            null,
            Duration.ofSeconds(30),
            beside.attempts(),
            beside.firstPause()),
        DIMENSIONS);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Override
  protected VectorIndex index() {
    return index;
  }
}
