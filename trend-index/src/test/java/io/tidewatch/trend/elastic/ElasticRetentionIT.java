package io.tidewatch.trend.elastic;

import io.tidewatch.trend.RetentionContract;
import io.tidewatch.trend.engine.IndexEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a process wrote before it ended stands in the cluster. */
@NullUnmarked
class ElasticRetentionIT extends RetentionContract {
  @RegisterExtension
  final ElasticIndex index = new ElasticIndex();

  @Override
  protected IndexEngine engine() {
    return new ElasticEngine(index.settings());
  }

  @Override
  protected void crash() {}
}
