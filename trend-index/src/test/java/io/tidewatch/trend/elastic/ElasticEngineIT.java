package io.tidewatch.trend.elastic;

import io.tidewatch.trend.EngineContract;
import io.tidewatch.trend.engine.IndexEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class ElasticEngineIT extends EngineContract {
  @RegisterExtension
  final ElasticIndex index = new ElasticIndex();

  @Override
  protected IndexEngine engine() {
    return new ElasticEngine(index.settings());
  }
}
